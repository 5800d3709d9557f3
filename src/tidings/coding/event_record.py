"""The record of an event, made from a draft that is settled."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tidings.coding.event_dates import event_date, lead_date
from tidings.coding.event_places import breadth, event_place
from tidings.records import Event, Span

if TYPE_CHECKING:
    from tidings.coding.clauses import Predicate
    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.records import Document, EventDate, Mentions, Party


def event_record(draft: Draft, analysis: Analysis) -> Event:
    """Return a draft of an analysed document as a record."""
    coder, document = analysis.coder, analysis.document
    kind = coder.codebook.types[draft.type]
    mode = kind.modes.get(draft.mode) if draft.mode else None
    text, sentence = document.text, draft.predicate.token.sentence
    actor = analysis.parties.as_parties(draft.actor)
    recipient = analysis.parties.as_parties(draft.recipient)
    trigger = trigger_span(draft.predicate, text)
    parties = [Span(start=p.start, end=p.end, text=p.text) for p in (*actor, *recipient)]
    return Event(
        id=_event_id(draft.type, trigger, actor, recipient),
        type=draft.type,
        mode=draft.mode,
        contexts=coder.contexts.of(sentence, draft.type, draft.mode),
        aux=draft.aux,
        quad=kind.quad,
        score=mode.score if mode is not None and mode.score is not None else kind.score,
        cameo=mode.cameo if mode is not None and mode.cameo else kind.cameo,
        actor=actor,
        recipient=recipient,
        trigger=trigger,
        sentence=Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end]),
        mentions=tuple(sorted((trigger_span(p, text) for p in draft.tellings), key=_start)),
        place=_place(draft, analysis, parties),
        date=_date(draft, analysis.mentions, document),
        attribution=analysis.attributions.of(draft.predicate.token),
        confidence=round(draft.confidence, 3),
        why=draft.match.frame.name,
    )


def _place(draft: Draft, analysis: Analysis, parties: list[Span]) -> str | None:
    """Return the closest place that a telling names: a site before a city before a country."""
    document, mentions, rules = analysis.document, analysis.mentions, analysis.coder.codebook.rules
    told = [event_place(p, mentions, document, parties, rules) for p in draft.tellings]
    widths = {place.id: breadth(place) for place in mentions.places}
    return min((place for place in told if place is not None), key=widths.__getitem__, default=None)


def _date(draft: Draft, mentions: Mentions, document: Document) -> EventDate | None:
    """Return the date that a telling gives in words; the day of publication where none does."""
    told = [event_date(p, mentions, document) for p in draft.tellings]
    dated = next((date for date in told if date is not None and date.from_ == "text"), None)
    headline = draft.predicate.token.sentence.kind == "title" and "future" not in draft.aux
    return dated or (lead_date(mentions, document) if headline else None) or told[0]


def trigger_span(predicate: Predicate, text: str) -> Span:
    """Return the span of the predicate's word, and of the particle or light verb that belongs to it."""
    token = predicate.token
    parts = [token, *(c for c in token.children if c.deprel == "compound:prt")]
    carrier = predicate.carrier
    if carrier is not None and carrier is not token and 0 < token.i - carrier.i <= 4:
        parts.append(carrier)
    start, end = min(t.start for t in parts), max(t.end for t in parts)
    return Span(start=start, end=end, text=text[start:end])


def _event_id(kind: str, trigger: Span, actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> str:
    parts = [kind, str(trigger.start), str(trigger.end)]
    parts += [f"{role}{p.start}-{p.end}" for role, ps in (("a", actor), ("r", recipient)) for p in ps]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]


def _start(span: Span) -> tuple[int, int]:
    return (span.start, span.end)
