"""A layer that all parts of the network are made of."""

from __future__ import annotations

from torch import Tensor, nn


class Mlp(nn.Module):
    """A layer, a leaky rectifier, dropout."""

    def __init__(self, size: int, out: int, drop: float) -> None:
        super().__init__()
        self.linear, self.drop = nn.Linear(size, out), nn.Dropout(drop)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.drop(nn.functional.leaky_relu(self.linear(x), 0.1))
        return out
