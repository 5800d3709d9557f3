"""Stretches of tokens: subtrees, their spans, and the phrase that names a speaker."""

from __future__ import annotations

from tidings.records import Span, Token

_TRIM = frozenset(",;:.-–—―()")
_LEFT_OUT = frozenset({"acl", "parataxis", "punct", "ccomp", "advcl", "cc", "case", "orphan", "dep"})


def subtree(token: Token, without: frozenset[int] = frozenset()) -> list[Token]:
    """Return a token with all below it, in text order, leaving out the subtrees of some tokens."""
    found = [token]
    for node in found:  # grows while it is walked
        found.extend(child for child in node.children if child.i not in without)
    return sorted(found, key=_index)


def _index(token: Token) -> int:
    return token.i


def contiguous(tokens: list[Token], around: Token) -> list[Token]:
    """Return the run of neighbouring tokens that holds `around`."""
    by_index = {token.i: token for token in tokens}
    first = last = around.i
    while first - 1 in by_index:
        first -= 1
    while last + 1 in by_index:
        last += 1
    return [by_index[i] for i in range(first, last + 1)]


def trimmed(tokens: list[Token]) -> list[Token]:
    """Return tokens without punctuation at either end; quotation marks stay where they come in pairs."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].text in _TRIM:
        first += 1
    while last > first and tokens[last - 1].text in _TRIM:
        last -= 1
    return tokens[first:last]


def speaker_span(token: Token, text: str) -> Span:
    """Return the phrase that names a speaker: with modifiers and appositions, without relative clauses."""
    left_out = frozenset(
        child.i
        for node in subtree(token)
        for child in node.children
        if child.deprel.split(":")[0] in _LEFT_OUT
        and not (child.deprel == "cc" and child.i > token.i)
        and not (child.deprel == "case" and child.head is not token)
        and not (child.deprel == "punct" and child.text in {"-", ",", ".", "'", "’"})
    )
    run = contiguous(subtree(token, left_out), token)
    run = trimmed(run) or [token]
    return Span(start=run[0].start, end=run[-1].end, text=text[run[0].start : run[-1].end])


def cue_span(token: Token, text: str) -> Span:
    """Return the words of a cue: the verb with its particle ("point out"), or "according to"."""
    last = token
    for child in token.children:
        if child.deprel in {"compound:prt", "fixed"} and token.i < child.i <= token.i + 2:
            last = child
    return Span(start=token.start, end=last.end, text=text[token.start : last.end])
