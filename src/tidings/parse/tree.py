"""From arc scores to a tree: the best head of each word, repaired to the maximum tree where that is none.

Chu & Liu 1965, Edmonds 1967, with one root (as Universal Dependencies require).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_ROOT_COST = 1e6


def maximum_tree(scores: Scores) -> list[int]:
    """Return the head of each word (1-based, 0 for the root) of the best single-rooted tree.

    `scores`: (words, words + 1), the score of each head for each dependent, column 0 is the root.
    """
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), -1e9, dtype=np.float64)
    square[1:] = scores
    np.fill_diagonal(square, -1e9)
    heads = square.argmax(axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _is_tree(heads):
        return [int(h) for h in heads[1:]]
    # Each arc from the root costs so much that the best tree has one: the fewest that a tree can have.
    square[1:, 0] -= _ROOT_COST
    return [int(h) for h in _edmonds(square)[1:]]


def _is_tree(heads: NDArray[np.intp]) -> bool:
    """Say whether every word reaches the root."""
    state = [1] + [0] * (len(heads) - 1)  # 1: reaches the root, 2: being followed
    for word in range(1, len(heads)):
        path = []
        while state[word] == 0:
            state[word] = 2
            path.append(word)
            word = int(heads[word])  # noqa: PLW2901  following the heads upwards
        if state[word] == 2:
            return False
        for step in path:
            state[step] = 1
    return True


def _edmonds(square: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the heads of the maximum tree; `square[d, h]` scores head `h` for dependent `d`."""
    heads: NDArray[np.intp] = square.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    kept = [i for i in range(len(heads)) if not inside[i]]
    size = len(kept)
    gain = {word: square[word] - square[word, heads[word]] for word in cycle}
    small = np.full((size + 1, size + 1), -1e9)
    small[:size, :size] = square[np.ix_(kept, kept)]
    enter = np.array([[gain[word][h] for h in kept] for word in cycle])
    leave = square[np.ix_(kept, cycle)]
    small[size, :size] = enter.max(axis=0)
    small[:size, size] = leave.max(axis=1)
    np.fill_diagonal(small, -1e9)
    sub = _edmonds(small)
    result: NDArray[np.intp] = heads.copy()
    for k in range(1, size):
        result[kept[k]] = cycle[int(leave[k].argmax())] if sub[k] == size else kept[int(sub[k])]
    entered = int(enter[:, int(sub[size])].argmax())
    result[cycle[entered]] = kept[int(sub[size])]
    return result


def _cycle(heads: NDArray[np.intp]) -> list[int]:
    """Return the words of one cycle, or nothing."""
    seen: dict[int, int] = {}
    for start in range(1, len(heads)):
        word = start
        while word != 0 and word not in seen:
            seen[word] = start
            word = int(heads[word])
        if word != 0 and seen[word] == start:
            cycle = [word]
            follow = int(heads[word])
            while follow != word:
                cycle.append(follow)
                follow = int(heads[follow])
            return cycle
    return []
