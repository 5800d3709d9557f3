"""Who is named in a clause beside an event: at its object, or under what condition it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import phrases, syntax, voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tidings.coding.clauses import Predicate
    from tidings.records import Token

DIRECTED = frozenset({"to", "against", "on", "for"})
CONDITIONS = frozenset({"if", "unless", "until"})
CONTENTS = frozenset({"acl", "acl:relcl", "ccomp"})


def told(predicate: Predicate) -> list[Token]:
    """Return whom a participle at the object names: "a claim made by X", "a sentence handed to X"."""
    found: list[Token] = []
    for verb in (v for v in _participles(predicate) if v.xpos in {"VBN", "VBD"}):
        found += [c for c in verb.children if DIRECTED.intersection(phrases.prepositions(c))]
        found += voice.agents(verb)
    return found


def carried(predicate: Predicate) -> list[Token]:
    """Return whom the object carries or shelters: "a bus carrying X"."""
    return [t for verb in _participles(predicate) if verb.xpos == "VBG" for t in syntax.objects(verb)]


def _participles(predicate: Predicate) -> list[Token]:
    things = [t for slot in ("object", "on", "into") for t in predicate.slots.get(slot, ())]
    return [c for thing in things for c in thing.children if c.deprel == "acl"]


def content(predicate: Predicate) -> list[Token]:
    """Return who does what the object speaks of: "claims that X posted", "a treaty under which X may"."""
    things = [t for slot in ("object", "into", "on", "to", "of") for t in predicate.fillers(slot)]
    clauses = [c for thing in things for c in thing.children if c.deprel in CONTENTS]
    return [t for clause in clauses if not voice.is_passive(clause) for t in _subjects(clause)]


def condition(predicate: Predicate) -> list[Token]:
    """Return whose deed the event depends on: "threatened to leave if X signed"."""
    tops = [predicate.token, predicate.carrier, *predicate.fillers("clause")]
    clauses = [c for top in tops if top is not None for c in top.children if c.deprel == "advcl"]
    return [t for clause in clauses if _is_condition(clause) for t in _subjects(clause)]


def _is_condition(clause: Token) -> bool:
    return any(c.lower in CONDITIONS for c in clause.children if c.deprel in {"mark", "advmod"})


def _subjects(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.deprel.startswith("nsubj") and c.upos != "PRON"]


ASIDES: dict[str, Callable[[Predicate], list[Token]]] = {
    "told": told, "carried": carried, "content": content, "condition": condition,
}  # fmt: skip
