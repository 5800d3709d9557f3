"""From cases to tensors: vocabularies, the tokens of a batch, its gold events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from cases import Case, Trigger
from torch import Tensor

BATCH = 64
"""Sentences in a batch."""


@dataclass
class Labels:
    """Vocabularies: what the indices of the network stand for."""

    types: list[str]
    upos: list[str]
    deprels: list[str]
    paths: list[str]
    sectors: list[str]
    modes: list[str]
    """`TYPE.mode`, and `TYPE.` for none."""

    def __post_init__(self) -> None:
        self.upos_ids = {name: i for i, name in enumerate(self.upos)}
        self.deprel_ids = {name: i for i, name in enumerate(self.deprels)}
        self.path_ids = {name: i for i, name in enumerate(self.paths)}
        self.sector_ids = {name: i for i, name in enumerate(self.sectors)}
        self.mode_ids = {name: i for i, name in enumerate(self.modes)}
        self.of_type = torch.zeros(len(self.types), len(self.modes), dtype=torch.bool)
        for i, name in enumerate(self.modes):
            self.of_type[self.types.index(name.split(".")[0]), i] = True


def labels_of(cases: Sequence[Case], types: Sequence[str], modes: dict[str, Sequence[str]]) -> Labels:
    """Return the vocabularies; a path that is seen fewer than four times counts as another."""
    paths = Counter(p for c in cases for t in c.triggers for p in t.pairs.paths)
    return Labels(
        list(types),
        ["?", *sorted({u for c in cases for u in c.upos})],
        ["?", *sorted({d for c in cases for d in c.deprel})],
        ["?", *sorted(p for p, n in paths.items() if n >= 4)],
        ["?", *sorted({s for c in cases for t in c.triggers for s in t.pairs.sectors})],
        [f"{kind}.{mode}" for kind in types for mode in ("", *modes[kind])],
    )


def batch_of(cases: Sequence[Case], labels: Labels) -> dict[str, Tensor]:
    """Return the token part of a batch, padded."""
    n = max(len(c.state) for c in cases)
    width = cases[0].state.shape[1]
    state = torch.zeros(len(cases), n, width)
    frames = torch.zeros(len(cases), n, cases[0].frames.shape[1])
    upos, deprel = (torch.zeros(len(cases), n, dtype=torch.long) for _ in range(2))
    for i, case in enumerate(cases):
        m = len(case.state)
        state[i, :m] = torch.from_numpy(case.state.astype(np.float32))
        frames[i, :m] = torch.from_numpy(case.frames)
        upos[i, :m] = torch.tensor([labels.upos_ids.get(u, 0) for u in case.upos])
        deprel[i, :m] = torch.tensor([labels.deprel_ids.get(d, 0) for d in case.deprel])
    lengths = torch.tensor([len(c.state) for c in cases])
    return {"state": state, "frames": frames, "upos": upos, "deprel": deprel, "lengths": lengths}


class Found(NamedTuple):
    """The gold events of a batch: (place of the case, trigger), the rows of their words, their types."""

    top: Tensor
    cases: Sequence[Case]
    events: list[tuple[int, Trigger]]
    rows: Tensor
    kinds: Tensor

    @classmethod
    def of(cls, top: Tensor, cases: Sequence[Case], *, optional: bool = True) -> Found | None:
        """Return the events of a batch, with or without optional ones; None where there are none."""
        events = [(i, t) for i, c in enumerate(cases) for t in c.triggers if optional or not t.optional]
        if not events:
            return None
        rows = top[torch.tensor([i for i, _ in events]), torch.tensor([t.at for _, t in events])]
        return cls(top, cases, events, rows, torch.tensor([t.types[0] for _, t in events]))

    def weights(self) -> Tensor:
        """Return what each event counts for."""
        return torch.tensor([0.5 if t.optional else 1.0 for _, t in self.events])


def rules_of(found: Found) -> Tensor:
    """Return what the rules say of the auxiliary modes of each event."""
    return torch.tensor([t.rules for _, t in found.events], dtype=torch.float)


def mode_name(trigger: Trigger, labels: Labels) -> str:
    """Return the mode of the first type; empty where the gold's mode is of the second one."""
    name = f"{labels.types[trigger.types[0]]}.{trigger.mode or ''}"
    return name if name in labels.mode_ids else ""
