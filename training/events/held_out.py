"""Code the texts that are held out from training with the weights as they are, and print the scores.

usage: python training/events/held_out.py --data DATA

DATA is laid out as `training/sources.toml` says. Prints one JSON object a line: for the news items, the
articles and the texts of our own. With an earlier commit checked out it scores that version.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from cases import Stages
from events import Score
from gold import articles, is_held_out, items, own

from tidings.coding import EventCoder

SHOWN = ("texts", "gold_events", "coded_events", "f1_type", "f1_event", "f1_strict", "false_on_empty")


def main() -> None:
    """Print the scores of the three kinds of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    stages = Stages()
    coder = EventCoder.load(stages.coder.codebook)
    for name, texts in (("news items", items(data)), ("articles", articles(data)), ("our own", own())):
        score = Score()
        for text, document, mentions in stages.read(t for t in texts if is_held_out(t["id"])):
            score.add(text, mentions.actors, coder(document, mentions))
        summary = score.summary()
        print(json.dumps({"texts of": name, **{key: summary[key] for key in SHOWN if key in summary}}))


if __name__ == "__main__":
    main()
