"""Runs the examples of a codebook: every example must yield exactly its events.

The coding itself is handed in (`code`), because a codebook stands before the stages that code.
`tidings.coding.check` puts the real parser, finder and coder behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tidings.codebook.loader import Codebook
    from tidings.codebook.schema import Example, ExampleEvent
    from tidings.records import Actor, Event, Party

    Code = Callable[[str, str], tuple[Sequence[Actor], Sequence[Event]]]

# The day of publication of examples that name none: a Wednesday.
DAY = "2024-06-12"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not yield its events: where it stands, and each fault in one line."""

    type: str
    number: int
    text: str
    faults: tuple[str, ...]
    coded: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.type} example {self.number}: {self.text}"]
        lines += [f"  - {fault}" for fault in self.faults]
        lines += [f"  coded: {line}" for line in self.coded or ("nothing",)]
        return "\n".join(lines)


def run_checks(codebook: Codebook, code: Code, types: Iterable[str] = ()) -> Iterator[Failure | None]:
    """Yield for every example None where it holds, or its failure.

    Args:
        codebook: the codebook whose examples are run.
        code: codes a text published on a day (YYYY-MM-DD): its actors and events.
        types: only these event types; all where empty.
    """
    chosen = set(types)
    for name, kind in codebook.types.items():
        if chosen and name not in chosen:
            continue
        for number, example in enumerate(kind.examples, 1):
            yield _run(name, number, example, code)


def _run(name: str, number: int, example: Example, code: Code) -> Failure | None:
    actors, events = code(example.text, example.date or DAY)
    mentions = {actor.id: [(m.start, m.end) for m in actor.mentions] for actor in actors}
    faults = _faults(example, events, mentions)
    if not faults:
        return None
    return Failure(name, number, example.text, tuple(faults), tuple(describe(event) for event in events))


def describe(event: Event) -> str:
    """Return an event as one line."""
    mode = f" {event.mode}" if event.mode else ""
    aux = f" [{', '.join(event.aux)}]" if event.aux else ""
    actor = ", ".join(p.text for p in event.actor)
    recipient = ", ".join(p.text for p in event.recipient)
    return f"{event.type}{mode}{aux} ({actor}) -> ({recipient})  '{event.trigger.text}' {event.why}"


def _faults(
    example: Example, events: Sequence[Event], mentions: dict[str, list[tuple[int, int]]]
) -> list[str]:
    faults: list[str] = []
    left = list(events)
    for want in sorted(example.events, key=_is_optional):
        best = min(
            (e for e in left if e.type == want.type),
            key=lambda e: len(_differences(want, e, example.text, mentions)),
            default=None,
        )
        if best is None:
            if not want.optional:
                faults.append(f"missing {want.type}")
            continue
        left.remove(best)
        faults.extend(f"{want.type}: {d}" for d in _differences(want, best, example.text, mentions))
    faults.extend(f"unwanted {event.type}" for event in left)
    return faults


def _is_optional(event: ExampleEvent) -> bool:
    return event.optional


def _differences(
    want: ExampleEvent, event: Event, text: str, mentions: dict[str, list[tuple[int, int]]]
) -> list[str]:
    found = []
    if want.mode is not None and (event.mode or "") != want.mode:
        found.append(f"mode is {event.mode}, not {want.mode or 'none'}")
    if sorted(want.aux) != sorted(event.aux):
        found.append(f"aux is {list(event.aux)}, not {list(want.aux)}")
    roles = (("actor", want.actor, event.actor), ("recipient", want.recipient, event.recipient))
    for role, wanted, parties in roles:
        if wanted is not None and not _same(wanted, parties, text, mentions):
            found.append(f"{role} is {[p.text for p in parties]}, not {list(wanted)}")
    return found


def _same(
    wanted: Sequence[str], parties: Sequence[Party], text: str, mentions: dict[str, list[tuple[int, int]]]
) -> bool:
    """Whether every wanted phrase meets a party, or another mention of its actor, and every party one."""
    gold = [(at, at + len(phrase)) for phrase in wanted for at in _places(phrase, text)]
    found = [[(p.start, p.end), *mentions.get(p.actor, ())] for p in parties]
    each_wanted = all(
        any(
            _meets(span, party)
            for span in ((at, at + len(phrase)) for at in _places(phrase, text))
            for party in found
        )
        for phrase in wanted
    )
    return each_wanted and all(any(_meets(span, party) for span in gold) for party in found)


def _places(phrase: str, text: str) -> list[int]:
    places, at = [], text.find(phrase)
    while at >= 0:
        places.append(at)
        at = text.find(phrase, at + 1)
    return places


def _meets(span: tuple[int, int], party: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in party)
