"""One reader a format: from an open file, or standard input, to pages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from tidings.acquire.archive import mail_page, warc_pages
from tidings.acquire.decode import LIMIT_BYTES, check_size, html_of, refusal, text_of
from tidings.acquire.formats import formats
from tidings.acquire.rows import csv_pages, jsonl_pages
from tidings.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from tidings.errors import ItemError
    from tidings.records.page import Media

_HTML_STARTS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")
_PEEK_BYTES = 4096


def file_pages(path: Path) -> Iterator[Page | ItemError]:
    """Yield the pages of one file, by the format that its suffix names."""
    name, uri = str(path), path.as_posix()
    reader = formats().reader(path)
    if reader is None:
        yield refusal(name, "format", formats().refusal(path), uri)
        return
    with path.open("rb") as stream:
        yield from _read(reader, name, stream, uri)


def stream_pages(name: str, stream: BinaryIO) -> Iterator[Page | ItemError]:
    """Yield the pages of a stream without a name, by the format that its first bytes show."""
    # A BufferedReader over any binary stream can be looked at without taking the bytes away.
    buffered = io.BufferedReader(cast("io.RawIOBase", stream), _PEEK_BYTES)
    try:
        yield from _read(_sniffed(buffered.peek(_PEEK_BYTES)), name, cast("BinaryIO", buffered), None)
    finally:
        buffered.detach()


def _sniffed(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if start.startswith(_HTML_STARTS):
        return "html"
    if start.startswith(b"{"):
        return "jsonl"
    return "warc" if start.startswith((b"warc/", b"\x1f\x8b")) else "text"


def _read(reader: str, name: str, stream: BinaryIO, uri: str | None) -> Iterator[Page | ItemError]:
    if reader == "jsonl":
        yield from jsonl_pages(name, stream, uri=uri)
    elif reader in {"csv", "tsv"}:
        yield from csv_pages(name, stream, uri=uri, delimiter="," if reader == "csv" else "\t")
    elif reader == "warc":
        yield from warc_pages(name, stream)
    else:
        data = stream.read(LIMIT_BYTES + 1)
        check_size(name, len(data))
        if reader == "mail":
            yield mail_page(name, data, uri=uri)
        else:
            content = html_of(name, data) if reader == "html" else text_of(name, data)
            yield Page(name=name, media=cast("Media", reader), content=content, uri=uri)
