"""A file of one event type: its modes, its frames, and the examples that hold it to them."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from tidings.codebook.schema.entry import Entry, Need, Words
from tidings.records.event import Aux


class ModeEntry(Entry, frozen=True, kw_only=True):
    """A mode of a type: its score, CAMEO code, definition, and the lemmas of a clause that choose it."""

    score: float | None = None
    cameo: str | None = None
    definition: str = ""
    cues: Words = ()


class ModeRule(Entry, frozen=True, kw_only=True):
    """Chooses `mode` where one of `any` stands in the event's clause, or in `slot`'s phrase if given."""

    mode: str
    any: Words
    slot: str | None = None


class ClauseNeed(Entry, frozen=True, kw_only=True):
    """The complement clause that a frame needs: its predicate matches a frame of `types` ("any": all)."""

    types: Need = "any"


class FrameEntry(Entry, frozen=True, kw_only=True):
    """One way to say an event. Slots are deep-syntactic; see `tidings.coding.clauses`."""

    id: str
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    actor: Words | None = None
    recipient: Words = ()
    reciprocal: bool = False
    mode: str | None = None
    modes: tuple[ModeRule, ...] = ()
    needs: dict[str, Need] = field(default_factory=dict)
    without: dict[str, Need] = field(default_factory=dict)
    clause: ClauseNeed | None = None
    actor_sectors: Words = ()
    aux: tuple[Aux, ...] = ()
    consumes: bool = True
    confidence: float = 0.8
    agentless: Literal["no", "optional"] = "no"
    alone: bool = False
    also: bool = False
    note: str = ""


class ExampleEvent(Entry, frozen=True, kw_only=True):
    """One event that an example must yield. An omitted field is not checked, except `aux`: then empty."""

    type: str
    mode: str | None = None
    actor: Words | None = None
    recipient: Words | None = None
    aux: tuple[Aux, ...] = ()
    optional: bool = False


class Example(Entry, frozen=True, kw_only=True):
    """A text with all the events it must yield; `date` is its day of publication."""

    text: str
    events: tuple[ExampleEvent, ...] = ()
    date: str | None = None
    note: str = ""


class TypeEntry(Entry, frozen=True, kw_only=True):
    """One event type: a whole type file. An ontology that has nothing to do with CAMEO leaves `cameo` out."""

    type: str
    quad: int
    score: float
    cameo: str = ""
    definition: str
    recipient: Literal["optional", "required"] = "optional"
    modes: dict[str, ModeEntry] = field(default_factory=dict)
    frames: tuple[FrameEntry, ...] = ()
    examples: tuple[Example, ...] = ()
