"""The stable identity of an article."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.records import Page

_ID_DIGITS = 16


def content_hash(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(page: Page, text: str) -> str:
    """Return 16 hexadecimal digits from the source's own name and the text.

    A file counts with its name alone, so that the same file gives the same id in every folder.
    """
    uri = page.uri or ""
    name = uri if "://" in uri else uri.rpartition("/")[2]
    return content_hash("\x1f".join((page.row_id or "", name, text)))[:_ID_DIGITS]
