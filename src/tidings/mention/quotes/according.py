"""Finds what "according to X" stands for: the sentence, or the part of it that the phrase closes."""

from __future__ import annotations

from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.phrases import contiguous, subtree, trimmed
from tidings.records import Token

_MARKS = frozenset({"“", "”", '"', "''", "``"})
_DASHES = frozenset({"–", "—", "--"})
_PAUSES = _DASHES | {",", "-"}


def attributed_to(cue: Cue) -> list[Token] | None:
    """Return the clause that a source belongs to: what follows the phrase, what is before it, or both."""
    source = cue.speaker
    if source is None:
        return None
    tokens = cue.token.sentence.tokens
    start = tokens[0].i
    first, last = cue.token.i - start, _end_of_phrase(cue.token, source) - start
    before, after = tokens[:first], tokens[last + 1 :]
    before = before[_clause_of_its_own(before) :]
    if not any(t.text[0].isalnum() for t in before):
        return trimmed(after)
    if _goes_on(before, after):
        return before + after
    return trimmed(before)


def _end_of_phrase(cue: Token, source: Token) -> int:
    """Return the index of the last token of the source's phrase, up to its first pause."""
    end = max(cue.i, source.i)
    for token in contiguous(subtree(source), source):
        if token.i > end:
            if token.text in _PAUSES and token.text != "-":
                break
            end = token.i
    return end


def _clause_of_its_own(tokens: list[Token]) -> int:
    """Return where the last clause begins: behind a semicolon, a dateline, a bracket or "But"."""
    first = 0
    for number, token in enumerate(tokens):
        if token.text in {";", ":", "("} or token.text in _MARKS:
            first = number + 1
        elif token.text == ")":
            first = 0
    dateline = next((n for n, t in enumerate(tokens[:8]) if t.text in _DASHES), None)
    if first == 0 and dateline is not None and all(t.upos in {"PROPN", "PUNCT"} for t in tokens[:dateline]):
        first = dateline + 1
    while first < len(tokens) - 1 and tokens[first].upos == "CCONJ":
        first += 1
    return first


def _goes_on(before: list[Token], after: list[Token]) -> bool:
    """Tell whether the clause goes on after the phrase: its verb is there, or a reason for it."""
    if not after or after[0].text not in _PAUSES:
        return False
    rest = trimmed(after)
    if len(rest) < 2 or rest[0].deprel == "cc" or rest[0].text in _MARKS:
        return False
    if not any(t.upos in {"VERB", "AUX"} and t.xpos not in {"VB", "VBG", "VBN"} for t in before):
        return any(t.upos in {"VERB", "AUX"} for t in rest)
    return rest[0].lower == "because"
