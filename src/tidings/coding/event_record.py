"""The record of an event, made from a draft that is settled."""

from __future__ import annotations

import hashlib
from operator import attrgetter
from typing import TYPE_CHECKING

from tidings.records import Event, Span

if TYPE_CHECKING:
    from tidings.coding.clauses import Predicate
    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.coding.settings import Setting
    from tidings.records import Party


def event_record(draft: Draft, analysis: Analysis, setting: Setting) -> Event:
    """Return a draft of an analysed document as a record, with its place and date."""
    coder = analysis.coder
    kind = coder.codebook.types[draft.type]
    mode = kind.modes.get(draft.mode) if draft.mode else None
    text, sentence = analysis.document.text, draft.predicate.token.sentence
    actor = analysis.parties.as_parties(draft.actor)
    recipient = analysis.parties.as_parties(draft.recipient)
    trigger = trigger_span(draft.predicate, text)
    tellings = (trigger_span(p, text) for p in draft.tellings)
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
        mentions=tuple(sorted(tellings, key=attrgetter("start", "end"))),
        place=setting.place.id if setting.place is not None else None,
        date=setting.date,
        attribution=analysis.attributions.of(draft.predicate.token),
        confidence=round(draft.confidence, 3),
        why=draft.match.frame.name,
    )


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
