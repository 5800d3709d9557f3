"""Prepositional phrases: which words mark a phrase, however the parser attached them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tidings.coding.upward import upward

if TYPE_CHECKING:
    from tidings.records import Token

SIMPLE_ENDS = frozenset({"with", "against", "into", "of"})
HEDGES = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("close", "to"), ("over", "a")})
DEPTH = 8


def prepositions(token: Token) -> list[str]:
    """Return the names of the slot that a phrase fills: "with", "together with".

    A case marker far off, with another phrase between, belongs to that phrase.
    """
    names: list[str] = []
    edge = left_edge(token)
    for c in token.children:
        if c.deprel in {"case", "mark"} and c.i < token.i and _adjoins(c, token) and not is_hedge(c):
            names.extend(_preposition(c))
    if not names and edge > token.sentence.tokens[0].i:
        before = token.sentence.tokens[edge - token.sentence.tokens[0].i - 1]
        if before.deprel == "case" and before.head is not None and not _adjoins(before, before.head):
            names.append(before.lower)
    return list(dict.fromkeys(names))


def _preposition(case: Token) -> list[str]:
    """Return the slots of a case marker: "according to" is one; "together with" is "with" as well."""
    words = [case.lower, *(f.lower for f in case.children if f.deprel == "fixed")]
    if len(words) == 1:
        return words
    return [" ".join(words), *(w for w in words[-1:] if w in SIMPLE_ENDS)]


def left_edge(token: Token) -> int:
    """Return the index of the first token of the phrase, case markers left out."""
    edge = token.i
    for c in token.children:
        if c.i < edge and c.deprel not in {"case", "mark", "punct", "cc"}:
            edge = min(edge, left_edge(c))
    return edge


def _adjoins(case: Token, token: Token) -> bool:
    """Whether no noun of another phrase stands between a case marker and the word it marks."""
    tokens = token.sentence.tokens
    first = tokens[0].i
    for between in tokens[case.i - first + 1 : token.i - first]:
        if between.upos in {"NOUN", "PROPN"} and not _under(between, token):
            return False
    return True


def _under(token: Token, top: Token) -> bool:
    return any(at is top for at in islice(upward(token), DEPTH))


def is_hedge(case: Token) -> bool:
    """Whether a case marker is the "at" of "at least", or "up" of "up to", before a number."""
    tokens = case.sentence.tokens
    at = case.i - tokens[0].i + 1
    return at < len(tokens) and (case.lower, tokens[at].lower) in HEDGES


def is_particle(token: Token) -> bool:
    """Whether a word belongs to a particle verb; the "up" of "up to ten" does not."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i + 1
    before_number = at + 1 < len(tokens) and tokens[at + 1].xpos == "CD"
    return token.deprel == "compound:prt" and not (before_number and is_hedge(token))
