"""Pages from rows: JSON Lines and CSV, read lazily, one row one page."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.acquire.decode import LIMIT_BYTES, check_size, html_of, refusal, text_of
from tidings.acquire.formats import formats
from tidings.errors import ItemError
from tidings.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tidings.records.page import Media

_SCALARS = (str, int, float)


def jsonl_pages(name: str, stream: BinaryIO, *, uri: str | None = None) -> Iterator[Page | ItemError]:
    """Yield one page or error for every line that is not blank. `name` names the file in messages."""
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        item = f"{name}:{number}"
        try:
            yield _page(item, _object(item, line), uri)
        except ItemError as error:
            yield error


def csv_pages(
    name: str, stream: BinaryIO, *, uri: str | None = None, delimiter: str = ","
) -> Iterator[Page | ItemError]:
    """Yield one page or error for every row below the header; the header is row 1 in messages."""
    csv.field_size_limit(LIMIT_BYTES)
    rows = csv.reader(_decoded(name, stream), delimiter=delimiter)
    try:
        header = [column.strip() for column in next(rows)]
    except (StopIteration, csv.Error, ItemError) as error:
        yield error if isinstance(error, ItemError) else refusal(name, "empty", "no header row")
        return
    if not set(header) & set(formats().columns.text):
        yield refusal(name, "no-text", f"no column `text` or `html` among {', '.join(header)[:200]}")
        return
    yield from _body_rows(name, rows, header, uri)


def _body_rows(
    name: str, rows: Iterator[list[str]], header: list[str], uri: str | None
) -> Iterator[Page | ItemError]:
    number = 1
    while True:
        number += 1
        item = f"{name}:{number}"
        try:
            row = next(rows)
            if row:
                yield _page(item, _named(item, header, row), uri)
        except StopIteration:
            return
        except csv.Error as error:
            yield refusal(item, "not-csv", f"no CSV: {error}")
        except ItemError as error:
            yield error
            if error.item == name:
                return


def _named(item: str, header: list[str], row: list[str]) -> dict[str, Any]:
    if len(row) > len(header):
        raise refusal(item, "not-csv", f"{len(row)} fields under {len(header)} columns")
    return dict(zip(header, row, strict=False))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines; of a line over the limit only its beginning, one byte longer than the limit."""
    while line := stream.readline(LIMIT_BYTES + 1):
        yield line
        rest = line
        while len(rest) >= LIMIT_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(LIMIT_BYTES)


def _decoded(name: str, stream: BinaryIO) -> Iterator[str]:
    for number, line in enumerate(_lines(stream), start=1):
        if len(line) > LIMIT_BYTES:
            raise refusal(name, "too-large", f"line {number} is too long: nothing is read from there on")
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if b"\0" in data:
            raise refusal(name, "binary", f"binary data in line {number}: nothing is read from there on")
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError:
            message = f"no valid UTF-8 in line {number}: nothing is read from there on; convert the file"
            raise refusal(name, "encoding", message) from None


def _object(item: str, line: bytes) -> dict[str, Any]:
    check_size(item, len(line))
    text = text_of(item, line)
    try:
        row = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise refusal(item, "not-json", f"no JSON: {error}") from None
    if not isinstance(row, dict):
        raise refusal(item, "not-object", 'JSON, but no object: a row is {"text": …}')
    return row


def _page(item: str, row: dict[str, Any], uri: str | None) -> Page:
    media, content = _content(item, row)
    url = _scalar(item, row, "url")
    known = {*formats().columns.text, *formats().columns.named}
    return Page(
        name=item,
        media=media,
        content=content,
        uri=url or uri,
        row_id=_scalar(item, row, "id"),
        title=_scalar(item, row, "title"),
        date=_scalar(item, row, "date"),
        publisher=_scalar(item, row, "publisher"),
        language=_scalar(item, row, "language"),
        extra={key: value for key, value in row.items() if key not in known},
    )


def _content(item: str, row: dict[str, Any]) -> tuple[Media, str]:
    for column in formats().columns.text:
        content = row.get(column)
        if content is None or content == "":
            continue
        if not isinstance(content, str):
            raise refusal(item, "bad-field", f"`{column}` is no text")
        data = content.encode("utf-8", "surrogatepass")
        if column == "html":
            return "html", html_of(item, data)
        text_of(item, data)
        return "text", content
    raise refusal(item, "no-text", "no `text` (or `html`) in the row")


def _scalar(item: str, row: dict[str, Any], column: str) -> str | None:
    value = row.get(column)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, _SCALARS):
        raise refusal(item, "bad-field", f"`{column}` is neither text nor number")
    return value.strip() if isinstance(value, str) else str(value)
