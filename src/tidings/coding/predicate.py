"""`Predicate`: a word that may say an event, with its deep-syntactic slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.coding import phrases, syntax

if TYPE_CHECKING:
    from tidings.codebook.frames import Pos
    from tidings.records import Token

NESTING = frozenset({"object", "of", "in", "to", "for", "from", "on", "with", "by", "at", "against"})
EMBEDDED = frozenset({"acl", "ccomp", "parataxis", "advcl"})
Slots = dict[str, list["Token"]]


@dataclass(slots=True, eq=False)
class Predicate:
    """A word that may say an event, with its slots.

    `near` holds fillers that the parser attached to a neighbour (a preposition of the object, of the light
    verb): used where `slots` has none. `carrier` is the verb that lends a noun its tense and subject.
    """

    token: Token
    pos: Pos
    passive: bool = False
    slots: Slots = field(default_factory=dict)
    near: Slots = field(default_factory=dict)
    carrier: Token | None = None
    _clause: list[Token] = field(default_factory=list)

    def fillers(self, slot: str) -> list[Token]:
        """Return the heads of the phrases that fill the slot; empty where there are none."""
        return self.slots.get(slot) or self.near.get(slot) or []

    def clause(self) -> list[Token]:
        """Return the tokens of the predicate's own clause: its subtree, embedded clauses left out."""
        if not self._clause:
            found = _without_clauses(self.carrier or self.token)
            if self.token not in found:
                found += _without_clauses(self.token)
            self._clause = sorted(found, key=_index)
        return self._clause


def _without_clauses(top: Token) -> list[Token]:
    found = [top]
    for token in found:  # grows while it is walked
        found.extend(
            c for c in token.children
            if c.deprel.partition(":")[0] not in EMBEDDED and not (c.deprel == "conj" and c.upos == "VERB")
        )  # fmt: skip
    return found


def _index(token: Token) -> int:
    return token.i


def add_nested(predicate: Predicate) -> None:
    """Add to `near` the prepositional phrases of the predicate's phrases, and of those: nearest first."""
    level = [t for slot, fillers in predicate.slots.items() if slot in NESTING for t in fillers]
    for _ in range(2):
        inner: Slots = {}
        for token in level:
            add_oblique(token, inner)
        for slot, fillers in inner.items():
            predicate.near.setdefault(slot, fillers)
        level = [t for fillers in inner.values() for t in fillers]


def add_oblique(token: Token, slots: Slots) -> None:
    """Add the prepositional phrases of the token, under the word or words that mark them."""
    for child in token.children:
        if child.deprel.partition(":")[0] not in syntax.OBLIQUE or child.deprel == "nmod:poss":
            continue
        if syntax.is_hedged_object(child):
            continue
        names = phrases.prepositions(child)
        relative = syntax.antecedent(child, token)
        for name in names:
            slots.setdefault(name, []).append(relative or child)
