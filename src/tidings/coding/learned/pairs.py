"""What the network is asked about parties: a word that tells an event, and all who may take part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tidings.coding.learned.traits import traits
from tidings.coding.learned.ways import way

if TYPE_CHECKING:
    from tidings.coding.learned.view import View


class Pairs(NamedTuple):
    """A trigger with the candidates of its sentence, P of them; not one that stands at the trigger."""

    at: int
    kind: int
    heads: list[int]
    paths: list[str]
    between: list[list[int]]
    sectors: list[str]
    traits: list[tuple[int, ...]]
    entities: list[int]

    @classmethod
    def of(cls, view: View, at: int, kind: int) -> Pairs:
        """Return what is asked about a word (its place in the sentence) and a type (its index)."""
        tokens = view.sentence.tokens
        token, first, seen = tokens[at], tokens[0].i, traits(view, at)
        asked = [k for k, candidate in enumerate(view.candidates) if candidate.head != at]
        chosen = [view.candidates[k] for k in asked]
        ways = [way(token, c.token) for c in chosen]
        return cls(
            at,
            kind,
            [c.head for c in chosen],
            [w.path for w in ways],
            [[t.i - first for t in w.between] for w in ways],
            [c.sector for c in chosen],
            [seen[k] for k in asked],
            [c.entity for c in chosen],
        )
