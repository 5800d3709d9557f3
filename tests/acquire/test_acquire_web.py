"""URLs, web archives and mails give pages with the address and the time that they were fetched."""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tidings.acquire import pages
from tidings.errors import ItemError
from tidings.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "<html><body><h1>Talks</h1><p>Ministers met in Genève.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A small site: a page, a redirect, a picture, a page that is too large, and nothing else."""

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        status = 404 if self.path == "/none" else 200
        kind = "image/png" if self.path == "/picture" else "text/html; charset=iso-8859-1"
        body = b"a" * 6_000_000 if self.path == "/large" else PAGE.encode("iso-8859-1")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - likewise
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def code(source: str) -> str:
    (found,) = pages([source])
    return found.code if isinstance(found, ItemError) else "ok"


def test_page_is_fetched_in_its_charset(site: str) -> None:
    (page,) = pages([f"{site}/page"])
    assert isinstance(page, Page)
    assert "Genève" in page.content
    assert page.uri == f"{site}/page"
    assert page.fetched is not None
    assert page.fetched.endswith("Z")


def test_redirect_gives_the_final_address(site: str) -> None:
    (page,) = pages([f"{site}/moved"])
    assert isinstance(page, Page)
    assert page.uri is not None
    assert page.uri.endswith("/page")


@pytest.mark.parametrize(
    ("path", "expected"), [("/none", "status"), ("/picture", "format"), ("/large", "too-large")]
)
def test_bad_answers_are_errors(site: str, path: str, expected: str) -> None:
    assert code(site + path) == expected


def test_address_without_a_server_is_an_error() -> None:
    assert code("http://127.0.0.1:1/page") == "fetch"
    assert code("http://[bad/") == "fetch"


def warc_record(uri: str, status: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-14T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(uri):08}-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_web_archive_gives_its_html_responses(tmp_path: Path, name: str) -> None:
    records = [
        warc_record("https://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        warc_record("https://a.example/2.png", "200 OK", "image/png", b"\x89PNG"),
        warc_record("https://a.example/gone", "404 Not Found", "text/html", b"<p>Gone"),
        warc_record("https://a.example/empty", "200 OK", "text/html", b" "),
    ]
    packed = [gzip.compress(record) if name.endswith(".gz") else record for record in records]
    (tmp_path / name).write_bytes(b"".join(packed))
    page, error = pages([str(tmp_path / name)])
    assert isinstance(page, Page)
    assert (page.uri, page.fetched) == ("https://a.example/1", "2024-05-14T06:00:00Z")
    assert "Genève" in page.content
    assert isinstance(error, ItemError)
    assert error.code == "empty"


def test_broken_archive_is_an_error(tmp_path: Path) -> None:
    for name in ("a.warc", "a.warc.gz"):
        (tmp_path / name).write_bytes(b"this is no archive")
        assert code(str(tmp_path / name)) == "not-warc"


def test_mail_gives_subject_date_and_text(tmp_path: Path) -> None:
    mail = (
        "From: Example Wire <wire@example.org>\r\nSubject: =?utf-8?q?Talks_in_Gen=C3=A8ve?=\r\n"
        "Date: Tue, 14 May 2024 09:30:00 +0400\r\nMessage-ID: <1@example.org>\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "Ministers met in Gen=C3=A8ve.\r\n"
    )
    (tmp_path / "wire.eml").write_bytes(mail.encode())
    (page,) = pages([str(tmp_path / "wire.eml")])
    assert isinstance(page, Page)
    assert (page.title, page.date, page.row_id) == (
        "Talks in Genève",
        "2024-05-14T09:30:00+04:00",
        "<1@example.org>",
    )
    assert page.content.strip() == "Ministers met in Genève."


def test_mail_without_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "wire.eml").write_bytes(b"no header at all")
    assert code(str(tmp_path / "wire.eml")) == "not-mail"
