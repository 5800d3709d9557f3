"""`Draft`: one article while it passes through the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from tidings.records import Article, Document, Event, MadeBy, Mentions, Page, Reading

T = TypeVar("T")


@dataclass(slots=True)
class Draft:
    """What the stages have added so far. `finished` ends the way through the stages early."""

    page: Page
    reading: Reading | None = None
    document: Document | None = None
    mentions: Mentions | None = None
    events: tuple[Event, ...] = ()
    finished: bool = False

    def article(self, made_by: MadeBy) -> Article:
        """Return the finished record."""
        reading = given(self.reading)
        found = self.mentions or Mentions()
        return Article(
            id=reading.id,
            source=reading.source,
            title=reading.title,
            byline=reading.byline,
            section=reading.section,
            language=reading.language,
            published=reading.published,
            text=reading.text,
            blocks=reading.blocks,
            actors=found.actors,
            places=found.places,
            dates=found.dates,
            quotes=found.quotes,
            events=self.events,
            notes=reading.notes,
            made_by=made_by,
            extra=reading.extra,
        )


def given(value: T | None) -> T:
    """Return what an earlier stage has left in the draft.

    Raises:
        RuntimeError: The list of stages is out of order.

    """
    if value is None:
        raise RuntimeError("a stage ran before the one that it builds on")
    return value
