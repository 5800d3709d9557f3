"""Joining the known names of a sentence with those that the parser found."""

from __future__ import annotations

from tidings.mention.actors.entries import Entry
from tidings.mention.actors.piece import Piece


def merge(known: list[Piece], found: list[Piece]) -> list[Piece]:
    """Join known names with the parser's: the longer wins, a known name over an entity of the same length."""
    names: list[Piece] = []
    for piece in sorted([*known, *found], key=_strength):
        over = [other for other in names if other.first <= piece.last and piece.first <= other.last]
        if not over:
            names.append(piece)
        elif len(over) == 1 and over[0].first <= piece.first and piece.last <= over[0].last:
            if piece.hit:
                over[0].inner = (*over[0].inner, piece)
            elif over[0].hit and over[0].entity is None:
                over[0].entity = piece.entity
        elif len(over) == 1 and _goes_on(over[0], piece):
            over[0].wider = piece.entity
    return sorted(names, key=_place)


def _goes_on(known: Piece, found: Piece) -> bool:
    """Whether the parser's name of a person goes on after a known name, as that of a son or wife may."""
    person = known.hit is not None and known.hit.entries[0].kind == "person"
    longer = person and found.entity is not None and found.first <= known.first and known.last < found.last
    return longer and all(token.upos == "PROPN" for token in found.entity.tokens if token.i > known.last)  # type: ignore[union-attr]


def _strength(piece: Piece) -> tuple[int, bool, int]:
    sure = piece.hit is not None and not piece.hit.bare and any(_is_sure(e, piece) for e in piece.hit.entries)
    return (-(piece.last - piece.first) - 100 * sure, piece.hit is None, piece.first)


def _is_sure(entry: Entry, piece: Piece) -> bool:
    """Whether a known name wins over a longer one of the parser: a person's, a long one of a body."""
    return entry.kind == "person" or (entry.kind == "organisation" and piece.last - piece.first > 1)


def _place(piece: Piece) -> int:
    return piece.first
