"""Cut the tokens of one block into sentences. Blocks bound sentences, so no line runs into the next."""

from __future__ import annotations

import re

from tidings.parse.tokenizer import abbreviations

TokenSpan = tuple[int, int]

_STOPS = frozenset([".", "!", "?", "…", "...", "....", "?!", "!?", "!!", "??", "!!!", "???"])
_CLOSERS = frozenset(["”", "’", '"', "'", ")", "]", "»", "''"])
_OPENERS = frozenset(["“", "‘", '"', "'", "(", "[", "«", "``"])
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)+$")
_STARTERS = abbreviations()["starters"]
"""Words that begin a sentence when written with a capital: after an abbreviation they decide."""


def split(text: str, spans: list[TokenSpan]) -> list[list[TokenSpan]]:
    """Return the token spans of a block, grouped by sentence, in order; none is lost."""
    sentences: list[list[TokenSpan]] = []
    current: list[TokenSpan] = []
    for i, span in enumerate(spans):
        current.append(span)
        if _ends(text, spans, i):
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def _ends(text: str, spans: list[TokenSpan], i: int) -> bool:
    """Say whether a sentence ends with token `i`."""
    if i + 1 == len(spans):
        return True
    gap = text[spans[i][1] : spans[i + 1][0]]
    if "\n\n" in gap or gap.count("\n") > 1:
        return True
    stop = _stop_before(text, spans, i)
    if stop is None or not _may_begin(text, spans, i + 1):
        return False
    word = text[slice(*spans[stop])]
    if word in _STOPS:
        return bool(gap) or word[0] in "!?"
    return _abbreviation_ends(text, word, spans, i)


def _stop_before(text: str, spans: list[TokenSpan], i: int) -> int | None:
    """Return the token that could end the sentence: token `i`, or the one before closing quotes at `i`."""
    while i > 0 and text[slice(*spans[i])] in _CLOSERS and spans[i][0] == spans[i - 1][1]:
        i -= 1
    word = text[slice(*spans[i])]
    return i if word in _STOPS or (len(word) > 1 and word.endswith(".")) else None


def _may_begin(text: str, spans: list[TokenSpan], i: int) -> bool:
    """Say whether a sentence may begin with token `i`: a capital, a digit or an opening mark before one."""
    word = text[slice(*spans[i])]
    if word in _CLOSERS - _OPENERS:
        return False
    if word in _OPENERS:
        straight = word in "\"'"
        if straight and spans[i][0] == spans[i - 1][1]:
            return False
        return i + 1 < len(spans) and not text[spans[i + 1][0]].islower()
    return not word[0].islower() and (word[0].isalnum() or word[0] in "$€£@#[—–-•*")


def _abbreviation_ends(text: str, word: str, spans: list[TokenSpan], i: int) -> bool:
    """Decide after a word that keeps its full stop: only a word that begins sentences ends it there."""
    bare = word.rstrip(".").casefold()
    lists = abbreviations()
    if bare in lists["titles"] or bare in lists["within"]:
        return False
    following = i + 1
    while following + 1 < len(spans) and text[slice(*spans[following])] in _OPENERS:
        following += 1
    begins = text[slice(*spans[following])].casefold() in _STARTERS
    if len(bare) == 1:
        return False
    if _INITIALS.match(word) or bare in lists["anywhere"]:
        return begins
    return True
