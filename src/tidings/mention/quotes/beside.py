"""Finds the clause beside a verb of speech where the parse does not join the two."""

from __future__ import annotations

from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.phrases import subtree
from tidings.mention.quotes.speakers import is_asked
from tidings.records import Token

_STOPS = frozenset({",", ";", ":", "“", '"', "''", "."})


def beside(cue: Cue) -> list[Token] | None:
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
    if any(t.head is cue.token and (t.deprel == "advcl" or is_asked(t)) for t in before):
        return None  # "Asked whether he would go, he said no"
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
