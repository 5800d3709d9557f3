"""The country that the words of a phrase give it."""

from __future__ import annotations

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.phrase import Phrase, is_person
from tidings.mention.actors.piece import Piece

_STATES = frozenset(["state", "region", "capital", "demonym"])


def owner_country(phrase: Phrase, choice: Choice) -> str | None:
    """Return the country that the words of a phrase give: owner, complement, place, or a part of the name."""
    own = [*reversed(phrase.owners), *phrase.after]
    inner = list(phrase.name.inner) if phrase.name and not is_person(phrase.name) else []
    inner = [piece for piece in inner if not (piece.hit and piece.hit.bare)]
    role = phrase.roles[-1].role if phrase.roles else None
    abroad = role is not None and role.noun.endswith(
        ("ambassador", "envoy", "representative", "embassy", "consulate")
    )
    if abroad:
        own = list(reversed(phrase.owners))
    place = [phrase.place] if phrase.place and not abroad else []
    if not own and not place and phrase.name and (country := _place_in_name(phrase.name, choice)):
        return country
    for pieces, states in ((own, True), (own, False), ([*place, *inner], True), ([*place, *inner], False)):
        if country := next((c for p in pieces if (c := _country(p, choice, states=states))), None):
            return country
    return None


def _place_in_name(name: Piece, choice: Choice) -> str | None:
    """Return the country of the place that a body's own name begins with ("Toronto Police")."""
    role = next((piece for piece in name.inner if piece.role), None)
    if name.entity is None or name.hit or role is None or name.entity.label == "PERSON":
        return None
    before = [token.text for token in name.entity.tokens if token.i < role.first]
    country = choice.locate(" ".join(before)) if before else None
    return country if country and choice.votes[country] else None


def _country(piece: Piece, choice: Choice, *, states: bool) -> str | None:
    if piece.hit is None:
        place = states and piece.entity is not None and piece.entity.label == "LOC"
        if place and piece.entity:
            return choice.locate(piece.entity.text)
        return next((c for inner in piece.inner if (c := _country(inner, choice, states=states))), None)
    entry = choice.pick(piece.hit)
    if states != (entry.kind in _STATES) or entry.kind == "person":
        return None
    return entry.country
