"""Train `en_tidings`: pre-train layer 1 on raw text, then tags, trees and names together, then export.

usage: python training/train.py --data DATA [--work DIR] [--stage pretrain|learn|export|all] …

Deterministic for a given number of threads. What a stage has left in the work folder is not made again.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

import torch
from data import Vocabulary, load_trees, tag_vocabulary
from export import export
from items import STYLES, Item
from learn import learn
from named import TAGS, name_sets, uner
from network import Sizes
from pretrain import pretrain
from raw import raw_sentences

from tidings.parse.features import normalise

_SEEN = 5
"""A word gets a row of its own when it is seen so often; once in an annotated set counts as four times."""

_ADDRESS = re.compile(r"://|^www\.|@")
"""Addresses of pages and people are no words, and have no place in a published word list."""


def vocabulary(args: argparse.Namespace, items: list[Item], trees: list[Item]) -> Vocabulary:
    """Return the words seen often enough in raw or annotated text, most frequent first."""
    path = args.work / "words.json"
    if not path.exists():
        counts: Counter[str] = Counter()
        for sentence in raw_sentences(args.data):
            counts.update(normalise(form) for form in sentence)
        for item in items:
            counts.update({normalise(form): 4 for form in item.forms})
        ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
        path.write_text(
            json.dumps(
                [word for word, n in ranked if n >= _SEEN and not _ADDRESS.search(word)][: args.words]
            ),
            encoding="utf-8",
        )
    return Vocabulary(json.loads(path.read_text(encoding="utf-8")), *tag_vocabulary(trees))


def run(args: argparse.Namespace) -> None:
    """Run the stages asked for."""
    if args.stage in ("export", "all") and args.out.exists():
        export(args.data, args.out, args.version, args.package)
        return
    trees, dev = load_trees(args.data)
    named = name_sets(args.data, args.own)
    vocab = vocabulary(args, [*trees, *named], trees)
    sizes = Sizes(
        words=len(vocab.words) + 2,
        xpos=len(vocab.xpos),
        upos=len(vocab.upos),
        rels=len(vocab.rels),
        tags=len(TAGS),
        styles=len(STYLES),
    )
    if args.stage in ("pretrain", "all") and not (args.work / "encoder.pt").exists():
        pretrain(args, vocab, sizes)
    if args.stage in ("learn", "all"):
        learn(args, vocab, sizes, ([*trees, *named], dev, list(uner(args.data, "dev", "tidings"))))
    if args.stage in ("export", "all"):
        export(args.data, args.out, args.version, args.package)


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder laid out as sources.toml says")
    parser.add_argument("--work", type=Path, default=HERE / ".work", help="where stages leave their results")
    parser.add_argument("--out", type=Path, default=HERE / ".work/model.pt")
    parser.add_argument("--package", type=Path, default=HERE.parent / "src/tidings/parse/en_tidings")
    parser.add_argument("--own", type=Path, default=HERE / "annotation/names.jsonl")
    parser.add_argument("--stage", choices=["pretrain", "learn", "export", "all"], default="all")
    parser.add_argument("--version", default="1", help="version of the exported model")
    parser.add_argument("--words", type=int, default=60_000, help="rows of the word table at most")
    parser.add_argument("--pretrain-tokens", type=int, default=19_000_000)
    parser.add_argument("--releases", type=int, default=1, help="pre-train on every n-th press release")
    parser.add_argument("--passes", type=int, default=2, help="read the news so many times in pre-training")
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--every", type=int, default=3, help="epochs between scores")
    parser.add_argument("--batch", type=int, default=1500, help="tokens in a batch")
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--drop", type=float, default=0.33)
    parser.add_argument("--word-drop", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    run(args)


if __name__ == "__main__":
    main()
