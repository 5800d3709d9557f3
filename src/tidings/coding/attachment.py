"""`Attachment`: how a phrase hangs on a predicate: beside it, in one of its phrases, in another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tidings.coding.tags import VERBAL
from tidings.coding.upward import sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.predicate import Predicate
    from tidings.records import Token

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})


class Attachment(NamedTuple):
    """The ways from a phrase and from a predicate up to the word where they meet, which is left out.

    `below` begins with the head of the phrase, `above` with the predicate's word; either is empty where it is
    itself where they meet.
    """

    below: tuple[Token, ...]
    above: tuple[Token, ...]

    @property
    def own_clause(self) -> bool:
        """Whether no clause begins on either way."""
        return not any(map(clause_relation, (*self.below, *self.above)))

    @property
    def inner_clauses(self) -> list[Token]:
        """Heads of clauses between the phrase and the meeting, the outermost first."""
        return [t for t in reversed(self.below) if clause_relation(t)]

    @property
    def outer_clauses(self) -> list[Token]:
        """Heads of clauses between the predicate and the meeting, the outermost first."""
        return [t for t in reversed(self.above) if clause_relation(t)]


def clause_relation(token: Token) -> str | None:
    """Return the relation by which a word begins a clause, or None where it begins none.

    It is without its subtype ("advcl" for "advcl:relcl"), but for "acl:relcl"; "conj" only of two verbs.
    """
    if token.deprel == "acl:relcl":
        return token.deprel
    relation = token.deprel.partition(":")[0]
    if relation == "conj":
        return relation if token.upos in VERBAL and _joins_verb(token) else None
    return relation if relation in CLAUSES else None


def _joins_verb(conjunct: Token) -> bool:
    return conjunct.head is not None and conjunct.head.upos in VERBAL


def attachment(phrase: Token, predicate: Predicate) -> Attachment | None:
    """Return how a phrase, given by its head, hangs on a predicate; None in another sentence."""
    if phrase.sentence is not predicate.token.sentence:
        return None
    below, above = sides(phrase, predicate.token)
    return Attachment(tuple(below), tuple(above))


def head_between(sentence_tokens: Sequence[Token], start: int, end: int) -> Token | None:
    """Return the head of a span of characters (end exclusive): its first word with its head outside.

    An article is that only where there is no other; None where the span touches no word of the sentence.
    """
    inside = [t for t in sentence_tokens if t.start < end and start < t.end]
    heads = [t for t in inside if t.head is None or not start <= t.head.start < end]
    return next((t for t in heads if t.upos != "DET"), heads[0] if heads else None)
