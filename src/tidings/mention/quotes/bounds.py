"""Tells where reported words begin and end when the parse cuts them short or lets them run on."""

from __future__ import annotations

from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.lead import lead_in
from tidings.mention.quotes.lexicon import lexicon
from tidings.mention.quotes.phrases import contiguous, subtree
from tidings.records import Token

_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_STOPS = frozenset({",", ";", ":", ".", "—", "–", "--", "-", "(", ")", "?", "!", "“", "”", '"', "''", "``"})


def after_object(cue: Cue, last: int) -> list[Token]:
    """Return the phrase right behind an object that says why or as what: "criticised them for leaving"."""
    for child in cue.token.children:
        if child.deprel.split(":")[0] not in {"obl", "advcl"} or child.i <= last:
            continue
        below = contiguous(subtree(child), child)
        if below[0].i == last + 1 and below[0].lower in lexicon().after_object:
            return below
    return []


def filled(cue: Cue, run: list[Token]) -> list[Token]:
    """Return a clause with the words before and after it that the parse hangs elsewhere."""
    tokens = cue.token.sentence.tokens
    start = tokens[0].i
    gap = tokens[cue.token.i - start + 1 : run[0].i - start]
    if gap and not any(t.text in _STOPS for t in gap) and (cue.speaker is None or cue.speaker not in gap):
        run = lead_in(cue.token, gap) + run
    for token in tokens[run[-1].i - start + 1 :]:
        if token.text in _STOPS or token.deprel == "cc" or token.xpos == "VBG":
            break
        run.append(token)
    return run


def without_aside(run: list[Token]) -> list[Token]:
    """Return a phrase up to what the writer adds to it: ", who …", ", seeking to …", "by voting …"."""
    for number in range(1, len(run) - 1):
        token, following = run[number], run[number + 1]
        if token.text == "," and (following.xpos in _RELATIVES or following.xpos == "VBG"):
            return run[:number]
        if token.lower == "by" and following.xpos == "VBG":
            return run[:number]
    return run
