"""`Draft`: one article while it passes through the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from tidings.records import Actor, Article, Document, Event, MadeBy, Mentions, Page, Reading

T = TypeVar("T")


@dataclass(slots=True)
class Draft:
    """What the stages have added so far. `finished` ends the way through the stages early."""

    page: Page
    reading: Reading | None = None
    document: Document | None = None
    mentions: Mentions | None = None
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()
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
            actors=acting(found, self.events),
            places=found.places,
            dates=found.dates,
            quotes=found.quotes,
            events=self.events,
            notes=reading.notes + self.notes,
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


def acting(found: Mentions, events: tuple[Event, ...]) -> tuple[Actor, ...]:
    """Return the actors of a record: all that an event or a quotation refers to, and all named ones.

    A bare description ("spy", "forces") that nothing refers to and a state or city that is only a place in
    this text are evidence of nothing.
    """
    used = {party.actor for event in events for party in (*event.actor, *event.recipient)}
    used |= {quote.speaker for quote in found.quotes if quote.speaker}
    used |= {event.attribution.speaker for event in events if event.attribution and event.attribution.speaker}
    named = {a for m in found.actor_mentions if m.form == "name" and not m.locative for a in m.actors}
    return tuple(actor for actor in found.actors if actor.id in used or actor.id in named)
