"""Where an event happened: the place that its clause names, or else its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook.schema import Rules
    from tidings.coding.clauses import Predicate
    from tidings.records import Document, Mentions, Place, Span

HYPHENED = re.compile(r"\s?-\s?(\w+)")
PRECISIONS = ("site", "city", "admin1", "country")
"""How closely a place is known, closest first."""


def event_place(
    predicate: Predicate, mentions: Mentions, document: Document, parties: Iterable[Span], rules: Rules
) -> str | None:
    """Return the id of the place that the clause names, or else its sentence.

    Parties are no places, nor is a place that only describes a party.
    """
    taken = [(p.start, p.end) for p in parties]
    starts = {t.start: t for t in predicate.clause()}
    sentence = predicate.token.sentence
    found: list[tuple[int, int, Place]] = []
    for place in mentions.places:
        for m in place.mentions:
            if not sentence.start <= m.start < sentence.end or any(
                s < m.end and m.start < e for s, e in taken
            ):
                continue
            if _describes(m, document.text, rules):
                continue
            before = document.text[max(0, m.start - 12) : m.start].split()
            locative = bool(before) and before[-1].lower() in rules.scene_prepositions
            rank = (0 if m.start in starts else 2) + (0 if locative else 1)
            if rank < 3:
                found.append((rank, abs(m.start - predicate.token.start), place))
    if not found:
        return None
    best = min(found, key=_closeness)
    inside = [
        e for e in found if e[0] < 2 and e[2].country == best[2].country and breadth(e[2]) < breadth(best[2])
    ]
    return min(inside, key=_closeness, default=best)[2].id  # "at Russia's Vostochny Cosmodrome"


def _describes(place: Span, text: str, rules: Rules) -> bool:
    """Whether a place only says whose somebody is: "the envoy for Ukraine", "the Yemen-based group"."""
    before = text[max(0, place.start - 8) : place.start].split()
    after = HYPHENED.match(text, place.end)
    return bool(before and before[-1] == "for") or (after is not None and after[1] in rules.belonging)


def breadth(place: Place) -> int:
    """Return 0 for a site, up to 3 for a country and 4 where it is not known how closely a place is fixed."""
    return PRECISIONS.index(place.precision) if place.precision else len(PRECISIONS)


def _closeness(entry: tuple[int, int, Place]) -> tuple[int, int]:
    return entry[:2]
