"""Sums that every part of the network is made of, in numpy (float32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tidings.parse.lstm import Floats


class Layers:
    """The named layers of a member: linear, or linear with a leaky rectifier."""

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        self.arrays = arrays

    def linear(self, name: str, x: Floats) -> Floats:
        """Return the rows of x (n, in) through a layer: (n, out)."""
        result: Floats = x @ self.arrays[f"{name}.weight"].T + self.arrays[f"{name}.bias"]
        return result

    def mlp(self, name: str, x: Floats) -> Floats:
        """Return the rows through a layer and a leaky rectifier."""
        y = self.linear(f"{name}.linear", x)
        return np.where(y > 0, y, np.float32(0.1) * y)

    def rows(self, name: str, at: list[int]) -> Floats:
        """Return the rows of a table."""
        found: Floats = self.arrays[f"{name}.weight"][at]
        return found


def softmax(scores: Floats) -> Floats:
    """Return the rows (n, k) as probabilities."""
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = e / e.sum(axis=1, keepdims=True)
    return result
