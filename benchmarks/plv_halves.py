"""Whether what was added to the codebook for one half of PLV lifts the other half, whose rows nobody read.

usage: python benchmarks/plv_halves.py --data PLV.tsv [--codebook DIR]

A row belongs to half A or B by a hash of its text. `plv_halves.toml` names the frames and the rules that were
written after the errors on half A were read. Both halves are coded with the codebook as it is and
with the codebook without these entries; `better` and `worse` count the rows of a half that they set right and
wrong. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from relate import code_of, figures, pairs

from tidings.codebook import Codebook
from tidings.coding import EventCoder, relate
from tidings.mention import Finder
from tidings.parse import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relate import Pair

HALVES = ("A", "B")


class Added(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Entries of the codebook: names of frames (TYPE.id), and keys of `rules.toml`."""

    frames: tuple[str, ...]
    rules: tuple[str, ...]


def half_of(text: str) -> str:
    """Return the half to which a text belongs: the parity of the first byte of its SHA-256."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def without(codebook: Codebook, added: Added) -> Codebook:
    """Return the codebook without some of its entries.

    Raises:
        SystemExit: the codebook has no such frame.
    """
    missing = set(added.frames) - {frame.name for frame in codebook.frames}
    if missing:
        raise SystemExit(f"plv_halves.toml: no frame {', '.join(sorted(missing))}")
    triggers = {
        key: tuple(trigger for trigger in found if trigger.frame.name not in added.frames)
        for key, found in codebook.triggers.items()
    }
    rules = msgspec.structs.replace(codebook.rules, **dict.fromkeys(added.rules, ()))
    return dataclasses.replace(codebook, triggers=triggers, rules=rules)


def codes(rows: Sequence[Pair], codebooks: Sequence[Codebook]) -> list[list[str | None]]:
    """Return for each codebook the code of every row; each row is parsed once."""
    parser, finder = Parser.load(), Finder.load()
    coders = [EventCoder.load(codebook) for codebook in codebooks]
    found: list[list[str | None]] = [[] for _ in coders]
    for row in rows:
        document = parser.parse_text(row.text)
        mentions = finder(document)
        for told, coder in zip(found, coders, strict=True):
            told.append(code_of(relate(coder, document, mentions, row.source, row.target, force=True)))
    return found


def compared(gold: Sequence[str], old: Sequence[str | None], new: Sequence[str | None]) -> dict[str, object]:
    """Return the figures without and with the entries, and how many rows they set right and wrong."""
    right = [(g == o, g == n) for g, o, n in zip(gold, old, new, strict=True)]
    return {
        "pairs": len(gold),
        "without": figures(gold, old),
        "with": figures(gold, new),
        "better": right.count((False, True)),
        "worse": right.count((True, False)),
    }


def main() -> None:
    """Read the options, code, compare, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--codebook", type=Path)
    chosen = options.parse_args()
    listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    codebook = Codebook.load(chosen.codebook)
    rows = list(pairs(chosen.data))
    old, new = codes(rows, [without(codebook, msgspec.convert(listed, Added)), codebook])
    result = {}
    for half in HALVES:
        own = [i for i, row in enumerate(rows) if half_of(row.text) == half]
        gold, before, after = ([side[i] for i in own] for side in ([r.gold for r in rows], old, new))
        result[half] = compared(gold, before, after)  # type: ignore[arg-type]  # one of three lists
    print(json.dumps(result))


if __name__ == "__main__":
    main()
