"""From tag scores to names: the best BIO sequence (Viterbi 1967) and its spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tags(scores: Scores, transitions: Scores) -> list[int]:
    """Return the tag of each word on the best path.

    `scores`: (words, tags). `transitions`: (tags + 1, tags), the last row from the start. Tags are O, then
    B and I of each label in turn; an I that does not continue its label is never chosen.
    """
    between, first = _allowed(transitions)
    alpha = scores[0] + first
    back = np.zeros(scores.shape, dtype=np.intp)
    for t in range(1, len(scores)):
        paths = alpha[:, None] + between
        back[t] = paths.argmax(axis=0)
        alpha = paths.max(axis=0) + scores[t]
    tag = int(alpha.argmax())
    tags = [tag]
    for t in range(len(scores) - 1, 0, -1):
        tag = int(back[t, tag])
        tags.append(tag)
    return tags[::-1]


def _allowed(transitions: Scores) -> tuple[Scores, Scores]:
    """Return transition and start scores with the forbidden ones far below all others."""
    between, first = transitions[:-1].copy(), transitions[-1].copy()
    for inside in range(2, between.shape[1], 2):
        ok = (inside - 1, inside)
        for before in range(between.shape[0]):
            if before not in ok:
                between[before, inside] = -1e4
        first[inside] = -1e4
    return between, first


def spans(tags: Sequence[str] | Iterable[str]) -> list[tuple[int, int, str]]:
    """Return the names of a BIO sequence as (first word, end word exclusive, label)."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-") and found and found[-1][1] == i and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], i + 1, tag[2:])
    return found
