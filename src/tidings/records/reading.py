"""`Reading`: a page after `read`: its text, its blocks and what is known about it."""

from __future__ import annotations

import msgspec

from tidings.records.article import Block, Published, Source


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of an `Article` that reading settles; the stages after it add mentions and events."""

    id: str
    source: Source
    title: str | None = None
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    published: Published | None = None
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    extra: dict[str, object] = {}
