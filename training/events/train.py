"""Train the learned part of coding and write it into the package.

usage: python training/events/train.py --data DATA [--stage cases|fit|final|all] [--work DIR] [--epochs N] …

`cases` reads all annotated texts with the parser and the frames as they are; `fit` trains without every sixth
item and chooses floors and calibration on those; `final` trains on everything. Deterministic for one thread.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

import torch
from batches import Labels, labels_of
from cases import Case, Gold, Stages
from export import weights_of
from fit import PLAIN, fit
from gold import articles, items, own
from learn import train
from network import EventModel
from scores import scores

from tidings.coding.learned.weights import Weights, load, save

PACKAGE = ROOT / "src/tidings/coding/learned/plover"
UNFITTED = {"keep": 0.2, "change": 0.5, "add": 0.5, "party": 0.45}
"""`keep` stays low: held-out texts are indifferent to 0.2 or 0.4; on text of other kinds frames hold."""


def is_held_out(name: str) -> bool:
    """Whether a text chooses floors and calibration: every sixth that is not our own."""
    return name[0].isdigit() and int(hashlib.sha256(name.encode()).hexdigest(), 16) % 6 == 0


def read_cases(args: argparse.Namespace, stages: Stages) -> tuple[list[Case], list[Gold]]:
    """Return the cases of all texts, and the held-out texts; made once, kept in the work folder."""
    texts = [*items(args.data), *articles(args.data), *own()]
    held = [text for text in texts if is_held_out(text["id"])]
    path = args.work / "cases.pickle"
    if args.stage in ("cases", "all") or not path.exists():
        path.write_bytes(pickle.dumps(list(stages.cases(texts))))
    cases: list[Case] = pickle.loads(path.read_bytes())  # noqa: S301  (our own file)
    print(
        len(texts),
        "texts,",
        len(cases),
        "sentences,",
        sum(len(c.triggers) for c in cases),
        "events",
        flush=True,
    )
    return cases, held


def run(args: argparse.Namespace) -> None:
    """Run the stages asked for."""
    stages = Stages()
    cases, held = read_cases(args, stages)
    if args.stage == "cases":
        return
    modes = {kind: tuple(entry.modes) for kind, entry in stages.coder.codebook.types.items()}
    labels = labels_of(cases, stages.types, modes)
    fitted = args.work / "fitted"
    if args.stage in ("fit", "all"):
        known = [case for case in cases if not is_held_out(case.id)]
        members = trained(args, known, labels)
        for model in members:
            print(json.dumps(scores(model, [c for c in cases if is_held_out(c.id)], labels)), flush=True)
        weights = weights_of(members, labels, version="0", floors=UNFITTED, calibration=PLAIN)
        save(fitted, fit(weights, stages, held))
    if args.stage in ("final", "all"):
        chosen: Weights = load(fitted)
        members = trained(args, cases, labels)
        save(
            args.out,
            weights_of(
                members, labels, version=args.version, floors=chosen.floors, calibration=chosen.calibration
            ),
        )


def trained(args: argparse.Namespace, cases: list[Case], labels: Labels) -> list[EventModel]:
    """Return the members, each from another start, trained in a process of its own."""
    seeds = range(args.seed, args.seed + args.members)
    with ProcessPoolExecutor(args.members, get_context("spawn"), torch.set_num_threads, (1,)) as pool:
        return list(pool.map(partial(train, cases, labels, args.epochs), seeds))


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder laid out as training/sources.toml says"
    )
    parser.add_argument("--work", type=Path, default=HERE.parent / ".work")
    parser.add_argument("--out", type=Path, default=PACKAGE)
    parser.add_argument("--stage", choices=["cases", "fit", "final", "all"], default="all")
    parser.add_argument("--version", default="1")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--members", type=int, default=2, help="networks whose mean decides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    run(args)


if __name__ == "__main__":
    main()
