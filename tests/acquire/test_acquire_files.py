"""Files, folders, globs and standard input come out as pages or as errors that name the item."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from tidings.acquire import LIMIT_BYTES, pages
from tidings.errors import ItemError
from tidings.records import Page

if TYPE_CHECKING:
    from pathlib import Path


def only(source: Path | str) -> Page | ItemError:
    found = list(pages([str(source)]))
    assert len(found) == 1
    return found[0]


def error_code(source: Path | str) -> str:
    found = only(source)
    assert isinstance(found, ItemError)
    assert str(source) in str(found)
    assert "\n" not in str(found)
    assert found.stage == "acquire"
    return found.code


def test_suffix_decides_the_medium(tmp_path: Path) -> None:
    """HTML, plain text and Markdown files are told apart by their suffix, whatever its case."""
    for name in ("a.HTML", "b.htm", "c.txt", "d.md"):
        (tmp_path / name).write_text("<p>Talks resumed.</p>", encoding="utf-8")
    media = [page.media for page in pages([str(tmp_path)]) if isinstance(page, Page)]
    assert media == ["html", "html", "text", "markdown"]


def test_folder_is_walked_in_sorted_order_without_assets(tmp_path: Path) -> None:
    """Pages come sorted by name; images and style sheets are passed over; the rest is named."""
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "style.css", "photo.jpg", ".hidden", "odd.xyz"):
        (tmp_path / name).write_text("Talks resumed.", encoding="utf-8")
    found = list(pages([str(tmp_path)]))
    names = [item.name if isinstance(item, Page) else item.item for item in found]
    assert [name.removeprefix(f"{tmp_path}{os.sep}") for name in names] == [
        "a.txt",
        "b.txt",
        "odd.xyz",
        "sub/c.txt",
    ]
    assert isinstance(found[2], ItemError)


def test_glob_finds_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks resumed.", encoding="utf-8")
    (tmp_path / "b.md").write_text("Talks resumed.", encoding="utf-8")
    found = list(pages([str(tmp_path / "*.txt")]))
    assert [page.name for page in found if isinstance(page, Page)] == [str(tmp_path / "a.txt")]


def test_bad_files_are_named_with_the_reason(tmp_path: Path) -> None:
    """Each kind of bad file has its own code and one line of text."""
    (tmp_path / "empty.txt").write_bytes(b"  \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "broken.txt").write_bytes(b"Ministers met in Gen\xe8ve \xff\xfe yesterday.")
    (tmp_path / "page.xyz").write_bytes(b"text")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty").mkdir()
    assert error_code(tmp_path / "empty.txt") == "empty"
    assert error_code(tmp_path / "binary.txt") == "binary"
    assert error_code(tmp_path / "picture.html") == "binary"
    assert error_code(tmp_path / "broken.txt") == "encoding"
    assert error_code(tmp_path / "page.xyz") == "format"
    assert error_code(tmp_path / "empty") == "empty"
    assert error_code(tmp_path / "none.txt") == "missing"
    assert error_code(tmp_path / "*.none") == "missing"
    assert "pdftotext" in str(only(tmp_path / "paper.pdf"))


def test_fifty_megabytes_of_one_line_are_refused(tmp_path: Path) -> None:
    """A huge item is refused by size without being taken apart, in every format."""
    line = b"a" * 50_000_000
    for name in ("page.txt", "page.html", "page.md"):
        (tmp_path / name).write_bytes(line)
        assert error_code(tmp_path / name) == "too-large"
    (tmp_path / "rows.jsonl").write_bytes(line + b'\n{"text": "Talks resumed."}\n')
    first, second = pages([str(tmp_path / "rows.jsonl")])
    assert isinstance(first, ItemError)
    assert first.code == "too-large"
    assert isinstance(second, Page)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_folder_without_permission_is_an_error(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert error_code(closed) == "unreadable"
    finally:
        closed.chmod(0o700)


def test_html_is_decoded_by_the_charset_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Premiér přijel.</p></body></html>'
    (tmp_path / "page.html").write_bytes(page.encode("iso-8859-2"))
    found = only(tmp_path / "page.html")
    assert isinstance(found, Page)
    assert "Premiér přijel." in found.content


def test_html_with_one_broken_byte_is_read(tmp_path: Path) -> None:
    """One bad byte in a long page becomes U+FFFD, as in browsers."""
    page = "<html><head><meta charset='utf-8'></head><body>" + "<p>Ministers met in Genève.</p>" * 200
    (tmp_path / "page.html").write_bytes(page.encode() + b"\xff</body></html>")
    found = only(tmp_path / "page.html")
    assert isinstance(found, Page)
    assert found.content.count("\ufffd") == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes("Genève".encode(encoding))
    found = only(tmp_path / "page.txt")
    assert isinstance(found, Page)
    assert found.content == "Genève"


@pytest.mark.parametrize(
    ("data", "media", "name"),
    [
        (b"  <!DOCTYPE html><p>Talks", "html", "stdin"),
        (b'{"text": "Talks resumed."}\n', "text", "stdin:1"),
        (b"Talks resumed.", "text", "stdin"),
    ],
)
def test_standard_input_is_sniffed(data: bytes, media: str, name: str) -> None:
    """HTML, JSON Lines and plain text on standard input are told apart by their first bytes."""
    (found,) = pages(["-"], stdin=io.BytesIO(data))
    assert isinstance(found, Page)
    assert (found.media, found.name) == (media, name)


def test_empty_standard_input_is_an_error() -> None:
    (found,) = pages(["-"], stdin=io.BytesIO(b""))
    assert isinstance(found, ItemError)
    assert found.code == "empty"


def test_limit_is_five_mebibytes() -> None:
    assert LIMIT_BYTES == 5 * 1024 * 1024
