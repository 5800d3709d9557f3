"""What counts as a right and as a wrong answer to a codebook's example."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tidings.codebook import Codebook
from tidings.codebook.check import run_checks
from tidings.codebook.schema import Example, ExampleEvent, TypeEntry
from tidings.records import Actor, Event, Party, Span

TEXT = "Kenya met Uganda."


def party(text: str) -> Party:
    at = TEXT.index(text)
    return Party(actor=text, start=at, end=at + len(text), text=text)


def event(kind: str = "CONSULT", actor: Sequence[str] = ("Kenya", "Uganda"), **fields: object) -> Event:
    span = Span(start=6, end=9, text="met")
    made = Event(
        id="e", type=kind, quad=1, score=1.0, cameo="04", actor=tuple(map(party, actor)), trigger=span,
        sentence=span, confidence=1.0, why="CONSULT.meet",
    )  # fmt: skip
    return msgspec.structs.replace(made, **fields)


def faults(example: Example, *events: Event) -> tuple[str, ...]:
    kind = TypeEntry(type="CONSULT", quad=1, score=1.0, cameo="04", definition="Talk.", examples=(example,))
    shipped = Codebook.load()
    codebook = Codebook(
        types={"CONSULT": kind}, lists={}, rules=shipped.rules, modality=shipped.modality,
        light_verbs=shipped.light_verbs, contexts={}, domains={}, version="0", triggers={},
    )  # fmt: skip

    def code(text: str, day: str) -> tuple[Sequence[Actor], Sequence[Event]]:
        assert (text, day) == (example.text, "2024-06-12")
        return (), events

    (failure,) = run_checks(codebook, code)
    return failure.faults if failure else ()


def wanted(**fields: object) -> Example:
    right = ExampleEvent(type="CONSULT", actor=("Kenya", "Uganda"), recipient=())
    return Example(text=TEXT, events=(msgspec.structs.replace(right, **fields),))


def test_the_right_event_holds() -> None:
    """Type, parties and aux right: no fault."""
    assert faults(wanted(), event()) == ()


def test_nothing_coded_is_a_missing_event() -> None:
    """Silence fails a positive example and holds for a negative one."""
    assert faults(wanted()) == ("missing CONSULT",)
    assert faults(Example(text=TEXT)) == ()


def test_an_event_too_many_is_a_fault() -> None:
    """Examples list every event."""
    assert faults(wanted(), event(), event("ACCUSE")) == ("unwanted ACCUSE",)
    assert faults(Example(text=TEXT), event()) == ("unwanted CONSULT",)


def test_parties_must_be_complete() -> None:
    """One of two actors is not enough."""
    assert faults(wanted(), event(actor=("Kenya",)))[0].startswith("CONSULT: actor is ['Kenya']")


def test_omitted_aux_means_none() -> None:
    """An auxiliary mode that the example does not name is a fault."""
    assert faults(wanted(), event(aux=("future",))) == ("CONSULT: aux is ['future'], not []",)
    assert faults(wanted(aux=("future",)), event(aux=("future",))) == ()


def test_mode_is_checked_where_given() -> None:
    """An empty string asks for no mode; an omitted one for any."""
    assert faults(wanted(mode="visit"), event()) == ("CONSULT: mode is None, not visit",)
    assert faults(wanted(mode=""), event(mode="visit")) == ("CONSULT: mode is visit, not none",)
    assert faults(wanted(), event(mode="visit")) == ()


def test_an_optional_event_may_be_left_out() -> None:
    """Optional: neither missed nor unwanted."""
    assert faults(wanted(optional=True)) == ()
    assert faults(wanted(optional=True), event()) == ()
