"""Print how far two readers of the same texts agree on their events.

usage: python training/events/agreement.py

`annotation/readings.jsonl` holds both readings of 450 texts, parties as spans. The first is taken as gold,
the second as what was coded, by the rules of `benchmarks/events.py`: an event that either holds optional
counts neither as missed nor as false. Prints F1 of types, and of types with parties, for news and for texts
of our own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from events import UNDIRECTED

Event = dict[str, Any]
READINGS = Path(__file__).parent / "annotation/readings.jsonl"


def kinds(event: Event) -> set[str]:
    """Return the types of an event; either is right."""
    return set(event["type"].split("|"))


def alike(first: list[list[int]], second: list[list[int]]) -> bool:
    """Whether every span of one side overlaps one of the other."""

    def met(spans: list[list[int]], others: list[list[int]]) -> bool:
        return all(any(a[0] < b[1] and b[0] < a[1] for b in others) for a in spans)

    return met(first, second) and met(second, first)


def same_parties(gold: Event, other: Event) -> bool:
    """Whether actors and recipients are the same; as one set where neither direction is told."""
    if not gold["recipient"] and UNDIRECTED & kinds(gold):
        return alike(gold["actor"], other["actor"] + other["recipient"])
    return alike(gold["actor"], other["actor"]) and alike(gold["recipient"], other["recipient"])


def count(gold: list[Event], coded: list[Event], counts: Counter[str]) -> None:
    """Count one text."""
    left = list(coded)
    counts["gold"] += sum(not event["optional"] for event in gold)
    for event in sorted(gold, key=lambda event: bool(event["optional"])):
        like = [other for other in left if kinds(other) & kinds(event)]
        if not like:
            continue
        best = min(like, key=lambda other: (not same_parties(event, other), other["optional"]))
        left.remove(best)
        if not event["optional"]:
            counts["coded"] += 1
            counts["type"] += 1
            counts["event"] += same_parties(event, best)
    counts["coded"] += sum(not event["optional"] for event in left)


def main() -> None:
    """Print the figures, one line for news and one for texts of our own."""
    by_part: dict[str, Counter[str]] = {"news": Counter(), "own": Counter()}
    for line in READINGS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        counts = by_part["own" if row["id"].startswith("own") else "news"]
        counts["texts"] += 1
        count(row["first"], row["second"], counts)
    for part, counts in by_part.items():
        whole = counts["gold"] + counts["coded"]
        figures = {f"f1_{k}": round(2 * counts[k] / whole, 3) for k in ("type", "event")}
        print(json.dumps({"part": part, "texts": counts["texts"], **figures}))


if __name__ == "__main__":
    main()
