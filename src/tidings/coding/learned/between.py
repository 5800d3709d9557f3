"""How likely each event type is between two given parties, by the learned part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tidings.coding.learned.network import Telling
from tidings.coding.learned.view import ACTOR, RECIPIENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.coding.learned.judge import Judge
    from tidings.coding.learned.view import Floats

LEAST: Final = 0.002
"""Probability of a type below which a word is not asked who takes part."""
ASIDE: Final = 0.02
"""What a word counts for with no certainty that the two take part."""


def between(
    judge: Judge, analysis: Analysis, drafts: Sequence[Draft], source: str, target: str
) -> dict[str, float]:
    """Return a score for each type: how likely a word tells it with the one as actor, the other as recipient.

    `source` and `target` are actor ids; a party without mentions counts as taking part.
    """
    total = np.zeros(len(judge.types), dtype=np.float32)
    for view, p in judge.read(analysis, drafts):
        sides = [
            [k for k, c in enumerate(view.candidates) if party in c.mention.actors]
            for party in (source, target)
        ]
        if not any(sides):
            continue
        told = [Telling(view, int(at), int(kind)) for at, kind in np.argwhere(p[:, :-1] >= LEAST)]
        for (_, at, kind), roles in zip(told, judge.network.roles(told), strict=True):
            total[kind] += p[at, kind] * (ASIDE + _take_part(roles, sides))
    return {kind: float(value) for kind, value in zip(judge.types, total, strict=True)}


def _take_part(roles: Floats, sides: Sequence[Sequence[int]]) -> float:
    """Return how likely the parties act and receive, or act together."""
    (acts, _), (joins, receives) = (
        [max((float(roles[k, r]) for k in side), default=1.0) for r in (ACTOR, RECIPIENT)] for side in sides
    )
    return acts * max(receives, joins)
