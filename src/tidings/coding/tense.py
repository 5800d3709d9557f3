"""The time that a deed is told in: present, pluperfect, that of the verb above it, or years before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import phrases
from tidings.coding.syntax import is_finite
from tidings.coding.tags import PRESENT, VERBAL

if TYPE_CHECKING:
    from tidings.coding.clauses import Predicate
    from tidings.records import Token

LATER = frozenset({"after"})
SPANS = frozenset({"year", "decade", "century", "generation"})
DEPTH = 4
REACH = 6


def is_told_now(predicate: Predicate) -> bool:
    """Whether the verb stands in the present, the perfect or the future: no date makes that old.

    In "a court sentences the officer for a massacre in 1944" the year dates another deed.
    """
    at: Token | None = predicate.carrier or predicate.token
    for _ in range(DEPTH):
        if at is None or at.upos not in VERBAL:
            return False
        if at.xpos in PRESENT or any(c.xpos in PRESENT and c.deprel.startswith("aux") for c in at.children):
            return True
        if is_finite(at):
            return False
        at = governor(at)
    return False


def had_done(verb: Token) -> bool:
    """Whether the verb stands in the pluperfect: "had agreed in 2023"."""
    return verb.xpos == "VBN" and has_had(verb)


def has_had(word: Token) -> bool:
    """Whether "had" helps a verb, or a noun with a copula: "had agreed", "had been at war"."""
    return any(c.lower == "had" and c.deprel.startswith("aux") for c in word.children)


def governor(token: Token) -> Token | None:
    """Return the verb that a predicate shares its time with: of an infinitive, gerund or coordination."""
    head = token.head
    if head is None or head.upos != "VERB":
        return None
    shares = token.deprel == "advcl" and token.xpos in {"VB", "VBG"} and not is_finite(token)
    return (
        head if shares or token.deprel == "xcomp" or (token.deprel == "conj" and head.i < token.i) else None
    )


def is_years_before(predicate: Predicate) -> bool:
    """Whether something came years after the deed: "ten years after the invasion"."""
    token = predicate.carrier or predicate.token
    if not any(c.lower in LATER and c.deprel in {"mark", "case"} for c in token.children):
        return False
    spans = [c for c in token.children if c.i < token.i]
    if token.head is not None:
        spans += [token.head, *token.head.children]
    return any(
        t.lemma.lower() in SPANS and t.xpos == "NNS" and 0 < token.i - t.i <= REACH and not _is_within(t)
        for t in spans
    )


def _is_within(span: Token) -> bool:
    """Whether a span is that of a "first time in years", which does not say how long after."""
    return "in" in phrases.prepositions(span) and all(c.deprel != "det" for c in span.children)
