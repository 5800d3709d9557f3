"""Floors and calibration: chosen on held-out texts, by coding them as users do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from calibration import judged
from cases import Gold, Read, Stages
from events import Score

from tidings.coding import EventCoder
from tidings.coding.learned.judge import WORD, Judge, log_odds
from tidings.coding.learned.weights import Weights

ADD = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
KEEP = 0.1
"""Fixed: frames know wordings and names that no training text has."""
PARTY = (0.35, 0.4, 0.45, 0.5, 0.55)
WANT = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
FALSE = 1 / 25
"""Events that may be coded for each text that has none."""
SETTLED = 2
"""Readings of a text whose events are settled: confidence is fitted on these."""
PLAIN = {"frame": [0.0, 1.0, 0.0], "added": [0.0, 1.0, 0.0]}
SURE = {"frame": [0.0, 0.0, 1.0], "added": [0.0, 0.0, 1.0]}


def fit(weights: Weights, stages: Stages, items: Sequence[Gold]) -> Weights:
    """Return the weights with floors and calibration.

    The floors are those of the best mean of f1_type and f1_event among the ones that hold to `FALSE`.
    """
    read = list(stages.read(items))
    plain = replace(weights, calibration=PLAIN)

    def tried(grid: Sequence[dict[str, float]]) -> dict[str, float]:
        floors = [{**weights.floors, **some} for some in grid]
        return max(floors, key=lambda one: _value(replace(plain, floors=one), stages, read))

    party = tried([{"keep": KEEP, "party": value} for value in PARTY])["party"]
    want = tried([{"keep": KEEP, "party": party, "want": value} for value in WANT])["want"]
    best = tried([{"keep": KEEP, "party": party, "want": want, "add": value} for value in ADD])
    print("floors", best, flush=True)
    weights = replace(weights, floors=best)
    twice = [one for one in read if one[0].get("readings") == SETTLED]
    return replace(weights, calibration=_calibration(weights, stages, twice))


def _value(weights: Weights, stages: Stages, read: Sequence[Read]) -> tuple[float, float]:
    """Return what is to be as large as possible: the false events within bounds first, then F1."""
    coder, score = EventCoder(stages.coder.codebook, Judge(weights)), Score()
    for item, document, mentions in read:
        score.add(item, mentions.actors, coder(document, mentions))
    found = score.summary()
    print(
        weights.floors,
        {k: found[k] for k in ("f1_type", "f1_event", "f1_strict", "false_on_empty")},
        flush=True,
    )
    empty = sum(not item["events"] for item, _, _ in read)
    false = score.count["false_on_empty"] / max(1, empty)
    return min(0.0, FALSE - false), float(found["f1_type"]) + float(found["f1_event"])  # type: ignore[arg-type]


def _calibration(weights: Weights, stages: Stages, read: Sequence[Read]) -> dict[str, list[float]]:
    """Return logistic weights (constant, log odds of the type, log odds of the parties) by kind of draft."""
    plain, sure = (
        EventCoder(stages.coder.codebook, Judge(replace(weights, calibration=c))) for c in (PLAIN, SURE)
    )
    rows: dict[str, list[tuple[float, float, bool]]] = {"frame": [], "added": []}
    for item, document, mentions in read:
        events = plain(document, mentions)
        others = {event.id: event for event in sure(document, mentions)}
        for event, right in judged(item, mentions.actors, events):
            kind = "added" if event.why.endswith(WORD) else "frame"
            rows[kind].append((log_odds(event.confidence), log_odds(others[event.id].confidence), right))
    return {kind: _logistic(found) for kind, found in rows.items()}


def _logistic(rows: Sequence[tuple[float, float, bool]], ridge: float = 1.0) -> list[float]:
    """Return constant and two weights of a logistic regression, by Newton's method."""
    x = np.array([[1.0, a, b] for a, b, _ in rows])
    y = np.array([float(right) for _, _, right in rows])
    w = np.zeros(3)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + ridge * np.array([0, w[1], w[2]])
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag([1e-6, ridge, ridge])
        w -= np.linalg.solve(hessian, gradient)
    return [round(float(value), 4) for value in w]
