"""The learned part in PyTorch, for training; `tidings.coding.learned.network` runs the same sums in numpy.

State of the language model, tags and frames of each token → projection → one BiLSTM layer → three readings:
the event type that a token tells (or none), the role of each mention in it, its mode and auxiliary modes.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tidings.coding.learned.view import WIDTHS

AUX = 4


@dataclass
class Sizes:
    """Widths of the parts."""

    state: int
    types: int
    upos: int
    deprels: int
    paths: int
    modes: int
    tag_dim: int = 16
    project: int = 256
    hidden: int = 128
    pair: int = 160
    type_dim: int = 32
    path_dim: int = 32
    trait_dim: int = 8
    inner: int = 128


class Mlp(nn.Module):
    """A layer, a leaky rectifier, dropout."""

    def __init__(self, size: int, out: int, drop: float) -> None:
        super().__init__()
        self.linear, self.drop = nn.Linear(size, out), nn.Dropout(drop)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.drop(nn.functional.leaky_relu(self.linear(x), 0.1))
        return out


class EventModel(nn.Module):
    """Scores triggers, roles, modes and auxiliary modes."""

    def __init__(self, sizes: Sizes, drop: float = 0.35) -> None:
        super().__init__()
        self.sizes = s = sizes
        self.drop = nn.Dropout(drop)
        self.frame_drop = 0.15
        self.upos = nn.Embedding(s.upos, s.tag_dim)
        self.deprel = nn.Embedding(s.deprels, s.tag_dim)
        self.project = Mlp(s.state, s.project, drop)
        self.lstm = nn.LSTM(
            s.project + 2 * s.tag_dim + 2 * s.types, s.hidden, 1, batch_first=True, bidirectional=True
        )
        top = 2 * s.hidden + s.project + 2 * s.types
        self.trigger_mlp, self.trigger = Mlp(top, 192, drop), nn.Linear(192, s.types + 1)
        # What a frame says counts from the start: so much for a draft, so much for a word that matches.
        self.trust = nn.Parameter(torch.tensor([3.0, 0.5]))
        self.pair_trigger, self.pair_mention = Mlp(top, s.pair, drop), Mlp(top, s.pair, drop)
        self.kind = nn.Embedding(s.types, s.type_dim)
        self.path = nn.Embedding(s.paths, s.path_dim)
        self.traits = nn.ModuleList(nn.Embedding(width, s.trait_dim) for width in WIDTHS)
        width = 2 * s.pair + s.type_dim + s.path_dim + len(WIDTHS) * s.trait_dim
        self.role_mlp, self.role = Mlp(width, s.inner, drop / 2), nn.Linear(s.inner, 3)
        self.mode_mlp, self.mode = Mlp(top + s.type_dim, s.inner, drop), nn.Linear(s.inner, s.modes)
        self.aux_mlp = Mlp(top + s.type_dim + AUX, 64, drop)
        self.aux = nn.Linear(64, AUX)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Return (batch, length, width): what the readings are made from."""
        frames = batch["frames"]
        if self.training:  # now and then a word without its frames: the words have to speak for themselves
            frames = frames * (torch.rand(*frames.shape[:2], 1) > self.frame_drop)
        projected = self.project(self.drop(batch["state"]))
        x = torch.cat([projected, self.upos(batch["upos"]), self.deprel(batch["deprel"]), frames], dim=2)
        packed = nn.utils.rnn.pack_padded_sequence(
            x, batch["lengths"], batch_first=True, enforce_sorted=False
        )
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return torch.cat([self.drop(out), projected, frames], dim=2)

    def triggers(self, top: Tensor) -> Tensor:
        """Return (…, types + 1) log probabilities; the last is that of no event."""
        proposed, kept = top[..., -2 * self.sizes.types :].chunk(2, dim=-1)
        trusted = nn.functional.pad(self.trust[0] * kept + self.trust[1] * proposed, (0, 1))
        return torch.log_softmax(self.trigger(self.trigger_mlp(top)) + trusted, dim=-1)

    def roles(self, trigger: Tensor, mention: Tensor, kind: Tensor, paths: Tensor, traits: Tensor) -> Tensor:
        """Return (pairs, 3): no party, actor, recipient."""
        parts = [self.pair_trigger(trigger), self.pair_mention(mention), self.kind(kind), self.path(paths)]
        parts += [table(traits[:, i]) for i, table in enumerate(self.traits)]
        return self.role(self.role_mlp(torch.cat(parts, dim=1)))

    def modes(self, trigger: Tensor, kind: Tensor) -> Tensor:
        """Return (triggers, modes) scores; those of other types are to be masked."""
        return self.mode(self.mode_mlp(torch.cat([trigger, self.kind(kind)], dim=1)))

    def auxiliaries(self, trigger: Tensor, kind: Tensor, rules: Tensor) -> Tensor:
        """Return (triggers, 4) logits of the auxiliary modes."""
        return self.aux(self.aux_mlp(torch.cat([trigger, self.kind(kind), rules], dim=1)))
