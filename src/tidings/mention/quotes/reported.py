"""What a document reports, as spans with speaker and cue: whole quotations, partial ones, indirect speech."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tidings.mention.quotes.board import Attributed, Board
from tidings.mention.quotes.cues import Cue, may_be_anonymous, names_nobody, says_that
from tidings.mention.quotes.extent import extent
from tidings.mention.quotes.indirect import Content, content
from tidings.mention.quotes.inserted import both_sides
from tidings.mention.quotes.phrases import trimmed
from tidings.records import Token
from tidings.records.quote import QuoteKind


@dataclass(slots=True)
class Found:
    """Offsets of what is reported, its kind, the head of the speaker's phrase, and the cue.

    `parts` are the offsets of the pieces where the cue is set in between.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: Token | None
    cue: Token | None
    parts: tuple[tuple[int, int], ...] = ()


def whole_quotations(board: Board) -> list[Found]:
    """Return the quotations of whole sentences that have a speaker, a cue, or some length."""
    return [one for item in board.items if _is_quotation(item) for one in _direct(board, item)]


def _is_quotation(item: Attributed) -> bool:
    """Tell whether it is a whole quotation with a speaker, a cue, or some length."""
    if not item.tokens:
        return False
    if item.whole:
        return item.speaker is not None or item.cue is not None or len(item.tokens) > 5
    return False


def _direct(board: Board, item: Attributed) -> list[Found]:
    """Return a quotation, with what stands before a cue set into it: "In short, he said, “we lost”"."""
    start, end = extent(board, item)
    kind: QuoteKind = "direct" if (start, end) == (item.quoted.start, item.quoted.end) else "partial"
    found = [Found(start, end, kind, item.speaker, item.cue)]
    first = item.tokens[0]
    if item.cue is not None and item.cue.sentence is first.sentence and first.text[0].islower():
        cue = next((c for c in board.cues_of(first.sentence) if c.token is item.cue), None)
        sides = both_sides(cue) if cue is not None and cue.token.i < first.i else None
        before = trimmed([t for t in sides or () if t.i < item.cue.i])
        if before and not any(t.i in board.inside for t in before):
            found.append(Found(before[0].start, before[-1].end, "indirect", item.speaker, item.cue))
    return found


def other_reports(board: Board, direct: list[Found]) -> list[Found]:
    """Return indirect and partial quotations; where two contents overlap, the outer one stands."""
    used = {one.cue.i for one in direct if one.cue is not None}
    found: list[Found] = []
    for sentence in board.document.sentences:
        contents = [
            c for cue in board.cues_of(sentence) if cue.token.i not in used and (c := _content(board, cue))
        ]
        contents.sort(key=lambda one: (-len(one.tokens), one.tokens[0].i))
        taken: set[int] = set()
        for one in contents:
            if taken.isdisjoint(token.i for token in one.tokens):
                taken.update(token.i for token in one.tokens)
                found += _clauses(board, one)
        found += _parts(board, sentence.i, taken)
    return found


def _content(board: Board, cue: Cue) -> Content | None:
    if cue.speaker is None and not may_be_anonymous(cue):
        return None
    if names_nobody(cue) or (cue.speaker is not None and board.in_whole(cue.speaker)):
        return None
    if cue.token.upos == "NOUN" and not says_that(cue.token) and cue.speaker not in cue.token.children:
        return None
    found = content(cue)
    if found is None:
        return None
    tokens = trimmed(list(itertools.takewhile(lambda token: not board.in_whole(token), found.tokens)))
    if len(tokens) < len(found.tokens):  # a whole quotation follows, which stands on its own
        while tokens and (tokens[-1].upos in {"PUNCT", "SCONJ", "CCONJ"}):
            tokens.pop()
    return Content(cue, tokens) if tokens and cue.speaker not in tokens else None


def _clauses(board: Board, one: Content) -> list[Found]:
    """Return what a cue reports; where it is set in and words stand in marks, one quotation for each side."""
    numbers = {board.inside[t.i] for t in one.tokens if t.i in board.inside}
    gap = next((n for n in range(1, len(one.tokens)) if one.tokens[n].i > one.tokens[n - 1].i + 2), None)
    if gap is None:
        return [_clause(board, one.cue, one.tokens)]
    sides = [run for side in (one.tokens[:gap], one.tokens[gap:]) if (run := trimmed(side))]
    if numbers:
        return [_clause(board, one.cue, run) for run in sides]
    whole = _clause(board, one.cue, one.tokens)
    whole.parts = tuple((run[0].start, run[-1].end) for run in sides)
    return [whole]


def _clause(board: Board, cue: Cue, tokens: list[Token]) -> Found:
    start, end = tokens[0].start, tokens[-1].end
    numbers = {board.inside[t.i] for t in tokens if t.i in board.inside}
    for number in numbers:  # take the closing mark in with what it closes
        span = board.items[number].quoted
        if start >= span.outer_start and end <= span.outer_end:
            start, end = max(start, span.start), min(end, span.end)
        elif start <= span.outer_start and span.outer_end > end > span.start:
            end = span.outer_end
    return Found(start, end, "partial" if numbers else "indirect", cue.speaker, cue.token)


def _parts(board: Board, sentence: int, taken: set[int]) -> list[Found]:
    """Return the quoted parts of a sentence that have a cue and stand in no reported clause."""
    found = []
    for item in board.items:
        if (
            item.whole
            or item.cue is None
            or not any(t.text[0].isalpha() for t in item.tokens)
            or item.tokens[0].sentence.i != sentence
        ):
            continue
        if taken.isdisjoint(token.i for token in item.tokens):
            start, end = extent(board, item)
            goes_on = start == item.quoted.start and _goes_on(board, item)
            found.append(Found(start, end, "direct" if goes_on else "partial", item.speaker, item.cue))
    return found


def _goes_on(board: Board, item: Attributed) -> bool:
    """Tell whether quoted words end a quotation that the cue is set into: "We came," he said, "and won"."""
    return any(
        other.whole and other.cue is item.cue and other.quoted.end < item.quoted.start
        for other in board.items
    )
