"""The tree is the best one that has a single root."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.parse.names import best_tags, spans
from tidings.parse.tree import maximum_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]  # noqa: PLW2901  walking upwards
    return True


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_single_rooted_tree_scores_higher(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    found = tuple(maximum_tree(scores))
    assert is_tree(found)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[i, h] for i, h in enumerate(heads)))

    best = max(total(h) for h in product(range(n + 1), repeat=n) if is_tree(h))
    assert total(found) == pytest.approx(best, abs=1e-4)


def test_names_never_begin_inside() -> None:
    scores = np.zeros((3, 5), dtype=np.float32)
    scores[:, 2] = 5  # every word looks like the inside of a name
    tags = best_tags(scores, np.zeros((6, 5), dtype=np.float32))
    assert tags[0] != 2


def test_spans_join_a_beginning_with_what_continues_it() -> None:
    assert spans(["B-LOC", "I-LOC", "O", "B-ORG", "B-ORG"]) == [(0, 2, "LOC"), (3, 4, "ORG"), (4, 5, "ORG")]
