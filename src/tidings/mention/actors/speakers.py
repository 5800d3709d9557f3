"""First person pronouns inside quotations, which mean the speaker of the quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from tidings.mention.actors.references import TABLE
from tidings.records.actor import Actor, ActorMention
from tidings.records.document import Document, Token
from tidings.records.quote import Quote
from tidings.records.span import Span

_FIRST_PERSON = frozenset(TABLE["first_person"]["words"])


def with_speakers(
    document: Document,
    actors: tuple[Actor, ...],
    mentions: tuple[ActorMention, ...],
    quotes: Sequence[Quote],
) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
    """Return the actors and mentions with those that "I" and "we" in quoted words make.

    Indirect speech is left alone: its first person is the writer's.
    """
    spoken = [quote for quote in quotes if quote.speaker and quote.kind != "indirect"]
    if not spoken:
        return actors, mentions
    taken = {i for mention in mentions for i in range(mention.first, mention.last + 1)}
    added: list[ActorMention] = []
    for token in document.tokens:
        if token.lower in _FIRST_PERSON and token.i not in taken and token.upos in ("PRON", "DET"):
            speaker = next((q.speaker for q in spoken if q.start <= token.start < q.end), None)
            if speaker is not None:
                added.append(_mention(token, speaker))
    if not added:
        return actors, mentions
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in added:
        text = document.text[mention.start : mention.end]
        spans[mention.actors[0]].append(Span(start=mention.start, end=mention.end, text=text))
    told = tuple(_with_spans(actor, spans[actor.id]) if actor.id in spans else actor for actor in actors)
    return told, tuple(sorted((*mentions, *added), key=_start))


def _mention(token: Token, speaker: str) -> ActorMention:
    return ActorMention(
        actors=(speaker,),
        start=token.start,
        end=token.end,
        head=token.i,
        first=token.i,
        last=token.i,
        form="pronoun",
    )


def _with_spans(actor: Actor, spans: list[Span]) -> Actor:
    return msgspec.structs.replace(actor, mentions=tuple(sorted((*actor.mentions, *spans), key=_start)))


def _start(record: Span | ActorMention) -> int:
    return record.start
