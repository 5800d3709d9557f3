"""Finds the content on both sides of a cue set into it: "The talks, Lavrov said, have failed"."""

from __future__ import annotations

from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.phrases import contiguous, subtree
from tidings.records import Token

_LONGEST = 24  # tokens of a cue with its subject
_REACH = 9  # tokens after the cue in which the comma stands that closes it ("said on Monday in Rome,")
_LIGHT = frozenset({"AUX", "ADV", "PART", "PUNCT"})
_BREAKS = frozenset({";", ":", "“", "”", '"', "''", "``"})


def both_sides(cue: Cue) -> list[Token] | None:
    """Return the tokens before and after a cue that two commas enclose, or None where it is not set in."""
    if cue.token.xpos not in {"VBD", "VBZ", "VBP", "VB"} or not cue.direct or not cue.contents:
        return None
    tokens = cue.token.sentence.tokens
    bounds = _enclosed(cue, tokens)
    if bounds is None:
        return None
    first, last = bounds
    left, right = tokens[: first - 1], tokens[last + 2 :]
    left = left[_after_break(left) :]
    if not any(t.text[0].isalnum() for t in left) or sum(t.text[0].isalnum() for t in right) < 2:
        return None
    if right[0].xpos == "VBG" and right[0].head is cue.token:
        return None  # "…, he said, adding that …"
    return left + right if any(t.upos in {"VERB", "AUX"} for t in left + right) else None


def _enclosed(cue: Cue, tokens: list[Token]) -> tuple[int, int] | None:
    """Return the positions of the first and last token of a cue with its subject, between two commas."""
    if cue.speaker is None or cue.speaker.sentence.tokens is not tokens:
        return None
    start = tokens[0].i
    name = [t.i - start for t in contiguous(subtree(cue.speaker, frozenset({cue.token.i})), cue.speaker)]
    verb = cue.token.i - start
    between = tokens[max(name) + 1 : verb] + tokens[verb + 1 : min(name)]
    first, last = min(verb, *name), max(verb, *name)
    if last - first > _LONGEST or min(name) < verb < max(name) or any(t.upos not in _LIGHT for t in between):
        return None
    first -= first > 0 and tokens[first - 1].upos == "ADV"
    end = _closed(tokens, last)
    return None if end is None or first < 2 or tokens[first - 1].text != "," else (first, end)


def _closed(tokens: list[Token], last: int) -> int | None:
    """Return the position before the comma that closes the insertion."""
    for position in range(last + 1, min(last + _REACH, len(tokens) - 2)):
        token = tokens[position]
        if token.text == ",":
            return position - 1
        if token.upos in {"VERB", "AUX", "PUNCT", "SCONJ"}:
            return None
    return None


def _after_break(tokens: list[Token]) -> int:
    """Return the position behind the last mark that begins a clause of its own."""
    return max((number + 1 for number, token in enumerate(tokens) if token.text in _BREAKS), default=0)
