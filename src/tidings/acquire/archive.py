"""Pages from containers: web archives (WARC) and saved mails (EML)."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tidings.acquire.decode import LIMIT_BYTES, check_size, html_of, refusal, text_of
from tidings.acquire.web import content_type
from tidings.errors import ItemError
from tidings.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from typing import BinaryIO

    from fastwarc.warc import WarcRecord

_HTML = {"text/html", "application/xhtml+xml"}


def warc_pages(name: str, stream: BinaryIO) -> Iterator[Page | ItemError]:
    """Yield the HTML responses (status 200) of a WARC file, gzipped or not, in file order."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only archives need it

    found = False
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            found = True
            item = f"{name}:{record.headers.get('WARC-Target-URI') or record.record_id}"
            try:
                page = _warc_page(item, record)
            except ItemError as error:
                yield error
                continue
            if page is not None:
                yield page
    except Exception as error:  # noqa: BLE001 - FastWARC raises bare errors of several kinds on broken archives
        yield refusal(name, "not-warc", f"broken archive: {' '.join(str(error).split())[:200]}")
        return
    if not found:
        yield refusal(name, "not-warc", "no response record in it")


def _warc_page(item: str, record: WarcRecord) -> Page | None:
    http = record.http_headers
    if http is None or http.status_code != 200:
        return None
    kind, charset = content_type(http.get("Content-Type") or "text/html")
    if kind not in _HTML:
        return None
    data = record.reader.read(LIMIT_BYTES + 1)
    uri = record.headers.get("WARC-Target-URI")
    return Page(
        name=item,
        media="html",
        content=html_of(item, data, declared=charset),
        uri=uri,
        fetched=record.headers.get("WARC-Date"),
    )


def mail_page(item: str, data: bytes, *, uri: str | None = None) -> Page:
    """Read a mail: its HTML part, or its text part where it has none. Raise `ItemError` for broken mails."""
    check_size(item, len(data))
    if not data.strip():
        raise refusal(item, "empty", "nothing in it")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        part = message.get_body(("html", "plain"))
        payload = part.get_payload(decode=True) if part is not None else None
        html = part is not None and part.get_content_type() == "text/html"
        charset = part.get_content_charset() if part is not None else None
        fields = {key: _header(message, key) for key in ("Message-ID", "Subject", "From", "Date")}
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise refusal(item, "not-mail", f"broken mail: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(payload, bytes) or not any(fields.values()):
        raise refusal(item, "not-mail", "no mail with a text in it")
    return Page(
        name=item,
        media="html" if html else "text",
        content=html_of(item, payload, declared=charset) if html else _plain(item, payload, charset),
        uri=uri,
        row_id=fields["Message-ID"],
        title=fields["Subject"],
        publisher=fields["From"],
        date=_date(fields["Date"]),
    )


def _plain(item: str, payload: bytes, charset: str | None) -> str:
    try:
        text = payload.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return text_of(item, payload)
    return text_of(item, text.encode("utf-8", "replace"))


def _header(message: EmailMessage, key: str) -> str | None:
    value = message.get(key)
    return " ".join(str(value).split()) or None if value is not None else None


def _date(header: str | None) -> str | None:
    try:
        return parsedate_to_datetime(header or "").isoformat()
    except ValueError:
        return None
