"""`Event`: who did what to whom, when, where, and who said so; every field with its evidence."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.span import Span

Aux = Literal["historical", "future", "hypothetical", "negation"]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One member of an event's actor or recipient list: the actor's id and where the text names it."""

    actor: str
    start: int
    end: int
    text: str


class EventDate(msgspec.Struct, frozen=True, kw_only=True):
    """When the event happened. `from` is `text` (a time expression) or `published`."""

    value: str
    precision: str
    from_: str = msgspec.field(name="from")


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who reported the event: an actor id, and the quote it stands in, where it stands in one."""

    speaker: str | None = None
    quote: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One PLOVER event. `quad` is 1-4, `score` -10 to +10 (PLOVER manual, 2023). `why` is a frame's id.

    `mentions` are the triggers of all tellings of the event in the article, its own among them.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    aux: tuple[Aux, ...] = ()
    quad: int
    score: float
    cameo: str
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    trigger: Span
    sentence: Span
    mentions: tuple[Span, ...] = ()
    place: str | None = None
    date: EventDate | None = None
    attribution: Attribution | None = None
    confidence: float
    why: str
