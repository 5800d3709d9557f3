"""Bytes of one item to text, or the reason why they are no text."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from tidings.errors import ItemError

LIMIT_BYTES = 5 * 2**20
"""The largest item that is read, in bytes: the page limit of Common Crawl's news crawler."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_CONTROL_SHARE = 0.01
_REPLACED_SHARE = 0.001
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def refusal(item: str, code: str, message: str, uri: str | None = None) -> ItemError:
    """Return the `ItemError` of this stage for one item."""
    return ItemError(item, stage="acquire", code=code, message=message, uri=uri)


def check_size(item: str, size: int) -> None:
    """Raise `ItemError` where an item of `size` bytes is over the limit."""
    if size > LIMIT_BYTES:
        raise refusal(item, "too-large", f"more than {LIMIT_BYTES // 2**20} MiB in one item: split it")


def text_of(item: str, data: bytes) -> str:
    """Decode plain text: UTF-8, or UTF-16 with a byte order mark. Raise `ItemError` for anything else."""
    check_size(item, len(data))
    text = _utf16(item, data)
    if text is None:
        _check_binary(item, data)
        try:
            text = data.removeprefix(BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError as error:
            advice = "convert it, for example with `iconv -f cp1252 -t utf-8`"
            message = f"no valid UTF-8 at byte {error.start}: {advice}"
            raise refusal(item, "encoding", message) from None
    return _checked(item, text)


def html_of(item: str, data: bytes, *, declared: str | None = None) -> str:
    """Decode an HTML page by its byte order mark, a charset that its sender or it declares, or its bytes.

    A page that calls itself UTF-8 and holds a few broken bytes is read with U+FFFD in their place, as
    browsers do; where more than one character in 1,000 is broken, `ItemError` is raised.
    """
    check_size(item, len(data))
    text = _utf16(item, data)
    if text is None:
        _check_binary(item, data)
        data = data.removeprefix(BOM_UTF8)
        text = _strict(data, "utf-8") or _strict(data, declared) or _strict(data, _meta_charset(data))
    if text is None:
        text = _repaired(item, data, declared or _meta_charset(data))
    return _checked(item, text)


def _utf16(item: str, data: bytes) -> str | None:
    if not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return None
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise refusal(item, "encoding", "begins as UTF-16 and is not: save it as UTF-8") from None


def _check_binary(item: str, data: bytes) -> None:
    if not data.strip():
        raise refusal(item, "empty", "nothing in it")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _CONTROL_SHARE * len(data):
        raise refusal(item, "binary", "binary data, not text")


def _checked(item: str, text: str) -> str:
    if not text.strip():
        raise refusal(item, "empty", "nothing in it")
    if "\0" in text:
        raise refusal(item, "binary", "binary data, not text")
    return text


def _meta_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 8192)
    return match.group(1).decode("ascii", "ignore") if match else None


def _strict(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None
    except Exception:  # noqa: BLE001 - a codec of the standard library that is no charset ("zip", "idna") fails in its own way
        return None


def _repaired(item: str, data: bytes, charset: str | None) -> str:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _REPLACED_SHARE * len(text):
        return text
    guess = _guessed(data) if charset is None else None
    if guess is not None:
        return guess
    raise refusal(item, "encoding", "not in UTF-8 nor in the charset it declares: save it as UTF-8")


def _guessed(data: bytes) -> str | None:
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415 - only for pages without a charset

    return _strict(data, detect_encoding(data, max_len=65536))
