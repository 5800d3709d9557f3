"""F1 of coded events for each phenomenon of language that coders get wrong.

usage: python benchmarks/phenomena.py --data benchmarks/data/phenomena.jsonl [--errors]

The data has one object a line, as `benchmarks/events.py` reads it, and `phenomenon`; an event may have
`speaker`, a phrase of the text (null: nobody is named as reporting the event). Prints one JSON object:
`phenomena` has for each the figures of `benchmarks/events.py` (f1_type, f1_event, f1_strict, false_on_empty),
`texts`, `aux_right` (the share of the events found whose auxiliary modes are right) and, where the data has
speakers, `speaker_right` (the share of the events found whose speaker is right). `totals` has them for all
texts. A figure that has nothing to measure is null.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from events import Score, comparison

from tidings.codebook import Codebook
from tidings.coding.check import ExampleCoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import Actor, Event

Gold = dict[str, Any]


class PhenomenonScore(Score):
    """Counts auxiliary modes and speakers too."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._actors: Sequence[Actor] = ()

    def add(self, item: Gold, actors: Sequence[Actor], events: Sequence[Event]) -> bool:
        """Count one text; return whether all its events were right (speakers left aside)."""
        self._text, self._actors = item["text"], actors
        self.count["texts"] += 1
        return super().add(item, actors, events)

    def _add_pair(self, gold: Gold, event: Event, faults: tuple[bool, bool]) -> bool:
        self.count["aux_right"] += not faults[1]
        if "speaker" in gold:
            self.count["speakers"] += 1
            self.count["speakers_right"] += self._speaker_right(gold["speaker"], event)
        return super()._add_pair(gold, event, faults)

    def _speaker_right(self, phrase: str | None, event: Event) -> bool:
        """Whether a mention of the event's speaker overlaps the phrase, or neither is there."""
        speaker = event.attribution.speaker if event.attribution else None
        if phrase is None or speaker is None:
            return phrase is speaker
        start = self._text.index(phrase)
        end = start + len(phrase)
        mentions = [m for actor in self._actors if actor.id == speaker for m in actor.mentions]
        return any(m.start < end and start < m.end for m in mentions)

    def figures(self) -> dict[str, object]:
        """Return the figures of a phenomenon."""
        summary = self.summary()
        kept = ("gold_events", "coded_events", "f1_type", "f1_event", "f1_strict", "false_on_empty")
        found: dict[str, object] = {"texts": self.count["texts"], **{name: summary[name] for name in kept}}
        found["aux_right"] = self._share("aux_right", "type")
        if self.count["speakers"]:
            found["speaker_right"] = self._share("speakers_right", "speakers")
        return found

    def _share(self, part: str, whole: str) -> float | None:
        return round(self.count[part] / self.count[whole], 4) if self.count[whole] else None


def main() -> None:
    """Read the options, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--errors", action="store_true", help="list every text that is not all right")
    chosen = options.parse_args()
    code, totals = ExampleCoder(Codebook.load(), learned=True), PhenomenonScore()
    scores: defaultdict[str, PhenomenonScore] = defaultdict(PhenomenonScore)
    for line in chosen.data.read_text(encoding="utf-8").splitlines():
        item: Gold = json.loads(line)
        actors, events = code(item["text"], item.get("date"))
        scores[item["phenomenon"]].add(item, actors, events)
        if not totals.add(item, actors, events) and chosen.errors:
            print(comparison(item, events))
    phenomena = {name: score.figures() for name, score in scores.items()}
    print(json.dumps({"phenomena": phenomena, "totals": totals.figures()}))


if __name__ == "__main__":
    main()
