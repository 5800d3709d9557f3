"""Train the learned part of coding and write it into the package.

usage: python training/events/train.py --data DATA [--stage cases|silver|fit|all] [--work DIR] …

`cases` reads all annotated texts with the parser and the frames as they are, and the items of sections that
hold no events; `silver` codes more items with the weights of `--teacher`, or of a first model; `fit` trains
on all, chooses floors and calibration on the texts held out, and writes the weights into the package.
Deterministic for one thread.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]
sys.path.append(str(HERE.parent))

import torch
from batches import Labels, labels_of
from cases import Case, Stages
from export import weights_of
from fit import PLAIN, fit
from gold import articles, is_held_out, is_own, items, own
from learn import train
from network import EventModel
from quiet import quiet
from scores import scores
from silver import silver

from tidings.coding.learned.weights import load, save

PACKAGE = ROOT / "src/tidings/coding/learned/plover"
FLOORS = {"keep": 0.2, "change": 0.5, "add": 0.5, "party": 0.45, "want": 0.25}
UNFITTED: dict[str, Any] = {"version": "0", "floors": FLOORS, "calibration": PLAIN}


def kept(path: Path, make: Callable[[], Iterable[Case]], *, anew: bool) -> list[Case]:
    """Return the cases of a file in the work folder, made where it is not there or is to be made anew."""
    if anew or not path.exists():
        path.write_bytes(pickle.dumps(list(make())))
    cases: list[Case] = pickle.loads(path.read_bytes())  # noqa: S301  (our own file)
    print(path.stem, len(cases), "sentences,", sum(len(c.triggers) for c in cases), "events", flush=True)
    return cases


def run(args: argparse.Namespace) -> None:
    """Run the stages asked for."""
    stages = Stages()
    texts = [*items(args.data), *articles(args.data), *own()]
    anew = args.stage in ("cases", "all")
    gold = kept(args.work / "cases.pickle", lambda: stages.cases(texts), anew=anew)
    still = kept(args.work / "quiet.pickle", lambda: quiet(args.data, stages), anew=anew)
    if args.stage == "cases":
        return
    modes = {kind: tuple(entry.modes) for kind, entry in stages.coder.codebook.types.items()}
    labels = labels_of(gold, stages.types, modes)
    known = [case for case in gold if not is_held_out(case.id)]
    known += [*(case for case in known if not is_own(case.id)), *still]  # the news twice: there is less of it

    def coded() -> Iterable[Case]:
        taught = (
            load(args.teacher)
            if args.teacher
            else weights_of(trained(args, known, labels), labels, **UNFITTED)
        )
        return silver(args.data, stages, taught, args.silver)

    more = kept(args.work / "silver.pickle", coded, anew=args.stage in ("silver", "all"))
    if args.stage in ("fit", "all"):
        members = trained(args, [*known, *more], labels)
        for model in members:
            print(json.dumps(scores(model, [c for c in gold if is_held_out(c.id)], labels)), flush=True)
        held = [text for text in texts if is_held_out(text["id"])]
        save(
            args.out, fit(weights_of(members, labels, **(UNFITTED | {"version": args.version})), stages, held)
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
    parser.add_argument("--stage", choices=["cases", "silver", "fit", "all"], default="all")
    parser.add_argument("--teacher", type=Path, help="folder of weights that code the items")
    parser.add_argument("--version", default="1")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--silver", type=int, default=20_000, help="items that nobody annotated")
    parser.add_argument("--members", type=int, default=2, help="networks whose mean decides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    run(args)


if __name__ == "__main__":
    main()
