"""Bidirectional LSTM layers in numpy, run forward over many sentences at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Steps:
    """Where each word stands when words are laid out by time step instead of by sentence."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.sizes = [sum(1 for n in lengths if n > t) for t in range(lengths[0])]
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)])
        sentence_starts = np.concatenate([[0], np.cumsum(lengths)])
        self.by_time = np.concatenate([sentence_starts[:size] + t for t, size in enumerate(self.sizes)])
        self.by_sentence = np.empty(len(self.by_time), dtype=np.int64)
        self.by_sentence[self.by_time] = np.arange(len(self.by_time))


class Lstm:
    """A bidirectional LSTM layer (gate order of PyTorch: input, forget, cell, output)."""

    def __init__(self, weights: Mapping[str, Floats], name: str) -> None:
        self.directions = []
        for suffix in ("", "_reverse"):
            inputs = np.ascontiguousarray(weights[f"{name}.weight_ih_l0{suffix}"].T)
            hidden = np.ascontiguousarray(weights[f"{name}.weight_hh_l0{suffix}"].T)
            bias = weights[f"{name}.bias_ih_l0{suffix}"] + weights[f"{name}.bias_hh_l0{suffix}"]
            self.directions.append((inputs, hidden, bias))
        self.size = self.directions[0][1].shape[0]

    def run(self, x: Floats, steps: Steps) -> Floats:
        """Return (words, 2 * size) for words laid out by time step: forward outputs, then backward ones."""
        out = np.empty((len(x), 2 * self.size), dtype=np.float32)
        for direction, (inputs, hidden, bias) in enumerate(self.directions):
            gates = x @ inputs
            gates += bias
            target = out[:, direction * self.size : (direction + 1) * self.size]
            self._recur(gates, hidden, target, steps, backward=bool(direction))
        return out

    def _recur(self, gates: Floats, hidden: Floats, out: Floats, steps: Steps, *, backward: bool) -> None:
        size = self.size
        width = steps.sizes[0]
        h = np.zeros((width, size), dtype=np.float32)
        c = np.zeros((width, size), dtype=np.float32)
        times = range(len(steps.sizes) - 1, -1, -1) if backward else range(len(steps.sizes))
        for t in times:
            n, start = steps.sizes[t], steps.starts[t]
            g = gates[start : start + n]
            g += h[:n] @ hidden
            cell = np.tanh(g[:, 2 * size : 3 * size])
            # sigmoid(x) = (tanh(x / 2) + 1) / 2: one fast function for all gates
            g *= np.float32(0.5)
            np.tanh(g, out=g)
            g += np.float32(1)
            g *= np.float32(0.5)
            c[:n] = g[:, size : 2 * size] * c[:n] + g[:, :size] * cell
            h[:n] = g[:, 3 * size :] * np.tanh(c[:n])
            out[start : start + n] = h[:n]
