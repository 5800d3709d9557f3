"""`Layout`: what one of the readers (plain text, Markdown, HTML) found on a page."""

from __future__ import annotations

import msgspec

from tidings.read.lines import Labelled
from tidings.read.written_date import FoundDate


class Evidence(msgspec.Struct, frozen=True):
    """A date that something on the page gives for its publication, and what gives it."""

    date: FoundDate
    source: str


class Layout(msgspec.Struct, kw_only=True):
    """The text of a page, its parts in order, and what its furniture says about the article."""

    text: str
    parts: list[Labelled] = []
    title: str | None = None
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    publisher: str | None = None
    uri: str | None = None
    dates: list[Evidence] = []
    notes: list[str] = []
