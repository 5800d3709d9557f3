"""Meetings by where and who: a visit in the country of one of two sides, multilateral with three."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Mentions

PLACED = ("in", "at")
SIDES = 2


def settle_visit(draft: Draft, mentions: Mentions, parties: Parties, codebook: Codebook) -> None:
    """Give a meeting of two sides the mode of a visit, where its clause places it in the country of one.

    Only of people who come from two countries: states meet anywhere, and three sides do not visit each other.
    Both stay actors, as the text says of neither that he went to the other.
    """
    visit = next((v for v in codebook.rules.visits if v.startswith(f"{draft.type}.")), None)
    if visit is None or draft.mode is not None or draft.recipient or not draft.match.frame.entry.reciprocal:
        return
    if not all(_is_person(hit, parties) for hit in draft.actor):
        return
    lands = [frozenset(parties.countries(hit)) for hit in draft.actor]
    sides = frozenset().union(*lands)
    if len(sides) == SIDES and all(len(land) == 1 for land in lands) and _country(draft, mentions) in sides:
        draft.mode = visit.partition(".")[2]


def settle_many(draft: Draft, parties: Parties, codebook: Codebook) -> None:
    """Give a mutual deed without a mode that of many sides, if its parties come from three countries."""
    if draft.mode is not None or draft.recipient or not draft.match.frame.entry.reciprocal:
        return
    many = next((m for m in codebook.rules.many_sided if m.startswith(f"{draft.type}.")), None)
    lands = {land for hit in draft.actor for land in parties.countries(hit)}
    if many is not None and len(lands) > SIDES:
        draft.mode = many.partition(".")[2]


def _is_person(hit: Hit, parties: Parties) -> bool:
    actors = [parties.actor(i) for i in hit.mention.actors]
    return all(actor is not None and actor.kind == "person" for actor in actors)


def _country(draft: Draft, mentions: Mentions) -> str | None:
    """Return the country of the place that the predicate's clause names after "in" or "at", best after it."""
    here = draft.predicate.token.start
    starts = [t.start for name in PLACED for t in draft.predicate.fillers(name)]
    for start in sorted(starts, key=lambda start: (start < here, start)):
        for place in mentions.places:
            if any(m.start <= start < m.end for m in place.mentions):
                return place.country
    return None
