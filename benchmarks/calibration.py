"""Is an event that is given 0.8 right in four of five cases? Reliability by bins, and the calibration error.

usage: python benchmarks/calibration.py --data GOLD.jsonl [--data …] [--plot FILE.svg]

GOLD is as `benchmarks/events.py` reads it. An event is right where a gold event has its type and its parties;
one that the gold calls optional, where the type is right. Prints one JSON object: events, bins (mean
confidence, share right, events) and the expected calibration error, the mean distance of the two weighted by
events (Naeini et al. 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning").
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from events import faults

from tidings.codebook import Codebook
from tidings.coding.check import ExampleCoder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.records import Actor, Event

Gold = dict[str, Any]
BINS: Final = 10
SIDE: Final = 320
"""Height and width of the plot, in pixels."""


class Bin(NamedTuple):
    """Events of about the same confidence: mean confidence, share that is right, how many."""

    confidence: float
    right: float
    events: int


def judged(item: Gold, actors: Sequence[Actor], events: Sequence[Event]) -> Iterator[tuple[Event, bool]]:
    """Yield every event of a text with whether it is right."""
    spans = {a.id: [(m.start, m.end) for m in a.mentions] for a in actors}
    for event in events:
        like = [g for g in item["events"] if event.type in g["type"].split("|")]
        yield event, any(g.get("optional") or not faults(g, event, item["text"], spans)[0] for g in like)


def bins(rows: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Return the bins that hold events, each a tenth of the scale."""
    found: list[Bin] = []
    for k in range(BINS):
        inside = [row for row in rows if min(int(row[0] * BINS), BINS - 1) == k]
        if inside:
            mean, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            found.append(Bin(round(mean, 3), round(right, 3), len(inside)))
    return found


def expected_error(found: Sequence[Bin]) -> float:
    """Return the mean distance of confidence and share right, weighted by events."""
    total = sum(b.events for b in found)
    return sum(abs(b.confidence - b.right) * b.events for b in found) / total if total else 0.0


def plot(found: Sequence[Bin]) -> str:
    """Return the reliability plot as SVG: a dot a bin, its area by its events; on the line all is well."""

    def at(value: float) -> float:
        return round(30 + value * (SIDE - 40), 1)

    dots = "\n".join(
        f'<circle cx="{at(b.confidence)}" cy="{SIDE - at(b.right)}" r="{round(2 + b.events**0.5 / 2, 1)}" '
        f'fill="#2a6f97" fill-opacity="0.7"><title>{b.events} events</title></circle>'
        for b in found
    )
    low, high = at(0), at(1)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" \
font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="white"/>
<path d="M{low},{SIDE - high}V{SIDE - low}H{high}" fill="none" stroke="black"/>
<path d="M{low},{SIDE - low}L{high},{SIDE - high}" stroke="gray" stroke-dasharray="4"/>
<text x="{high}" y="{SIDE - 12}" text-anchor="end">confidence (0 to 1)</text>
<text x="{low + 4}" y="{SIDE - high + 8}">share right (0 to 1)</text>
{dots}
</svg>
"""


def main() -> None:
    """Read the options, code, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True, action="append")
    options.add_argument("--plot", type=Path, help="write the reliability plot here")
    chosen = options.parse_args()
    code = ExampleCoder(Codebook.load(), learned=True)
    rows: list[tuple[float, bool]] = []
    for path in chosen.data:
        for line in path.read_text(encoding="utf-8").splitlines():
            item: Gold = json.loads(line)
            actors, events = code(item["text"], item.get("date"))
            rows += [(event.confidence, right) for event, right in judged(item, actors, events)]
    found = bins(rows)
    if chosen.plot:
        chosen.plot.write_text(plot(found), encoding="utf-8")
    print(json.dumps({
        "events": len(rows),
        "right": round(sum(right for _, right in rows) / len(rows), 4) if rows else None,
        "expected_calibration_error": round(expected_error(found), 4),
        "bins": [b._asdict() for b in found],
    }))  # fmt: skip


if __name__ == "__main__":
    main()
