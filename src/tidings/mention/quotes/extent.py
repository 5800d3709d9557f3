"""Tells how far a partial quotation reaches beyond its marks: "called him “a friend” of the country"."""

from __future__ import annotations

from tidings.mention.quotes.board import Attributed, Board
from tidings.mention.quotes.lead import lead_in
from tidings.mention.quotes.speakers import carries_on
from tidings.records import Token

_FARTHEST = 20  # tokens between a cue and the marks
_ENDS = frozenset({";", ":", ".", "?", "!"})
_STOPS = frozenset({",", ";", ":", ".", "—", "–", "--", "(", "?", "!"})


def extent(board: Board, item: Attributed) -> tuple[int, int]:
    """Return start and end of what is reported: the quoted words with the clause around them.

    Where the marks follow a comma or a colon, or the cue comes after them, the quoted words stand alone.
    """
    start, end = item.quoted.start, item.quoted.end
    cue, first = item.cue, item.tokens[0]
    if cue is None or cue.sentence is not first.sentence or cue.i > first.i:
        return start, end
    if board.text[: item.quoted.outer_start].rstrip()[-1:] in {",", ":", "—", "–"}:
        return start, end
    lead = _lead(board, cue, item)
    tail = _tail(board, lead, item)
    if not lead and not tail:
        return start, end
    # Marks come in pairs: with words before them the closing mark stays too, and the other way round.
    return (
        lead[0].start if lead else item.quoted.outer_start,
        tail[-1].end if tail else item.quoted.outer_end,
    )


def _lead(board: Board, cue: Token, item: Attributed) -> list[Token]:
    """Return the reported words between the cue and the opening mark."""
    tokens = cue.sentence.tokens
    first = item.tokens[0].i
    gap = [t for t in tokens[cue.i - tokens[0].i + 1 :] if t.i < first and t.end <= item.quoted.outer_start]
    if any(t.i in board.inside or t.text in _ENDS or t is item.speaker for t in gap):
        return []
    kept = lead_in(cue, gap)
    return kept if len(kept) <= _FARTHEST else []


def _tail(board: Board, lead: list[Token], item: Attributed) -> list[Token]:
    """Return the words after the closing mark that hang on what stands before it."""
    inside = {token.i for token in (*lead, *item.tokens)}
    tokens = item.tokens[-1].sentence.tokens
    found: list[Token] = []
    for token in tokens[item.tokens[-1].i - tokens[0].i + 1 :]:
        if token.start < item.quoted.outer_end:
            continue
        if token.text in _STOPS or token.i in board.inside or carries_on(token) is not None:
            break
        if token.deprel == "cc" and token.head is not None and carries_on(token.head) is not None:
            break
        node: Token | None = token
        while node is not None and node.i not in inside and node is not item.cue:
            node = node.head
        if node is None or node is item.cue:
            break
        found.append(token)
    return found
