"""`Page`: one item of input as `acquire` found it, before anything is read from it."""

from __future__ import annotations

from typing import Literal

import msgspec

Media = Literal["html", "text", "markdown"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One item of input.

    `name` says where it stands, for messages ("news.jsonl:17", "page.html"). `content` is the decoded
    text of the item: HTML source, plain text or Markdown, as `media` says. The other fields are what
    the item's row, file or response declared about it; null where it declared nothing.
    """

    name: str
    media: Media
    content: str
    uri: str | None = None
    row_id: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    language: str | None = None
    fetched: str | None = None
    extra: dict[str, object] = {}
