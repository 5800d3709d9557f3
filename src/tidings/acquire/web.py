"""Pages from the web: one GET for one URL named on the command line."""

from __future__ import annotations

from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tidings.acquire.decode import LIMIT_BYTES, check_size, html_of, refusal, text_of
from tidings.records import Page

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

    from tidings.records.page import Media

USER_AGENT = "Tidings/0.1 (news event reader)"
TIMEOUT_S = 20.0
_MEDIA: dict[str, Media] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
}


def fetch_page(url: str) -> Page:
    """GET one page. Raise `ItemError` where it does not answer, is too large or is no text."""
    import urllib3  # noqa: PLC0415 - heavy, and only URLs need it

    retries = urllib3.Retry(connect=1, read=1, redirect=5, backoff_factor=0.5, raise_on_status=False)
    try:
        with urllib3.PoolManager(timeout=TIMEOUT_S, retries=retries) as pool:
            response = pool.request("GET", url, headers={"User-Agent": USER_AGENT}, preload_content=False)
            data = response.read(LIMIT_BYTES + 1, decode_content=True)
            response.release_conn()
    except (urllib3.exceptions.HTTPError, ValueError, UnicodeError) as error:
        raise refusal(url, "fetch", f"cannot be fetched: {_reason(error)}", url) from None
    if response.status != 200:
        raise refusal(url, "status", f"the server answered {response.status}", url)
    return _page(url, data, response)


def _page(url: str, data: bytes, response: BaseHTTPResponse) -> Page:
    check_size(url, len(data))
    kind, charset = content_type(response.headers.get("Content-Type", "text/html"))
    media = _MEDIA.get(kind)
    if media is None:
        raise refusal(url, "format", f"unknown format {kind}: known are {', '.join(_MEDIA)}", url)
    content = html_of(url, data, declared=charset) if media == "html" else text_of(url, data)
    # urllib3 names the last answer by its path alone.
    final = urljoin(url, response.geturl() or "")
    return Page(name=url, media=media, content=content, uri=final, fetched=_fetched(response))


def content_type(header: str) -> tuple[str, str | None]:
    """Split a Content-Type header into media type (lower case) and charset."""
    message = Message()
    message["Content-Type"] = header
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


def _fetched(response: BaseHTTPResponse) -> str | None:
    # The server's own clock: it is part of what was fetched, so that a replayed answer gives the same record.
    try:
        moment = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None
    return moment.isoformat().replace("+00:00", "Z")


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    text = " ".join(str(reason).split())
    return text.rpartition(">: ")[2][:200] or type(error).__name__
