"""F1 of coded events on sentences with complete gold events.

usage: python benchmarks/events.py --data GOLD.jsonl [--errors]

GOLD has one object a line: `id`, `text`, optionally `date` (YYYY-MM-DD), and `events`, a complete list of
{`type`, `mode`, `actor`, `recipient`, `aux`, `optional`}. Parties are substrings of the text, `A|B` as type
accepts either, `aux` null accepts any, an optional event counts neither as missed nor as false. Prints one
JSON object: f1_type (the right type), f1_event (parties too), f1_strict (auxiliary modes too), mode_accuracy,
false_on_empty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidings.codebook import Codebook
from tidings.codebook.check import describe
from tidings.coding.check import ExampleCoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import Actor, Event, Party

Gold = dict[str, Any]
Spans = list[tuple[int, int]]
UNDIRECTED = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE", "RETREAT"})


class Score:
    """Counts over all texts."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.false_by_type: Counter[str] = Counter()
        self.missed_by_type: Counter[str] = Counter()

    def add(self, item: Gold, actors: Sequence[Actor], events: Sequence[Event]) -> bool:
        """Count one text; return whether everything in it was right."""
        mentions = {a.id: [(m.start, m.end) for m in a.mentions] for a in actors}
        left, right = list(events), True
        self.count["gold"] += sum(not g.get("optional") for g in item["events"])
        self.count["coded"] += len(events)
        self.count["false_on_empty"] += 0 if item["events"] else len(events)
        for gold in sorted(item["events"], key=_optional):
            like = [e for e in left if e.type in gold["type"].split("|")]
            if not like:
                self.missed_by_type[gold["type"]] += not gold.get("optional")
                right = right and _optional(gold)
                continue
            best = min(like, key=lambda e: faults(gold, e, item["text"], mentions))
            left.remove(best)
            if _optional(gold):
                self.count["coded"] -= 1
            else:
                right &= self._add_pair(gold, best, faults(gold, best, item["text"], mentions))
        self.false_by_type.update(e.type for e in left)
        return right and not left

    def _add_pair(self, gold: Gold, event: Event, faults: tuple[bool, bool]) -> bool:
        self.count["type"] += 1
        self.count["event"] += not faults[0]
        self.count["strict"] += not any(faults)
        if gold.get("mode"):
            self.count["modes"] += 1
            self.count["modes_right"] += event.mode == gold["mode"]
        return not any(faults)

    def summary(self) -> dict[str, object]:
        """Return the figures."""
        n = self.count
        total = n["gold"] + n["coded"]
        f1 = {f"f1_{k}": round(2 * n[k] / total, 4) if total else 1.0 for k in ("type", "event", "strict")}
        return {
            "gold_events": n["gold"], "coded_events": n["coded"], **f1,
            "mode_accuracy": round(n["modes_right"] / n["modes"], 4) if n["modes"] else None,
            "false_on_empty": n["false_on_empty"],
            "false_by_type": dict(self.false_by_type.most_common()),
            "missed_by_type": dict(self.missed_by_type.most_common()),
        }  # fmt: skip


def _optional(gold: Gold) -> bool:
    return bool(gold.get("optional"))


def faults(gold: Gold, event: Event, text: str, mentions: dict[str, Spans]) -> tuple[bool, bool]:
    """Whether the parties are wrong, and whether the auxiliary modes are."""
    actor, recipient = (_spans(gold.get(role) or [], text) for role in ("actor", "recipient"))
    if not recipient and UNDIRECTED.intersection(gold["type"].split("|")):
        wrong = not _same(actor, [*event.actor, *event.recipient], mentions)
    else:
        wrong = not (_same(actor, event.actor, mentions) and _same(recipient, event.recipient, mentions))
    return wrong, gold.get("aux") is not None and sorted(gold["aux"]) != sorted(event.aux)


def _spans(phrases: Sequence[str], text: str) -> Spans:
    return [(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]


def _same(gold: Spans, parties: Sequence[Party], mentions: dict[str, Spans]) -> bool:
    found = [[(p.start, p.end), *mentions.get(p.actor, [])] for p in parties]
    return all(any(_meets(g, f) for f in found) for g in gold) and all(
        any(_meets(g, f) for g in gold) for f in found
    )


def _meets(span: tuple[int, int], party: Spans) -> bool:
    return any(span[0] < end and start < span[1] for start, end in party)


def comparison(item: Gold, events: Sequence[Event]) -> str:
    """Return a text with its gold and its coded events, a line each."""
    lines = [f"{item['id']} {item['text']}"]
    for gold in item["events"]:
        parties = f"({', '.join(gold['actor'])}) -> ({', '.join(gold['recipient'])})"
        optional = " optional" if _optional(gold) else ""
        lines.append(f"   gold  {gold['type']} {gold.get('mode')} {gold.get('aux')} {parties}{optional}")
    return "\n".join([*lines, *(f"   coded {describe(event)}" for event in events)])


def main() -> None:
    """Read the options, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--errors", action="store_true", help="list every text that is not all right")
    chosen = options.parse_args()
    code, score = ExampleCoder(Codebook.load(), learned=True), Score()
    for line in chosen.data.read_text(encoding="utf-8").splitlines():
        item: Gold = json.loads(line)
        actors, events = code(item["text"], item.get("date"))
        if not score.add(item, actors, events) and chosen.errors:
            print(comparison(item, events))
    print(json.dumps(score.summary()))


if __name__ == "__main__":
    main()
