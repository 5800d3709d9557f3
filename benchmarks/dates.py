"""Measure WHEN: running text with TEI dates (GUM), and phrases with a reference day (Recognizers-Text).

usage: dates.py --data FOLDER [--errors]

FOLDER holds `gum/*.xml` and `recognizers-specs/Specs/DateTime/English/*.json`.
GUM: an expression is found where its span overlaps a gold one; durations, sets, clock times and vague
references are left out of what was found, since TEI's <date> does not mark them. A value is right where
it is the same stretch of days; gold without a year (--10) only has to agree in month (and day), and an open
gold value (notBefore, notAfter) has to be respected.
Recognizers: see `date_phrases.py`, and `date_peers.py` for the other libraries that answer in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from date_phrases import measure_recognizers
from date_values import value_right

from tidings.mention.dates import find_dates
from tidings.parse import Parser
from tidings.records import Block, Document


def read_gum(path: Path) -> tuple[str, list[Block], list[tuple[int, int, dict[str, str]]], str | None]:
    """Return a GUM document's text, blocks, gold dates (start, end, attributes) and day of creation."""
    text, blocks, gold, created = "", list[Block](), list[tuple[int, int, dict[str, str]]](), None
    opened: list[tuple[int, dict[str, str]]] = []
    start, kind, glue = 0, "paragraph", True
    for line in path.read_text("utf-8").splitlines():
        if match := re.match(r"<text .*?dateCreated=\"(\d{4}-\d\d-\d\d)\"", line):
            created = match[1]
        elif match := re.match(r"<date ([^>]*)>", line):
            opened.append((len(text) + (not glue), dict(re.findall(r'(\w+)="([^"]*)"', match[1]))))
        elif line.startswith("</date>") and opened:
            begin, attributes = opened.pop()
            gold.append((begin, len(text), attributes))
        elif re.match(r"</?(p|head|caption|item|list|figure|sp|q|table|row|cell|text)\b", line):
            if text[start:].strip() and not line.startswith(("<q", "</q")):
                text += "\n\n"
                blocks.append(Block(kind=kind, start=start, end=len(text)))  # type: ignore[arg-type]
                start, glue = len(text), True
            kind = "subhead" if line.startswith("<head") else "paragraph"
        elif line and not line.startswith("<"):
            token = line.split("\t")[0].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            text += ("" if glue or re.match(r"[.,;:!?%)\]’']|n't$|-$", token) else " ") + token
            glue = token in {"(", "[", "$", "-", "£", "€"}
    if text[start:]:
        blocks.append(Block(kind="paragraph", start=start, end=len(text)))
    return text, blocks, gold, created


def measure_gum(folder: Path, show: bool) -> None:  # noqa: FBT001 -- the command's own switch
    """Print found F1 and value accuracy on running text."""
    parser = Parser.load()
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.xml")):
        text, blocks, gold, created = read_gum(path)
        document = parser(text, tuple(blocks), published=created, published_confidence=0.9)
        score(document, gold, counts, path.stem if show else None)
    report("gum", counts)


def score(
    document: Document, gold: list[tuple[int, int, dict[str, str]]], counts: Counter[str], name: str | None
) -> None:
    """Count one document; print its errors where a name is given."""
    left = list(find_dates(document))
    for start, end, attributes in gold:
        hit = next((d for d in left if d.start < end and d.end > start), None)
        counts["gold"] += 1
        around = document.text[max(0, start - 40) : end + 25].replace("\n", " ")
        if hit is None:
            _say(name, f"missed  {document.text[start:end]!r} {attributes}   …{around}…")
            continue
        left.remove(hit)
        counts["hit"] += 1
        counts["exact"] += (hit.start, hit.end) == (start, end)
        if value_right(hit, attributes):
            counts["right"] += 1
        else:
            _say(name, f"value   {hit.text!r} {hit.value} {attributes}   …{around}…")
    for extra in left:
        if extra.type == "DATE" and not (extra.value or "").endswith("_REF"):
            counts["extra"] += 1
            around = document.text[max(0, extra.start - 40) : extra.end + 25].replace("\n", " ")
            _say(name, f"extra   {extra.text!r} {extra.value}   …{around}…")


def _say(name: str | None, line: str) -> None:
    if name:
        print(f"{name}: {line}")


def report(name: str, counts: Counter[str]) -> None:
    """Print the figures of one set, in words and then as a JSON object."""
    hit, gold = counts["hit"], counts["gold"]
    precision, recall = hit / max(1, hit + counts["extra"]), hit / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    value = counts["right"] / max(1, hit)
    print(
        f"{name}: {gold} gold; found P {precision:.3f} R {recall:.3f} F1 {f1:.3f};"
        f" value right {value:.3f} of those found; same span {counts['exact'] / max(1, hit):.3f}"
    )
    print(json.dumps({name: {"f1": round(f1, 4), "value": round(value, 4)}}))


def main() -> int:
    """Run both measurements."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--errors", action="store_true", help="print every error")
    options = arguments.parse_args()
    measure_recognizers(options.data / "recognizers-specs/Specs/DateTime/English", options.errors)
    measure_gum(options.data / "gum", options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
