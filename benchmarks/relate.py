"""Macro F1 of `tidings relate --force` on a PLV file: 15 root codes, CONCEDE and RETREAT counted as YIELD.

usage: python benchmarks/relate.py --data PLV.tsv [--codebook DIR] [--errors] [--half 0|1]

The file has the columns `marked_sentence` (source in <s>…</s>, target in <t>…</t>) and `gold_root`, is
tab-separated and unquoted. Prints one JSON object; `--errors` lists every wrong row first; `--half` takes
every second row only. `by_readings_of_plv` are the figures where PLV's own readings hold instead of the
codebook's (`plv_readings.toml`).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tidings.codebook import Codebook
from tidings.coding import EventCoder, Relation, relate
from tidings.mention import Finder
from tidings.parse import Parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
MARK = re.compile(r"</?[st]>")


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Relations that PLV codes otherwise than the codebook: of a type, with a mode, by certain frames."""

    type: str
    code: str
    reason: str
    mode: str | None = None
    frames: tuple[str, ...] = ()

    def fits(self, relation: Relation) -> bool:
        """Whether the reading is about the relation; a frame may be given by the beginning of its name."""
        if relation.type != self.type or self.mode not in {None, relation.mode}:
            return False
        return not self.frames or (relation.why or "").startswith(self.frames)


class Pair(NamedTuple):
    """One row: the plain text, the spans of source and target, the gold code."""

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    gold: str


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the plain text, and for "s" and "t" the first span so marked, in offsets of the plain text."""
    plain = ""
    spans: dict[str, tuple[int, int]] = {}
    opened: dict[str, int] = {}
    at = 0
    for mark in MARK.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        tag = mark.group()[-2]
        if mark.group()[1] != "/":
            opened.setdefault(tag, len(plain))
        elif tag in opened:
            spans.setdefault(tag, (opened[tag], len(plain)))
    return plain + marked[at:], spans


def pairs(path: Path) -> Iterator[Pair]:
    """Yield the rows that have a gold code."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["gold_root"]:
                text, spans = unmark(row["marked_sentence"])
                yield Pair(text, spans.get("s"), spans.get("t"), row["gold_root"])


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> tuple[float, dict[str, float]]:
    """Return the mean F1 over the labels of the gold, and the F1 of each."""
    wanted, told = Counter(gold), Counter(found)
    hits = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    scores = {str(g): 2 * hits[g] / (wanted[g] + told[g]) for g in sorted(wanted, key=str)}
    return sum(scores.values()) / len(scores), {label: round(value, 4) for label, value in scores.items()}


def figures(gold: Sequence[str], found: Sequence[str | None]) -> dict[str, float]:
    """Return accuracy and the macro F1 of codes, of quad classes, and of conflict against cooperation."""
    quads = [QUAD[g] for g in gold], [QUAD.get(f or "", 0) for f in found]
    conflict = tuple([quad > 2 for quad in side] for side in quads)
    return {
        "accuracy": round(sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold), 4),
        "macro_f1_root": round(macro_f1(gold, found)[0], 4),
        "macro_f1_quad": round(macro_f1(*quads)[0], 4),
        "macro_f1_binary": round(macro_f1(*conflict)[0], 4),
    }


def answers(rows: Iterable[Pair], codebook: Codebook) -> Iterator[Relation]:
    """Yield the forced relation of every row."""
    parser, finder, coder = Parser.load(), Finder.load(), EventCoder.load(codebook)
    for row in rows:
        document = parser.parse_text(row.text)
        yield relate(coder, document, finder(document), row.source, row.target, force=True)


def code_of(relation: Relation) -> str | None:
    """Return the PLV code of a relation."""
    return "YIELD" if relation.type in {"CONCEDE", "RETREAT"} else relation.type


@cache
def readings() -> tuple[Reading, ...]:
    """Return the readings in which PLV differs, from the file beside this one."""
    table = tomllib.loads(Path(__file__).with_name("plv_readings.toml").read_text("utf-8"))
    return msgspec.convert(table["readings"], tuple[Reading, ...])


def code_in_plv(relation: Relation) -> str | None:
    """Return the PLV code of a relation, by PLV's own reading where that differs from the codebook's."""
    return next((r.code for r in readings() if r.fits(relation)), code_of(relation))


def main() -> None:
    """Read the options, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--codebook", type=Path)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--half", type=int, choices=(0, 1))
    chosen = options.parse_args()
    rows = [r for i, r in enumerate(pairs(chosen.data)) if chosen.half is None or i % 2 == chosen.half]
    told = list(answers(rows, Codebook.load(chosen.codebook)))
    if chosen.errors:
        for row, relation in zip(rows, told, strict=True):
            if code_of(relation) != row.gold:
                span = [row.text[s[0] : s[1]] if s else "-" for s in (row.source, row.target)]
                print(f"{row.gold} {relation.type} {relation.why} {span}\n    {row.text}")
    gold, found = [r.gold for r in rows], [code_of(t) for t in told]
    by_evidence = Counter((_level(t), code_of(t) == g) for t, g in zip(told, gold, strict=True))
    print(json.dumps({
        "pairs": len(rows), **figures(gold, found), "per_code": macro_f1(gold, found)[1],
        "by_readings_of_plv": figures(gold, [code_in_plv(t) for t in told]),
        "evidence": {level: [by_evidence[level, True], by_evidence[level, False]] for level in LEVELS},
    }))  # fmt: skip


LEVELS = ("both", "one", "path", "words", "prior")


def _level(relation: Relation) -> str:
    """Return the grade of evidence, read from the confidence bands of `relate`."""
    bounds = (0.55, 0.33, 0.251, 0.11)
    return next(
        (level for level, bound in zip(LEVELS, bounds, strict=False) if relation.confidence >= bound), "prior"
    )


if __name__ == "__main__":
    main()
