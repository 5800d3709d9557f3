"""Complement clauses: infinitives, gerunds and finite clauses that belong to a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.syntax import is_finite
from tidings.coding.voice import is_passive

if TYPE_CHECKING:
    from tidings.records import Token

COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj"})
CLAUSE_FORMS = frozenset({"infinitive", "gerund", "finite"})


def complements(token: Token) -> list[Token]:
    """Return the predicates of the complement clauses, infinitives and gerunds, with their conjuncts."""
    found = [c for c in token.children if c.deprel in COMPLEMENTS or _is_gerund_complement(c)]
    found += [
        deeper
        for thing in token.children
        if thing.deprel in {"obj", "obl", "iobj", "nsubj:pass"}
        for deeper in thing.children
        if deeper.deprel == "acl" and not is_passive(deeper) and _is_infinitive(deeper)
    ]
    return [verb for first in found for verb in (first, *verbal_conjuncts(first))]


def clause_form(token: Token) -> str:
    """Return the form of a clause: `infinitive`, `gerund` or `finite`; conjuncts have that of the first."""
    at = token
    while at.deprel == "conj" and at.head is not None:
        at = at.head
    if _is_infinitive(at):
        return "infinitive"
    return "gerund" if at.xpos == "VBG" and not is_finite(at) else "finite"


def _is_infinitive(token: Token) -> bool:
    return any(c.lower == "to" and c.i < token.i for c in token.children if c.deprel in {"mark", "aux"})


def _is_gerund_complement(token: Token) -> bool:
    if token.deprel != "advcl":
        return False
    marks = {c.lower for c in token.children if c.deprel in {"mark", "case"}}
    if token.xpos == "VBG":
        return bool(marks & {"of", "for", "from", "to", "with", "into", "against", "on", "over", "in"})
    return _is_infinitive(token)


def verbal_conjuncts(token: Token) -> list[Token]:
    """Return the verbs coordinated with a verb that have no subject of their own."""
    return [
        c for c in token.children
        if c.deprel == "conj" and not any(g.deprel.startswith("nsubj") for g in c.children)
    ]  # fmt: skip
