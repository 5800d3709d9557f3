"""Gives every stretch in quotation marks the cue that reports it: after it, before it, or carried on."""

from __future__ import annotations

from tidings.mention.quotes.after import after
from tidings.mention.quotes.before import before
from tidings.mention.quotes.board import Attributed, Board
from tidings.mention.quotes.carried import carry_on
from tidings.mention.quotes.cues import Cue


def attribute(board: Board) -> None:
    """Give each quoted stretch its cue and speaker, in text order."""
    for number, item in enumerate(board.items):
        if not item.tokens or item.title:
            continue
        found = _first(board, item)
        if found is not None:
            item.cue, item.speaker = found.token, found.speaker
        elif item.whole:
            carry_on(board, number, item)


def _first(board: Board, item: Attributed) -> Cue | None:
    """Look behind a whole quotation first, before a part first."""
    if item.whole:
        return after(board, item) or before(board, item)
    return before(board, item) or after(board, item)
