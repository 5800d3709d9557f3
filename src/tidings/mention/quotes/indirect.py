"""Finds indirect speech: the clause or phrase that hangs on a cue outside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.quotes.cues import Cue, lexicon
from tidings.mention.quotes.phrases import contiguous, subtree, trimmed
from tidings.records import Token


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue reports: a run of tokens."""

    cue: Cue
    tokens: list[Token]


def content(cue: Cue) -> Content | None:
    """Return what a cue reports, or None where nothing hangs on it."""
    if "according" in cue.contents:
        return _rest_of_clause(cue)
    found = _below(cue) or _above(cue)
    if not found:
        return None
    tokens = trimmed(found)
    return Content(cue, tokens) if len(tokens) > 1 or cue.token.upos == "VERB" and tokens else None


def _below(cue: Cue) -> list[Token] | None:
    """Return the clause or phrase that depends on the cue."""
    token = cue.token
    for relation in ("ccomp", "xcomp", "acl", "advcl", "parataxis", "obl", "obj"):
        for child in token.children:
            if child.deprel.split(":")[0] == relation and _wanted(cue, child):
                return _content_run(cue, child)
    return None


def _wanted(cue: Cue, child: Token) -> bool:
    relation = child.deprel.split(":")[0]
    if relation not in {name.split(":")[0] for name in cue.contents}:
        return False
    if relation == "obl":
        markers = {c.lower for c in child.children if c.deprel.startswith("case")}
        return any(f"obl:{marker}" in cue.contents for marker in markers)
    if relation == "obj":
        return cue.token.lemma in lexicon().objects
    if relation == "parataxis":
        return child.i < cue.token.i
    if relation in {"advcl", "xcomp"}:
        return child.i > cue.token.i and (relation == "xcomp" or _is_infinitive(child))
    if relation == "acl":
        return child.i > cue.token.i and any(c.deprel == "mark" for c in child.children)
    return True


def _is_infinitive(token: Token) -> bool:
    return any(child.lower == "to" and child.deprel == "mark" for child in token.children)


def _content_run(cue: Cue, child: Token) -> list[Token]:
    """Return the subtree without the cue's own; for "urged them to go" with the object."""
    run = contiguous(subtree(child), child)
    if child.deprel.startswith("obl"):
        case = next((c for c in child.children if c.deprel.startswith("case")), None)
        run = [t for t in run if case is None or t.i > case.i]
    if child.deprel.split(":")[0] in {"xcomp", "advcl", "ccomp"}:
        objects = [c for c in cue.token.children if c.deprel in {"obj", "iobj"} and cue.token.i < c.i < run[0].i]
        if objects and child.deprel.split(":")[0] != "ccomp":
            run = subtree(objects[0]) + run
    return run


def _above(cue: Cue) -> list[Token] | None:
    """Return the clause that the cue is inserted in: "Talks failed, officials said"."""
    token = cue.token
    if token.deprel.split(":")[0] != "parataxis" or token.head is None or "ccomp" not in cue.contents:
        return None
    if cue.speaker is None or not any(child is cue.speaker for child in token.children):
        return None
    left_out = frozenset({token.i})
    run = contiguous(subtree(token.head, left_out), token.head)
    return run


def _rest_of_clause(cue: Cue) -> Content | None:
    """Return the clause that "according to X" belongs to."""
    if cue.speaker is None:
        return None
    source = cue.speaker
    top = source.head if source.head is not None else None
    if top is None:
        return None
    while top.head is not None and top.upos not in {"VERB", "AUX"} and top.deprel not in {"root", "ccomp", "conj"}:
        top = top.head
    run = contiguous(subtree(top, frozenset({source.i})), top)
    tokens = trimmed(run)
    return Content(cue, tokens) if len(tokens) > 1 else None
