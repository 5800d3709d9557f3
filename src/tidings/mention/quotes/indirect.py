"""Finds indirect speech: the clause or phrase that hangs on a cue outside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.quotes.according import attributed_to
from tidings.mention.quotes.beside import beside
from tidings.mention.quotes.bounds import after_object, filled, without_aside
from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.inserted import both_sides
from tidings.mention.quotes.lexicon import lexicon
from tidings.mention.quotes.phrases import contiguous, subtree, trimmed
from tidings.mention.quotes.speakers import carries_on, is_asked, quotes_another
from tidings.records import Token


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue reports: a run of tokens, or two where the cue is set in between."""

    cue: Cue
    tokens: list[Token]


def content(cue: Cue) -> Content | None:
    """Return what a cue reports, or None where nothing hangs on it."""
    if quotes_another(cue.token):
        return None
    if "according" in cue.contents:
        source = attributed_to(cue)
        return Content(cue, source) if source and len(source) > 1 else None
    found = both_sides(cue) or _below(cue) or _above(cue)
    if not found and cue.direct and cue.contents and cue.token.upos == "VERB":
        found = beside(cue)
    if not found:
        return None
    tokens = trimmed(found)
    return Content(cue, tokens) if len(tokens) > 1 or (cue.token.upos == "VERB" and tokens) else None


def _below(cue: Cue) -> list[Token] | None:
    """Return the clause or phrase that depends on the cue."""
    token = cue.token
    for relation in ("ccomp", "xcomp", "acl", "advcl", "parataxis", "obl", "nmod", "obj"):
        for child in token.children:
            if child.deprel.split(":")[0] == relation and _wanted(cue, child):
                run = _content_run(cue, child)
                if relation != "obj" or len(run) > 1 or child.upos not in {"PROPN", "PRON"}:
                    return run  # a name alone is nothing said: "endorsed Rubio"
    return None


def _wanted(cue: Cue, child: Token) -> bool:
    relation = child.deprel.split(":")[0]
    if relation == "advcl" and _is_of(cue, child):
        return child.i > cue.token.i  # "warned against sending troops"
    if relation not in {name.split(":")[0] for name in cue.contents}:
        return relation == "obj" and any(_is_of(cue, c) for c in child.children)  # "accused them of lying"
    if relation in {"obl", "nmod"}:
        markers = {c.lower for c in child.children if c.deprel.startswith("case")}
        return any(f"{relation}:{marker}" in cue.contents for marker in markers)
    if relation == "parataxis":
        return child.i < cue.token.i
    if relation in {"advcl", "xcomp", "acl"}:
        marked = relation == "xcomp" or _is_infinitive(child) or (relation == "acl" and _has_mark(child))
        return child.i > cue.token.i and marked
    return not (child.i < cue.token.i and is_asked(child))


def _has_mark(token: Token) -> bool:
    return any(child.deprel == "mark" for child in token.children)


def _is_of(cue: Cue, clause: Token) -> bool:
    """Whether a clause with "-ing" hangs on a cue by one of its prepositions."""
    marks = (c.lower for c in clause.children if c.deprel in {"mark", "case"} and c.i < clause.i)
    return clause.xpos == "VBG" and any(f"obl:{mark}" in cue.contents for mark in marks if mark != "as")


def _is_infinitive(token: Token) -> bool:
    return any(child.lower == "to" and child.deprel == "mark" for child in token.children)


def _content_run(cue: Cue, child: Token) -> list[Token]:
    """Return the subtree without the cue's own; for "urged them to go" with the object."""
    run = contiguous(subtree(child, _carried_on(cue, child)), child)
    relation = child.deprel.split(":")[0]
    if relation == "ccomp":
        return filled(cue, run) if child.i > cue.token.i and cue.token.upos == "VERB" else run
    run = without_aside(run)
    objects = [c for c in cue.token.children if _addressee(c) and cue.token.i < c.i < run[0].i]
    heard = relation == "obl" and cue.token.lemma in lexicon().telling  # "asked them about the war"
    if objects and relation in {"xcomp", "advcl", "obl"} and not heard:
        return [t for t in subtree(objects[0]) if t.deprel != "case" and t.i < run[0].i] + run
    if relation == "advcl" and _is_of(cue, child):
        return run[1:]
    if relation in {"obl", "nmod"}:
        case = next((c for c in child.children if c.deprel.startswith("case")), None)
        return [t for t in run if case is None or t.i > case.i]
    return run + after_object(cue, run[-1].i) if relation == "obj" else run


def _carried_on(cue: Cue, child: Token) -> frozenset[int]:
    """Return the conjuncts below the content with which the cue itself goes on (", and warned that …")."""
    return frozenset(token.i for token in subtree(child) if carries_on(token) is cue.token)


def _addressee(token: Token) -> bool:
    """Whom the words ask: "urged them to go", "called on the army to go"."""
    if token.deprel.startswith("obl"):
        return any(child.lower in {"on", "upon"} for child in token.children)
    return token.deprel in {"obj", "iobj"}


def _above(cue: Cue) -> list[Token] | None:
    """Return the clause that the cue is inserted in: "Talks failed, officials said"."""
    token = cue.token
    if token.deprel.split(":")[0] != "parataxis" or token.head is None or "ccomp" not in cue.contents:
        return None
    if cue.speaker is None or not any(child is cue.speaker for child in token.children):
        return None
    left_out = frozenset({token.i})
    return contiguous(subtree(token.head, left_out), token.head)
