"""The mode of a deed: by the words in its slots, nearest the head of the slot first, or in its clause."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Frame, WordList
    from tidings.coding.parties import Parties
    from tidings.coding.predicate import Predicate
    from tidings.records import Token

COMPOUND = "compound"
DEPTH = 8
"""Steps down from the head of a slot's phrase within which a word can tell the mode."""


def mode_of(frame: Frame, predicate: Predicate, parties: Parties) -> str | None:
    """Return the mode of the first rule that holds, or else the frame's own.

    Rules of one slot that stand together are tried together, nearest word first: of "urged Oslo to free the
    men who had left the talks", "free" decides and not "talks". Rules without a slot look at the whole
    clause, at any depth and in their own order, but for the words of names.
    """
    clause: list[Token] | None = None
    for slot, rules in groupby(frame.modes, key=lambda rule: rule[1]):
        together = [(mode, words) for mode, _, words in rules]
        if slot is not None:
            found = _nearest(together, predicate.fillers(slot))
        else:
            if clause is None:
                clause = [t for t in predicate.clause() if not parties.is_named(t)]
            found = next((mode for mode, words in together if words.any(clause)), None)
        if found is not None:
            return found
    return frame.entry.mode


def _nearest(rules: Sequence[tuple[str, WordList]], heads: Sequence[Token]) -> str | None:
    """Return the mode whose word stands nearest the heads of the slot's phrases; of two, the first rule's."""
    level = list(heads)
    for _ in range(DEPTH):
        level += [c for token in level for c in token.children if c.deprel == COMPOUND]
        for mode, words in rules:
            if any(map(words.has_part, level)):
                return mode
        level = [c for token in level for c in token.children if c.deprel not in {COMPOUND, "punct"}]
    return None
