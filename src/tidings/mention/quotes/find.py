"""Puts the quotations of a document together: direct, partial and indirect, each with its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tidings.mention.quotes.authors import author_of
from tidings.mention.quotes.board import Board
from tidings.mention.quotes.direct import attribute
from tidings.mention.quotes.headline import titles
from tidings.mention.quotes.marks import quoted
from tidings.mention.quotes.phrases import cue_span, speaker_span
from tidings.mention.quotes.reported import Found, other_reports, whole_quotations
from tidings.mention.quotes.transcript import turns
from tidings.records import Actor, ActorMention, Document, Quote, Span, Token


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
    spoken = [Found(turn.start, turn.end, "direct", turn.speaker, None) for turn in turns(document)]
    found = whole_quotations(board)
    found += other_reports(board, found)
    found += [
        Found(title.start, title.end, "indirect", title.speaker, None)
        for title in titles(document)
        if not any(one.start < title.end and title.start < one.end for one in found)
    ]
    found = [one for one in found if not any(turn.start <= one.start < turn.end for turn in spoken)] + spoken
    found.sort(key=lambda one: (one.start, -one.end))
    starts = [mention.first for mention in actor_mentions]
    return tuple(
        _record(number, one, document.text, starts, actor_mentions) for number, one in enumerate(found, 1)
    )


def _record(number: int, one: Found, text: str, starts: list[int], mentions: Sequence[ActorMention]) -> Quote:
    return Quote(
        id=f"q{number}",
        start=one.start,
        end=one.end,
        text=text[one.start : one.end],
        kind=one.kind,
        speaker=_actor(one.speaker, starts, mentions),
        speaker_span=_speaker_span(one, text),
        cue=cue_span(one.cue, text) if one.cue is not None else None,
        parts=tuple(Span(start=start, end=end, text=text[start:end]) for start, end in one.parts),
    )


def _speaker_span(one: Found, text: str) -> Span | None:
    return speaker_span(one.speaker, text) if one.speaker is not None else None


def _actor(token: Token | None, starts: list[int], mentions: Sequence[ActorMention]) -> str | None:
    """Return the actor whose mention covers the token; else, of a message, its author. Of several, none."""
    if token is None:
        return None
    found = _covering(token, starts, mentions)
    if found is None and (author := author_of(token)) is not None:
        several = any(child.deprel == "conj" for child in author.children)
        found = None if several else _covering(author, starts, mentions)
    return found


def _covering(token: Token, starts: list[int], mentions: Sequence[ActorMention]) -> str | None:
    place = bisect_right(starts, token.i) - 1
    if place < 0:
        return None
    mention = mentions[place]
    if mention.first <= token.i <= mention.last and len(mention.actors) == 1:
        return mention.actors[0]
    return None
