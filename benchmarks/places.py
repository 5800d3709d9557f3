"""Measure WHERE on GeoVirus (Wikinews) and LGL (local papers): toponyms found, and how far off.

usage: places.py --data FOLDER [--errors]

FOLDER holds GeoVirus.xml and lgl.xml. Found: a mention of ours overlaps the gold toponym (one to one).
Demonyms, which LGL also marks, are left out, since Tidings does not take them for places. Of those found
with coordinates in the gold: the share within 161 km (100 miles), and the median error; a found one
without coordinates counts as wrong. The peers of `place_peers.py` that are installed are asked in the same
run: what they find is compared.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from place_peers import installed

from tidings.mention.actors import ActorFinder
from tidings.mention.places import find_places
from tidings.parse import Parser
from tidings.records import Block, Place


@dataclass(slots=True)
class Gold:
    """One toponym: offsets, the words, and coordinates where the data gives them."""

    start: int
    end: int
    text: str
    point: tuple[float, float] | None


@dataclass(slots=True)
class Tally:
    """What was counted."""

    gold: int = 0
    hit: int = 0
    extra: int = 0
    errors: list[float] = field(default_factory=list)
    peers: dict[str, Counter[str]] = field(default_factory=dict)


def geovirus(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Yield text and toponyms of the GeoVirus articles."""
    for article in ET.parse(path).getroot():  # noqa: S314 -- a local file the user names
        gold = []
        for location in article.iter("location"):
            name, lat, lon = (location.findtext(tag) or "" for tag in ("name", "lat", "lon"))
            start = int(location.findtext("start") or 0) - 1
            gold.append(Gold(start, start + len(name), name, (float(lat), float(lon)) if lat else None))
        yield article.findtext("text") or "", gold


def lgl(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Yield text and toponyms of the LGL articles, demonyms left out."""
    for article in ET.parse(path).getroot():  # noqa: S314 -- a local file the user names
        gold = []
        for toponym in article.iter("toponym"):
            name = toponym.findtext("phrase") or ""
            tag = toponym.find("gaztag")
            if tag is None or is_demonym(name, tag.findtext("name") or ""):
                continue
            start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
            point = (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
            gold.append(Gold(start, end, name, point))
        yield article.findtext("text") or "", gold


def is_demonym(phrase: str, name: str) -> bool:
    """Return whether a phrase is an adjective or a people, by how it ends and by the place's own name."""
    ends = ("ian", "ians", "ish", "ese", "an", "ans", "ch", "i", "is", "eans")
    return name.casefold() not in phrase.casefold() and phrase.endswith(ends) and phrase != "Michigan"


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance."""
    a, b = math.radians(one[0]), math.radians(other[0])
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def measure(articles: Iterator[tuple[str, list[Gold]]], name: str, *, show: bool) -> Tally:
    """Find the places of every article and count."""
    parser, actors, peers = Parser.load(), ActorFinder.load(), installed()
    tally = Tally(peers={peer: Counter() for peer in peers})
    for text, gold in articles:
        document = parser(text, (Block(kind="paragraph", start=0, end=len(text)),))
        places = find_places(document, *actors(document))
        left = [(span.start, span.end, place) for place in places for span in place.mentions]
        for peer, find in peers.items():
            tally.peers[peer].update(overlaps(find(text), gold))
        for toponym in gold:
            tally.gold += 1
            hit = next((one for one in left if one[0] < toponym.end and one[1] > toponym.start), None)
            if hit is None:
                _say(show, name, "missed", toponym.text, text, toponym.start, "")
                continue
            left.remove(hit)
            tally.hit += 1
            if toponym.point is not None:
                error = _error(hit[2], toponym.point)
                tally.errors.append(error)
                if error > 161:
                    got = f"{hit[2].name} {hit[2].country} {hit[2].lat},{hit[2].lon} want {toponym.point}"
                    _say(show, name, "far", toponym.text, text, toponym.start, f"{error:.0f} km: {got}")
        tally.extra += len(left)
        for start, end, place in left:
            _say(show, name, "extra", text[start:end], text, start, place.name)
    return tally


def overlaps(spans: list[tuple[int, int]], gold: list[Gold]) -> dict[str, int]:
    """Count the spans that overlap a toponym, one to one, and those that do not."""
    left = list(spans)
    for toponym in gold:
        hit = next((one for one in left if one[0] < toponym.end and one[1] > toponym.start), None)
        if hit is not None:
            left.remove(hit)
    return {"hit": len(spans) - len(left), "extra": len(left)}


def _error(place: Place, point: tuple[float, float]) -> float:
    if place.lat is None or place.lon is None:
        return 20000.0
    return kilometres((place.lat, place.lon), point)


def _say(  # noqa: PLR0913, PLR0917 -- one line of the error list
    show: bool,  # noqa: FBT001
    name: str,
    kind: str,
    words: str,
    text: str,
    start: int,
    more: str,
) -> None:
    if show:
        around = text[max(0, start - 40) : start + len(words) + 30].replace("\n", " ")
        print(f"{name}: {kind} {words!r} {more}  …{around}…")


def report(name: str, tally: Tally) -> dict[str, float]:
    """Print the figures of one set; return those that the gate asks for."""
    precision, recall, f1 = found(tally.hit, tally.extra, tally.gold)
    near = sum(error <= 161 for error in tally.errors) / max(1, len(tally.errors))
    print(
        f"{name}: {tally.gold} toponyms; found P {precision:.3f} R {recall:.3f} F1 {f1:.3f};"
        f" within 161 km {near:.3f} of those found; median error {statistics.median(tally.errors):.0f} km"
    )

    for peer, counts in tally.peers.items():
        precision, recall, peer_f1 = found(counts["hit"], counts["extra"], tally.gold)
        print(f"{name}, {peer}: found P {precision:.3f} R {recall:.3f} F1 {peer_f1:.3f}")
    return {"f1": round(f1, 4), "near": round(near, 4)}


def found(hit: int, extra: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what was found."""
    precision, recall = hit / max(1, hit + extra), hit / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> int:
    """Measure both sets."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--errors", action="store_true", help="print every error")
    options = arguments.parse_args()
    sets = {"GeoVirus": geovirus(options.data / "GeoVirus.xml"), "LGL": lgl(options.data / "lgl.xml")}
    figures = {
        name: report(name, measure(articles, name, show=options.errors)) for name, articles in sets.items()
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
