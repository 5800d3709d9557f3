"""What a mention has, seen from a word that tells an event, as small numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from tidings.coding.hit import Via

if TYPE_CHECKING:
    from tidings.coding.clauses import Predicate
    from tidings.coding.coder import Analysis
    from tidings.coding.learned.view import View
    from tidings.records import Token

FORMS: Final = ("name", "role", "pronoun", "place")
SLOTS: Final = (
    "", "subject", "object", "indirect", "possessor", "clause", "with", "against", "on", "to", "from",
    "between", "among", "into", "over", "by", "of", "for", "at", "in", "other",
)  # fmt: skip
VIAS: Final = ("", *get_args(Via))
POSITIONS: Final = ("verb", "noun", "adjective")
WIDTHS: Final = (len(FORMS), 2, 2, 12, 4, 4, len(SLOTS), len(VIAS), 2 * len(POSITIONS), 4)


def slots(analysis: Analysis, token: Token) -> tuple[Predicate, dict[int, tuple[str, str]]]:
    """Return a token's predicate and, by mention, the slot that it fills and the way to it."""
    predicate = analysis.predicate(token)
    found: dict[int, tuple[str, str]] = {}
    for filled in (predicate.slots, predicate.near):
        for slot, fillers in filled.items():
            for hit in analysis.parties.hits(fillers, parts=True):
                found.setdefault(id(hit.mention), (slot, hit.via))
    return predicate, found


def traits(view: View, at: int) -> list[tuple[int, ...]]:
    """Return for each candidate what it has beside words and path, as numbers below `WIDTHS`.

    Form of the mention; whether it names a place as such; whether it has a country or a sector; on which
    side of the trigger it stands and how far; its role in the frame's draft (3: no draft there); its roles
    in the drafts of other words (3: both); the slot of the trigger that it fills, and the way to it; the
    trigger's part of speech and voice; how many candidates fill slots (up to 3).
    """
    predicate, filled = slots(view.analysis, view.sentence.tokens[at])
    pos = POSITIONS.index(predicate.pos) + (len(POSITIONS) if predicate.passive else 0)
    return [_traits(view, at, k, filled, pos) for k in range(len(view.candidates))]


def _elsewhere(view: View, at: int, k: int) -> int:
    """Return whether other words have the candidate act (1), receive (2), or both (3)."""
    roles = {role for (other, j), role in view.roles.items() if j == k and other != at}
    return 3 if len(roles) > 1 else next(iter(roles), 0)


def _traits(view: View, at: int, k: int, filled: dict[int, tuple[str, str]], pos: int) -> tuple[int, ...]:
    candidate = view.candidates[k]
    mention = candidate.mention
    away = candidate.head - at
    slot, via = filled.get(id(mention), ("", ""))
    return (
        FORMS.index(mention.form),
        int(mention.locative),
        int(candidate.political),
        min(int(np.log2(abs(away) + 1)), 5) + (6 if away > 0 else 0),
        view.roles.get((at, k), 0) if at in view.drafts else 3,
        _elsewhere(view, at, k),
        SLOTS.index(slot) if slot in SLOTS else len(SLOTS) - 1,
        VIAS.index(via),
        pos,
        min(len(filled), 3),
    )
