"""The pairs of trigger and mention of a batch, and the actors that the mentions name."""

from __future__ import annotations

from typing import NamedTuple

import torch
from batches import Found, Labels
from torch import Tensor

from tidings.coding.learned.roles import distances


class Asked(NamedTuple):
    """P pairs of E actors; an actor counts once for each event that it may take part in."""

    event: Tensor  # (P,) place among the events
    mention: Tensor  # (P, width) what the sentence's reading makes of the mention's head
    way: Tensor  # (P, width) the mean of what it makes of the tokens between
    paths: Tensor  # (P,)
    sectors: Tensor  # (P,)
    traits: Tensor  # (P, traits)
    actor: Tensor  # (P,) place among the actors
    actor_event: Tensor  # (E,) place among the events
    gold: Tensor  # (E,) role, or SPARE
    top: Tensor  # (cases, length, width) what the sentences' reading makes of all tokens
    case: Tensor  # (events,) place among the cases
    head: Tensor  # (P,) place of the mention's head in its sentence
    lengths: Tensor  # (events,) tokens of its sentence
    away: Tensor  # (events, length) how far from the trigger, as `roles.distances` counts

    @classmethod
    def of(cls, found: Found, labels: Labels) -> Asked | None:
        """Return the pairs of a batch; None where no event has anybody beside it."""
        places = [
            (n, i, t.pairs, k) for n, (i, t) in enumerate(found.events) for k in range(len(t.pairs.heads))
        ]
        if not places:
            return None
        actors = [(n, entity) for n, (_, t) in enumerate(found.events) for entity in t.entities]
        length = found.top.shape[1]
        at = {actor: number for number, actor in enumerate(actors)}
        case = torch.tensor([i for _, i, _, _ in places])
        return cls(
            event=torch.tensor([n for n, _, _, _ in places]),
            mention=found.top[case, torch.tensor([p.heads[k] for _, _, p, k in places])],
            way=_ways(found.top, [(i, p.between[k]) for _, i, p, k in places]),
            paths=torch.tensor([labels.path_ids.get(p.paths[k], 0) for _, _, p, k in places]),
            sectors=torch.tensor([labels.sector_ids.get(p.sectors[k], 0) for _, _, p, k in places]),
            traits=torch.tensor([p.traits[k] for _, _, p, k in places]),
            actor=torch.tensor([at[n, p.entities[k]] for n, _, p, k in places]),
            actor_event=torch.tensor([n for n, _ in actors]),
            gold=torch.tensor([role for _, t in found.events for role in t.roles]),
            top=found.top,
            case=torch.tensor([i for i, _ in found.events]),
            head=torch.tensor([p.heads[k] for _, _, p, k in places]),
            lengths=torch.tensor([len(found.cases[i].state) for i, _ in found.events]),
            away=_padded([distances(len(found.cases[i].state), t.at) for i, t in found.events], length),
        )


def _padded(rows: list[list[int]], length: int) -> Tensor:
    return torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])


def _ways(top: Tensor, ways: list[tuple[int, list[int]]]) -> Tensor:
    """Return the mean over the tokens of each way, zero where it passes none."""
    steps = [(row, i, token, 1 / len(way)) for row, (i, way) in enumerate(ways) for token in way]
    found = top.new_zeros(len(ways), top.shape[2])
    if not steps:
        return found
    row, case, token = (torch.tensor([step[n] for step in steps]) for n in range(3))
    share = torch.tensor([step[3] for step in steps]).unsqueeze(1)
    return found.index_add(0, row, top[case, token] * share)
