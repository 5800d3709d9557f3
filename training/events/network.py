"""The learned part in PyTorch, for training; `tidings.coding.learned.network` runs the same sums in numpy.

State of the language model, tags and frames of each token → projection → one BiLSTM layer → three readings:
the event type that a token tells (or none), the role of each mention in it, its mode and auxiliary modes.
For the roles the sentence is read once more with the trigger marked (`marked.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import marked
import torch
from layers import Mlp
from marked import Marked
from torch import Tensor, nn

from tidings.coding.learned.traits import WIDTHS

if TYPE_CHECKING:
    from asked import Asked

AUX = 4


@dataclass
class Sizes:
    """Widths of the parts."""

    state: int
    types: int
    upos: int
    deprels: int
    paths: int
    sectors: int
    modes: int
    tag_dim: int = 16
    project: int = 256
    hidden: int = 128
    pair: int = 160
    way: int = 64
    sector_dim: int = 16
    type_dim: int = 32
    path_dim: int = 32
    trait_dim: int = 8
    inner: int = 192


class EventModel(nn.Module):
    """Scores triggers, roles, modes and auxiliary modes."""

    def __init__(self, sizes: Sizes, drop: float = 0.2) -> None:
        super().__init__()
        self.sizes = s = sizes
        self.drop = nn.Dropout(drop)
        self.frame_drop = 0.15
        self.upos = nn.Embedding(s.upos, s.tag_dim)
        self.deprel = nn.Embedding(s.deprels, s.tag_dim)
        self.project = Mlp(s.state, s.project, drop)
        self.lstm = nn.LSTM(
            s.project + 2 * s.tag_dim + 3 * s.types, s.hidden, 1, batch_first=True, bidirectional=True
        )
        top = 2 * s.hidden + s.project + 3 * s.types
        self.trigger_mlp, self.trigger = Mlp(top, 192, drop), nn.Linear(192, s.types + 1)
        # What is known of a word counts from the start: a leaning, a frame that matches it, its draft.
        self.trust = nn.Parameter(torch.tensor([0.5, 0.5, 3.0]))
        self.pair_trigger, self.pair_mention = Mlp(top, s.pair, drop), Mlp(top, s.pair, drop)
        self.pair_between = Mlp(top, s.way, drop)
        self.kind = nn.Embedding(s.types, s.type_dim)
        self.path = nn.Embedding(s.paths, s.path_dim)
        self.sector = nn.Embedding(s.sectors, s.sector_dim)
        self.traits = nn.ModuleList(nn.Embedding(width, s.trait_dim) for width in WIDTHS)
        seen = s.path_dim + s.sector_dim + len(WIDTHS) * s.trait_dim
        self.marked = Marked(top, s.type_dim, seen, drop)
        width = 2 * s.pair + s.way + s.type_dim + seen + marked.WIDTH
        self.role_mlp, self.role = Mlp(width, s.inner, drop / 2), nn.Linear(s.inner, 3)
        self.role_pool = Mlp(2 * s.inner + s.type_dim, s.inner, drop / 2)
        self.mode_mlp, self.mode = Mlp(top + s.type_dim, s.inner, drop), nn.Linear(s.inner, s.modes)
        self.aux_mlp = Mlp(top + s.type_dim + AUX, 64, drop)
        self.aux = nn.Linear(64, AUX)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Return (batch, length, width): what the readings are made from."""
        frames = batch["frames"]
        if self.training:  # now and then a word without its frames: the words have to speak for themselves
            kept = (torch.rand(*frames.shape[:2], 1) > self.frame_drop).expand_as(frames).clone()
            kept[..., : self.sizes.types] = True
            frames = frames * kept
        projected = self.project(self.drop(batch["state"]))
        x = torch.cat([projected, self.upos(batch["upos"]), self.deprel(batch["deprel"]), frames], dim=2)
        packed = nn.utils.rnn.pack_padded_sequence(
            x, batch["lengths"], batch_first=True, enforce_sorted=False
        )
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return torch.cat([self.drop(out), projected, frames], dim=2)

    def triggers(self, top: Tensor) -> Tensor:
        """Return (…, types + 1) log probabilities; the last is that of no event."""
        told = top[..., -3 * self.sizes.types :].unflatten(-1, (3, self.sizes.types))
        trusted = nn.functional.pad((self.trust.unsqueeze(1) * told).sum(dim=-2), (0, 1))
        return torch.log_softmax(self.trigger(self.trigger_mlp(top)) + trusted, dim=-1)

    def roles(self, trigger: Tensor, kind: Tensor, asked: Asked) -> Tensor:
        """Return (actors, 3) scores: no party, actor, recipient. `trigger`, `kind`: of each event.

        What is known of an actor is the maximum over its mentions; beside it stands the maximum over all
        mentions that the event may have, so that one may be a party for want of another.
        """
        kinds = self.kind(kind)
        tables = [table(asked.traits[:, i]) for i, table in enumerate(self.traits)]
        seen = torch.cat([self.path(asked.paths), self.sector(asked.sectors), *tables], dim=1)
        parts = [
            self.pair_trigger(trigger)[asked.event],
            self.pair_mention(asked.mention),
            self.pair_between(asked.way),
            kinds[asked.event],
            seen,
            self.marked(asked, kinds, seen),
        ]
        mentions = self.role_mlp(torch.cat(parts, dim=1))
        actors = _maximum(mentions, asked.actor, len(asked.actor_event))
        others = _maximum(mentions, asked.event, len(kind))[asked.actor_event]
        joined = torch.cat([actors, others, kinds[asked.actor_event]], dim=1)
        return self.role(actors + self.role_pool(joined))

    def modes(self, trigger: Tensor, kind: Tensor) -> Tensor:
        """Return (triggers, modes) scores; those of other types are to be masked."""
        return self.mode(self.mode_mlp(torch.cat([trigger, self.kind(kind)], dim=1)))

    def auxiliaries(self, trigger: Tensor, kind: Tensor, rules: Tensor) -> Tensor:
        """Return (triggers, 4) logits of the auxiliary modes."""
        return self.aux(self.aux_mlp(torch.cat([trigger, self.kind(kind), rules], dim=1)))


def _maximum(rows: Tensor, group: Tensor, groups: int) -> Tensor:
    """Return the maximum of the rows of each group: (groups, width)."""
    least = rows.new_full((groups, rows.shape[1]), -1e4)
    return least.scatter_reduce(0, group.unsqueeze(1).expand_as(rows), rows, "amax")
