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
    found = _below(cue) or _above(cue) or (_beside(cue) if cue.direct and cue.token.upos == "VERB" else None)
    if not found:
        return None
    tokens = trimmed(found)
    return Content(cue, tokens) if len(tokens) > 1 or (cue.token.upos == "VERB" and tokens) else None


def _below(cue: Cue) -> list[Token] | None:
    """Return the clause or phrase that depends on the cue."""
    token = cue.token
    for relation in ("ccomp", "xcomp", "acl", "advcl", "parataxis", "obl", "obj"):
        for child in token.children:
            if child.deprel.split(":")[0] == relation and _wanted(cue, child):
                return _content_run(cue, child)
    return None


def _wanted(cue: Cue, child: Token) -> bool:  # noqa: PLR0911 -- one for each relation
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
        objects = [c for c in cue.token.children if _addressee(c) and cue.token.i < c.i < run[0].i]
        if objects and child.deprel.split(":")[0] != "ccomp":
            run = [t for t in subtree(objects[0]) if t.deprel != "case"] + run
    return run


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


def _rest_of_clause(cue: Cue) -> Content | None:
    """Return the clause that "according to X" belongs to."""
    if cue.speaker is None:
        return None
    source = cue.speaker
    top = source.head if source.head is not None else None
    if top is None:
        return None
    while top.head is not None and (top.upos not in {"VERB", "AUX"} or top.deprel.startswith("acl")):
        top = top.head
    run = contiguous(subtree(top, frozenset({source.i})), top)
    tokens = trimmed(run)
    return Content(cue, tokens) if len(tokens) > 1 else None


def _beside(cue: Cue) -> list[Token] | None:
    """Return the clause beside a verb of speech where the parse does not join the two.

    After it: "said on Friday that …", "said talks had failed". Before it: "Talks failed, Kerry said."
    """
    tokens = cue.token.sentence.tokens
    position = cue.token.i - tokens[0].i
    return (
        _following(cue, tokens, position)
        or _preceding(cue, tokens, position)
        or _around(cue, tokens, position)
    )


def _following(cue: Cue, tokens: list[Token], position: int) -> list[Token] | None:
    if cue.speaker is None or cue.speaker.i > cue.token.i:
        return None
    start = position + 1
    while start < len(tokens) and start < position + 7 and not begins_clause(tokens, start):
        if tokens[start].text in _STOPS:
            return None
        start += 1
    if start >= len(tokens) or not begins_clause(tokens, start):
        return None
    end = start
    while end < len(tokens) and not _ends_clause(cue, tokens[end]):
        end += 1
    return tokens[start:end]


_STOPS = frozenset({",", ";", ":", "“", '"', "''", "."})


def begins_clause(tokens: list[Token], start: int) -> bool:
    """Tell whether a clause begins: with "that", or with the first word of a subject whose verb follows."""
    token = tokens[start]
    if token.lower == "that" and token.deprel in {"mark", "nsubj", "obj", "det"}:
        return True
    node: Token | None = token
    while node is not None and node.upos not in {"VERB", "AUX"}:
        if node.deprel.startswith("nsubj") and node.head is not None and node.head.i > node.i:
            return min(t.i for t in subtree(node)) == token.i
        node = node.head
    return False


def _ends_clause(cue: Cue, token: Token) -> bool:
    """Tell whether the cue's own clause goes on here (", adding that")."""
    return token.head is cue.token and token.deprel.split(":")[0] in {"advcl", "conj"} and token.xpos == "VBG"


def _preceding(cue: Cue, tokens: list[Token], position: int) -> list[Token] | None:
    """Return what stands before a cue and its subject that close the sentence, in either order."""
    if (
        cue.speaker is None
        or abs(cue.speaker.i - cue.token.i) > 12
        or cue.speaker.sentence.tokens is not tokens
    ):
        return None
    own = [t.i - tokens[0].i for t in subtree(cue.speaker) if t.i > cue.token.i - 12]
    first = min([position, *own])
    rest = [t for t in tokens[max(position, first) + 1 :] if t.upos != "PUNCT"]
    if first < 3 or tokens[first - 1].text != "," or (cue.speaker.i < cue.token.i and len(rest) > 6):
        return None
    before = tokens[: first - 1]
    return before if any(t.upos in {"VERB", "AUX"} for t in before) else None


def _around(cue: Cue, tokens: list[Token], position: int) -> list[Token] | None:
    """Return the longer side of a sentence that a cue is set into: "The test, Seoul said, had failed"."""
    if cue.speaker is None or abs(cue.speaker.i - cue.token.i) > 4 or position + 1 >= len(tokens):
        return None
    first = min(position, cue.speaker.i - tokens[0].i)
    if tokens[first - 1].text != "," or tokens[position + 1].text != ",":
        return None
    before, after = tokens[: first - 1], tokens[position + 2 :]
    longer = max(before, after, key=len)
    return longer if any(t.upos in {"VERB", "AUX"} for t in longer) else None
