"""Tags, trees and names together: the loss, the score that chooses, and the training loop."""

from __future__ import annotations

import argparse
import random
import time

import torch
from average import Average
from data import Batcher, Vocabulary
from items import STYLES, Item
from named import TAGS
from network import Model, Sizes
from torch import Tensor, nn

from tidings.parse.names import best_tags, spans
from tidings.parse.tree import maximum_tree

_NAMES_WEIGHT = 3.0
_UNER = ("PERSON", "ORG", "LOC")


def losses(model: Model, batch: dict[str, Tensor], word_drop: float) -> Tensor:
    """Return the mean loss of a batch over whatever is annotated in it."""
    low, top = model.encode(batch, word_drop)
    mask = torch.arange(top.shape[1]) < batch["lengths"].unsqueeze(1)
    total = torch.zeros(())
    trees = batch["heads"][:, 0] >= 0
    if trees.any():
        total = total + tree_loss(
            model,
            low[trees],
            top[trees],
            {k: batch[k][trees] for k in ("xpos", "upos", "heads", "rels")},
            mask[trees],
        )
    named = batch["tags"][:, 0] >= 0
    if named.any():
        scores = model.tags(top[named], batch["style"][named])
        loss = model.crf_loss(scores, batch["tags"][named].clamp(min=0), mask[named])
        total = total + _NAMES_WEIGHT * loss / mask[named].sum()
    return total


def tree_loss(model: Model, low: Tensor, top: Tensor, gold: dict[str, Tensor], mask: Tensor) -> Tensor:
    """Cross entropy of Penn and universal tags (half weight each), heads and relations."""
    total = torch.zeros(())
    for layer, key in ((model.xpos, "xpos"), (model.upos, "upos")):
        scores = layer(low).flatten(0, 1)
        total = total + 0.5 * nn.functional.cross_entropy(scores, gold[key].flatten(), ignore_index=-1)
    arcs, dep, head = model.arcs(top)
    possible = torch.cat([torch.ones_like(mask[:, :1]), mask], dim=1)
    arcs = arcs.masked_fill(~possible.unsqueeze(1), -1e4)
    heads, live = gold["heads"], gold["heads"] >= 0
    total = total + nn.functional.cross_entropy(arcs[live], heads[live])
    n, t = live.nonzero(as_tuple=True)
    labels = model.labels(dep[n, t], head[n, heads[n, t]])
    return total + nn.functional.cross_entropy(labels, gold["rels"][live], ignore_index=-1)


@torch.no_grad()
def evaluate(model: Model, batcher: Batcher, trees: list[Item], names: list[Item]) -> dict[str, float]:
    """Return tag accuracies, UAS and LAS on trees, and F of names in our own style."""
    model.eval()
    right = {"xpos": 0, "upos": 0, "uas": 0, "las": 0}
    total = 0
    for batch in batcher.batches(trees, 4000, None):
        low, top = model.encode(batch, 0)
        arcs, dep, head = model.arcs(top)
        tags = {"xpos": model.xpos(low).argmax(2), "upos": model.upos(low).argmax(2)}
        for i, n in enumerate(batch["lengths"].tolist()):
            tree = torch.tensor(maximum_tree(arcs[i, :n, : n + 1].numpy()))
            labels = model.labels(dep[i, :n], head[i, tree]).argmax(1)
            attached = tree == batch["heads"][i, :n]
            right["uas"] += int(attached.sum())
            right["las"] += int((attached & (labels == batch["rels"][i, :n])).sum())
            for key, found in tags.items():
                right[key] += int((found[i, :n] == batch[key][i, :n]).sum())
            total += n
    return {key: n / total for key, n in right.items()} | name_score(model, batcher, names)


@torch.no_grad()
def name_score(model: Model, batcher: Batcher, names: list[Item]) -> dict[str, float]:
    """Return F of exact PERSON, ORG and LOC spans, as our own style names them."""
    right = found = gold = 0
    for batch in batcher.batches(names, 4000, None):
        _, top = model.encode(batch, 0)
        scores = model.tags(top, torch.zeros_like(batch["style"])).numpy()
        for i, n in enumerate(batch["lengths"].tolist()):
            tags = [TAGS[t] for t in best_tags(scores[i, :n], model.transitions.numpy())]
            want = {s for s in spans([TAGS[t] for t in batch["tags"][i, :n].tolist()]) if s[2] in _UNER}
            got = {s for s in spans(tags) if s[2] in _UNER}
            right, found, gold = right + len(want & got), found + len(got), gold + len(want)
    return {"names_f": 2 * right / max(1, found + gold)}


def learn(
    args: argparse.Namespace,
    vocabulary: Vocabulary,
    sizes: Sizes,
    data: tuple[list[Item], list[Item], list[Item]],
) -> None:
    """Train; now and then score the averaged weights and keep the best. `data`: train, dev, names dev."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    train, dev, names_dev = data
    model = Model(sizes, args.drop)
    encoder = args.work / "encoder.pt"
    if encoder.exists():
        model.encoder.load_state_dict(torch.load(encoder))
        print("pre-trained layer loaded", flush=True)
    batcher = Batcher(vocabulary)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=args.lr, betas=(0.9, 0.95), weight_decay=0.01, fused=True
    )
    average = Average(model, most=0.998, early=50)
    best, steps, started = 0.0, 0, time.time()
    for epoch in range(args.epochs):
        model.train()
        batches = list(batcher.batches(train, args.batch, rng))
        for k, batch in enumerate(batches):
            rest = 1 - (epoch + k / len(batches)) / args.epochs
            for options in optimiser.param_groups:
                options["lr"] = args.lr * min(1.0, (steps + 1) / 200) * max(0.02, rest)
            loss = losses(model, batch, args.word_drop)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            steps += 1
            average.update()
        print(f"epoch {epoch + 1} {time.time() - started:.0f} s, last loss {loss.item():.3f}", flush=True)
        if (epoch + 1) % args.every == 0 or epoch + 1 == args.epochs:
            best = max(best, keep_best(args, model, average.state, best, (batcher, dev, names_dev)))


def keep_best(
    args: argparse.Namespace,
    model: Model,
    average: dict[str, Tensor],
    best: float,
    scored: tuple[Batcher, list[Item], list[Item]],
) -> float:
    """Score the averaged weights; write them where they beat the best before. Returns their score."""
    current = {key: value.clone() for key, value in model.state_dict().items()}
    model.load_state_dict(average)
    batcher, dev, names_dev = scored
    scores = evaluate(model, batcher, dev, names_dev)
    print({key: round(100 * value, 2) for key, value in scores.items()}, flush=True)
    summary = scores["las"] + 0.25 * scores["names_f"]
    if summary > best:
        v = batcher.vocabulary
        labels = {
            "words": v.words,
            "xpos": v.xpos,
            "upos": v.upos,
            "rels": v.rels,
            "tags": TAGS,
            "styles": STYLES,
        }
        torch.save({"sizes": model.sizes.as_dict(), "state": average, "scores": scores, **labels}, args.out)
    model.load_state_dict(current)
    return summary


__all__ = ["evaluate", "learn", "losses"]
