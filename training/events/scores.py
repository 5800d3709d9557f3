"""What a trained model gets right on held-out cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from asked import Asked
from batches import BATCH, Found, Labels, batch_of, mode_name, rules_of
from cases import SPARE, Case, Floats
from network import EventModel


@torch.no_grad()
def scores(model: EventModel, cases: Sequence[Case], labels: Labels) -> dict[str, float]:
    """Return F1 of types per text at a few floors, and the share right at gold triggers of all else."""
    by_text: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_text[case.id].append(case)
    probabilities: dict[int, Floats] = {}
    counts = Counter[str]()
    for start in range(0, len(cases), BATCH):
        part = cases[start : start + BATCH]
        top = model.encode(batch_of(part, labels))
        p = model.triggers(top).exp()
        probabilities |= {id(case): p[i, : len(case.state)].numpy() for i, case in enumerate(part)}
        found = Found.of(top, part, optional=False)
        if found is not None:
            counts.update(_right(model, found, labels))
    result = {
        name: counts[name] / max(1, counts[of])
        for name, of in (("roles", "all"), ("aux", "all"), ("modes", "moded"))
    }
    for floor in (0.3, 0.4, 0.5, 0.6):
        result[f"type@{floor}"] = type_score(by_text, probabilities, floor)
    frames = {id(c): np.pad(c.kept, ((0, 0), (0, 1))) for c in cases}
    result["frames"] = type_score(by_text, frames, 0.5)
    return {key: round(value, 4) for key, value in result.items()}


def _right(model: EventModel, found: Found, labels: Labels) -> Counter[str]:
    """Count events whose roles, modes and auxiliary modes are right."""
    counts = Counter({"all": len(found.events)})
    wrong = _misjudged(model, found, labels)
    modes = model.modes(found.rows, found.kinds).masked_fill(~labels.of_type[found.kinds], -1e4).argmax(1)
    aux = (model.auxiliaries(found.rows, found.kinds, rules_of(found)) > 0).int().tolist()
    for n, (_, trigger) in enumerate(found.events):
        counts["roles"] += n not in wrong and not trigger.lost
        counts["aux"] += trigger.aux is None or aux[n] == trigger.aux
        if trigger.mode and mode_name(trigger, labels):
            counts["moded"] += 1
            counts["modes"] += labels.modes[int(modes[n])] == mode_name(trigger, labels)
    return counts


def _misjudged(model: EventModel, found: Found, labels: Labels) -> set[int]:
    """Return the places of the events that have an actor with another role than the gold one."""
    asked = Asked.of(found, labels)
    if asked is None:
        return set()
    best = model.roles(found.rows, found.kinds, asked).argmax(1)
    return set(asked.actor_event[(best != asked.gold) & (asked.gold != SPARE)].tolist())


def type_score(by_text: dict[str, list[Case]], probabilities: dict[int, Floats], floor: float) -> float:
    """Return F1 of event types over texts: one event a type and text, optional ones neutral."""
    right = gold = coded = 0
    for cases in by_text.values():
        found: set[int] = set()
        for case in cases:
            p = probabilities[id(case)][:, :-1]
            found |= {int(k) for k in p.argmax(1)[p.max(1) >= floor]}
        spare = {k for c in cases for t in c.triggers if t.optional for k in t.types}
        kinds = {tuple(t.types) for c in cases for t in c.triggers if not t.optional}
        gold += len(kinds)
        hit = {k for k in found if any(k in types for types in kinds)}
        right += sum(any(k in found for k in types) for types in kinds)
        coded += len(hit) + len(found - hit - spare)
    return 2 * right / max(1, gold + coded)
