"""`Article`: the finished record of one page, and the small records of its source and layout."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.actor import Actor
from tidings.records.date import Date
from tidings.records.event import Event
from tidings.records.place import Place
from tidings.records.quote import Quote
from tidings.records.span import Span

__all__ = ["Article", "Block", "BlockKind", "MadeBy", "Published", "Source", "Span"]

BlockKind = Literal[
    "title", "standfirst", "dateline", "paragraph", "subhead", "caption", "teaser", "furniture"
]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text with one function on the page. The blocks partition the text."""

    kind: BlockKind
    start: int
    end: int


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where the page came from. `id` is the input row's own id; `content_hash` is SHA-256 of the text."""

    id: str | None = None
    uri: str | None = None
    publisher: str | None = None
    fetched: str | None = None
    content_hash: str


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The day (or minute) of publication, with the evidence it rests on and how sure it is (0-1)."""

    value: str
    precision: Literal["year", "month", "day", "minute", "second"]
    from_: str = msgspec.field(name="from")
    confidence: float


class MadeBy(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of all that decided the record: a record is compared only with its like.

    `model` is the language model, `learned` the learned part of coding; "none" where a part had no say.
    """

    tidings: str
    model: str
    codebook: str
    tables: str
    learned: str = "none"


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One page, read and coded: schema ``tidings/1``."""

    schema: Literal["tidings/1"] = "tidings/1"
    id: str
    source: Source
    title: str | None = None
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    published: Published | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()
    made_by: MadeBy
    extra: dict[str, object] = {}

    def _repr_html_(self) -> str:
        from tidings.records.html import article_html  # noqa: PLC0415  (only notebooks draw articles)

        return article_html(self)
