"""The running average of a model's weights, which is what is kept (Polyak & Juditsky 1992)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Average:
    """The weights averaged over the steps so far, later ones counting for more.

    The share of the past grows with the steps from none towards `most`; after `early` steps it is half.
    """

    def __init__(self, model: nn.Module, most: float, early: int) -> None:
        self._model, self._most, self._early = model, most, early
        self._steps = 0
        self.state: dict[str, Tensor] = {key: value.clone() for key, value in model.state_dict().items()}

    def update(self) -> None:
        """Take in the weights after one more step of training."""
        self._steps += 1
        state = self._model.state_dict()
        weight = 1 - min(self._most, self._steps / (self._steps + self._early))
        torch._foreach_lerp_([self.state[key] for key in state], list(state.values()), weight)
