"""Losses and the training loop of the learned part."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from asked import Asked
from average import Average
from batches import BATCH, Found, Labels, batch_of, mode_name, rules_of
from cases import SPARE, Case
from network import AUX, EventModel, Sizes
from torch import Tensor, nn


def trigger_loss(scores: Tensor, cases: Sequence[Case]) -> Tensor:
    """Negative log likelihood: of either type where two are right, of type or silence where optional.

    Cases that a model labelled count for nothing here.
    """
    none = scores.shape[2] - 1
    total = torch.zeros(())
    for i, case in enumerate(cases):
        if case.taught:
            continue
        marked = {}
        for t in case.triggers:
            right = [*marked.get(t.at, ([], True))[0], *t.types]
            marked[t.at] = (right, t.optional and marked.get(t.at, ([], True))[1])
        plain = torch.ones(len(case.state), dtype=torch.bool)
        for at, (types, optional) in marked.items():
            plain[at] = False
            allowed = [*types, none] if optional else types
            total = total - torch.logsumexp(scores[i, at, allowed], dim=0)
        total = total - scores[i, : len(case.state), none][plain].sum()
    return total / len(cases)


def event_losses(model: EventModel, found: Found, labels: Labels) -> Tensor:
    """Return the losses of roles, modes and auxiliary modes, given the gold triggers."""
    total = role_loss(model, found, labels)
    modes = model.modes(found.rows, found.kinds).masked_fill(~labels.of_type[found.kinds], -1e4)
    names = [mode_name(t, labels) for _, t in found.events]
    known = torch.tensor([name in labels.mode_ids for name in names])
    gold = torch.tensor([labels.mode_ids.get(name, 0) for name in names])
    total = (
        total + (nn.functional.cross_entropy(modes, gold, reduction="none") * found.weights() * known).sum()
    )
    judged = torch.tensor([t.aux is not None for _, t in found.events])
    aux = torch.tensor([t.aux or [0] * AUX for _, t in found.events], dtype=torch.float)
    logits = model.auxiliaries(found.rows, found.kinds, rules_of(found))
    loss = nn.functional.binary_cross_entropy_with_logits(logits, aux, reduction="none").sum(1)
    return total + (loss * found.weights() * judged).sum()


def role_loss(model: EventModel, found: Found, labels: Labels) -> Tensor:
    """Cross entropy of the actors' roles; who is but a part of a party may have any.

    Cases that a model labelled count for nothing here.
    """
    asked = Asked.of(found, labels)
    if asked is None:
        return torch.zeros(())
    scores = model.roles(found.rows, found.kinds, asked)
    learned = torch.tensor([not found.cases[i].taught for i, _ in found.events])
    weight = (found.weights() * learned)[asked.actor_event] * (asked.gold != SPARE)
    return (nn.functional.cross_entropy(scores, asked.gold.clamp(min=0), reduction="none") * weight).sum()


def train(
    cases: Sequence[Case], labels: Labels, epochs: int, seed: int = 1, *, drop: float = 0.2, lr: float = 3e-3
) -> EventModel:
    """Return a model trained on the cases; its weights are averaged over the last steps."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    sizes = Sizes(
        state=cases[0].state.shape[1],
        types=len(labels.types),
        upos=len(labels.upos),
        deprels=len(labels.deprels),
        paths=len(labels.paths),
        sectors=len(labels.sectors),
        modes=len(labels.modes),
    )
    model = EventModel(sizes, drop)
    optimiser = torch.optim.AdamW(model.parameters(), lr=lr, betas=(0.9, 0.98), weight_decay=0.02)
    average = Average(model, most=0.995, early=30)
    order = sorted(range(len(cases)), key=lambda i: len(cases[i].state))
    steps, total_steps = 0, epochs * (len(cases) // BATCH + 1)
    for _ in range(epochs):
        model.train()
        mixed = sorted(order, key=lambda i: len(cases[i].state) + rng.random() * 8)
        groups = [mixed[k : k + BATCH] for k in range(0, len(mixed), BATCH)]
        rng.shuffle(groups)
        for group in groups:
            chosen = [cases[i] for i in group]
            for options in optimiser.param_groups:
                options["lr"] = lr * min(1.0, (steps + 1) / 100) * max(0.02, 1 - steps / total_steps)
            top = model.encode(batch_of(chosen, labels))
            loss = trigger_loss(model.triggers(top), chosen)
            found = Found.of(top, chosen)
            if found is not None:
                loss = loss + event_losses(model, found, labels) / len(chosen)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 3.0)
            optimiser.step()
            steps += 1
            average.update()
    model.load_state_dict(average.state)
    model.eval()
    return model
