"""Puts the quotations of a document together: direct, partial and indirect, each with its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tidings.mention.quotes.cues import Cue, lexicon
from tidings.mention.quotes.direct import Attributed, Board, attribute
from tidings.mention.quotes.indirect import Content, begins_clause, content
from tidings.mention.quotes.marks import quoted
from tidings.mention.quotes.phrases import cue_span, speaker_span
from tidings.mention.quotes.transcript import turns
from tidings.records import Actor, ActorMention, Document, Quote, Span, Token
from tidings.records.quote import QuoteKind

_MARKS = frozenset({"“", "”", '"', "''", "``"})


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    kind: QuoteKind
    speaker: Token | None
    cue: Token | None


def find_quotes(
    document: Document, actors: Sequence[Actor], actor_mentions: Sequence[ActorMention]
) -> tuple[Quote, ...]:
    """Find what a parsed document reports as said, written or thought, in text order.

    The speaker is the actor whose mention covers the head of the phrase that names the source; where the
    phrase is no mention of an actor, `speaker` is null and `speaker_span` still says who it is. Spans leave
    out the outer quotation marks. Ids are "q1", "q2", …
    """
    del actors
    board = Board(document, quoted(document.text, document.blocks))
    attribute(board)
    spoken = [_Found(turn.start, turn.end, "direct", turn.speaker, None) for turn in turns(document)]
    found = [_direct(board, item) for item in board.items if _is_quotation(item)]
    found += _reported(board, found)
    found = [one for one in found if not any(turn.start <= one.start < turn.end for turn in spoken)] + spoken
    found.sort(key=lambda one: (one.start, -one.end))
    starts = [mention.first for mention in actor_mentions]
    return tuple(
        _record(number, one, document.text, starts, actor_mentions) for number, one in enumerate(found, 1)
    )


def _is_quotation(item: Attributed) -> bool:
    """Tell whether it is a whole quotation with a speaker, a cue, or some length."""
    if not item.tokens:
        return False
    if item.whole:
        return item.speaker is not None or item.cue is not None or len(item.tokens) > 5
    return False


def _direct(board: Board, item: Attributed) -> _Found:
    start = _clause_start(board, item)
    kind: QuoteKind = "direct" if start == item.quoted.start else "partial"
    return _Found(start, item.quoted.end, kind, item.speaker, item.cue)


def _clause_start(board: Board, item: Attributed) -> int:
    """Return where the clause begins that a quoted part ends: "said that the plan “will not hold”"."""
    first, cue = item.tokens[0], item.cue
    if cue is None or cue.sentence is not first.sentence or cue.i > first.i or not first.text[0].islower():
        return item.quoted.start
    tokens = first.sentence.tokens
    for position in range(cue.i - tokens[0].i + 1, first.i - tokens[0].i):
        if tokens[position].i in board.inside or tokens[position].text in {";", ":"}:
            break
        if begins_clause(tokens, position):
            return tokens[position].start
    return item.quoted.start


def _reported(board: Board, direct: list[_Found]) -> list[_Found]:
    """Return indirect and partial quotations; where two contents overlap, the outer one stands."""
    used = {one.cue.i for one in direct if one.cue is not None}
    found: list[_Found] = []
    for sentence in board.document.sentences:
        contents = [
            c for cue in board.cues_of(sentence) if cue.token.i not in used and (c := _content(board, cue))
        ]
        contents.sort(key=lambda one: (-len(one.tokens), one.tokens[0].i))
        taken: set[int] = set()
        for one in contents:
            if taken.isdisjoint(token.i for token in one.tokens):
                taken.update(token.i for token in one.tokens)
                found.append(_clause(board, one))
        found += _parts(board, sentence.i, taken)
    return found


def _content(board: Board, cue: Cue) -> Content | None:
    if cue.speaker is None or cue.speaker.lower in lexicon().no_speaker or board.in_whole(cue.speaker):
        return None
    if cue.token.upos == "NOUN" and not any(
        child.deprel == "nmod:poss" and child is cue.speaker for child in cue.token.children
    ):
        return None
    found = content(cue)
    if found is None:
        return None
    tokens = [token for token in found.tokens if not board.in_whole(token)]
    whole = len(tokens) == len(found.tokens) and tokens[0].i <= tokens[-1].i
    return Content(cue, tokens) if whole and cue.speaker not in tokens else None


def _clause(board: Board, one: Content) -> _Found:
    start, end = one.tokens[0].start, one.tokens[-1].end
    numbers = {board.inside[t.i] for t in one.tokens if t.i in board.inside}
    for number in numbers:  # take the closing mark in with what it closes
        span = board.items[number].quoted
        if start >= span.outer_start and end <= span.outer_end:
            start, end = max(start, span.start), min(end, span.end)
        elif start <= span.outer_start and span.outer_end > end >= span.end:
            end = span.outer_end
    return _Found(start, end, "partial" if numbers else "indirect", one.cue.speaker, one.cue.token)


def _parts(board: Board, sentence: int, taken: set[int]) -> list[_Found]:
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
            start = _clause_start(board, item)
            found.append(_Found(start, item.quoted.end, "partial", item.speaker, item.cue))
    return found


def _record(
    number: int, one: _Found, text: str, starts: list[int], mentions: Sequence[ActorMention]
) -> Quote:
    return Quote(
        id=f"q{number}",
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        kind=one.kind,
        speaker=_actor(one.speaker, starts, mentions),
        speaker_span=_speaker_span(one, text),
        cue=cue_span(one.cue, text) if one.cue is not None else None,
    )


def _speaker_span(one: _Found, text: str) -> Span | None:
    return speaker_span(one.speaker, text) if one.speaker is not None else None


def _actor(token: Token | None, starts: list[int], mentions: Sequence[ActorMention]) -> str | None:
    """Return the actor whose mention covers the token; of a plural mention, none."""
    if token is None:
        return None
    place = bisect_right(starts, token.i) - 1
    if place < 0:
        return None
    mention = mentions[place]
    if mention.first <= token.i <= mention.last and len(mention.actors) == 1:
        return mention.actors[0]
    return None
