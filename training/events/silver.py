"""Items that nobody annotated, coded by a first model: more to learn from (self-training).

Daily events of the same years, drawn at random, that were coded with events. Modes are learned from them;
types and roles are not, for there the pupil would only learn to repeat the frames. Yarowsky 1995,
"Unsupervised word sense disambiguation rivaling supervised methods".
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from cases import Case, Gold, Stages
from gold import unannotated

from tidings.coding import EventCoder
from tidings.coding.learned.judge import Judge
from tidings.coding.learned.weights import Weights
from tidings.records import Event, Party

SURE = 0.6
"""Confidence below which an event may as well be none."""


def silver(data: Path, stages: Stages, teacher: Weights, count: int) -> Iterator[Case]:
    """Yield the cases of so many items as the teacher codes them."""
    coder = EventCoder(stages.coder.codebook, Judge(teacher))
    for item, document, mentions in stages.read(_drawn(data, count)):
        events = coder(document, mentions)
        if events:
            coded = {**item, "events": [_gold(event) for event in events]}
            for case in stages.cases_of(coded, document, mentions):
                case.taught = True
                yield case


def _drawn(data: Path, count: int) -> Iterator[Gold]:
    pool = list(unannotated(data))
    for item in random.Random(1).sample(pool, min(count, len(pool))):
        yield {"id": f"silver-{item.id}", "date": item.day, "text": item.text}


def _gold(event: Event) -> Gold:
    return {
        "type": event.type,
        "mode": event.mode,
        "aux": list(event.aux),
        "actor": _words(event.actor),
        "recipient": _words(event.recipient),
        "trigger": event.trigger.text,
        "optional": event.confidence < SURE,
    }


def _words(parties: tuple[Party, ...]) -> list[str]:
    return [party.text for party in parties]
