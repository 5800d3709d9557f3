"""The annotated texts that the learned part is trained on.

`annotation/items.jsonl`, `annotation/unsure.jsonl` and `annotation/articles.jsonl` stand off: where the text
is in its corpus, its SHA-256, and spans. `annotation/own.jsonl` holds texts of our own. All come out as
`benchmarks/events.py` reads gold: phrases in place of spans.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from current_events import Item, read_items

Gold = dict[str, Any]

ANNOTATION = Path(__file__).parent / "annotation"
ITEMS, UNSURE, ARTICLES, OWN = "items.jsonl", "unsure.jsonl", "articles.jsonl", "own.jsonl"
FROM, BEFORE = "2004", "2015"
"""Items of these years: those that measure the coder are of 2015 and later."""

DRAWN = "unsure-"
"""What the ids of items begin with that were drawn because a coder was unsure of them."""

FIRST_UNREAD = "own-031"
"""Our own texts before this one were read when frames were written."""

NO_DATE = "2024-05-14"
"""The day that texts of our own without a date are read against."""


def items(data: Path) -> Iterator[Gold]:
    """Yield the annotated items of the daily events; ids of those that are no sample begin with `DRAWN`."""
    random, unsure = ({row["id"]: row for row in rows(name)} for name in (ITEMS, UNSURE))
    for item in read_items(data / "corpora/current-events/data.tar.gz", FROM):
        if item.day >= BEFORE:
            break
        if item.id in random:
            yield joined(random[item.id], item.text, item.day)
        if item.id in unsure:
            row = unsure[item.id]
            yield joined({**row, "id": f"{DRAWN}{row['id']}"}, item.text, item.day)


def unannotated(data: Path) -> Iterator[Item]:
    """Yield the items of the same years that nobody has annotated."""
    annotated = {row["id"] for name in (ITEMS, UNSURE) for row in rows(name)}
    for item in read_items(data / "corpora/current-events/data.tar.gz", FROM):
        if item.day >= BEFORE:
            return
        if item.id not in annotated:
            yield item


def articles(data: Path) -> Iterator[Gold]:
    """Yield the annotated headlines and paragraphs of Wikinews."""
    csv.field_size_limit(10**8)
    with (data / "corpora/wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        pages = list(csv.DictReader(file))
    for row in rows(ARTICLES):
        page = pages[row["row"]]
        text = (page["title"], *page["text"].split("\n"))[row["line"]].strip()
        yield joined(row, text, page["date"][:10])


def own() -> Iterator[Gold]:
    """Yield the texts of our own."""
    for row in rows(OWN):
        yield {"date": NO_DATE, **row}


def rows(name: str) -> list[Gold]:
    """Return the rows of an annotation file."""
    return [json.loads(line) for line in (ANNOTATION / name).read_text(encoding="utf-8").splitlines()]


def joined(row: Gold, text: str, day: str) -> Gold:
    """Return a row with its text, its spans replaced by words.

    Raises:
        SystemExit: The corpus has another text than the one annotated.

    """
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise SystemExit(f"{row['id']}: the corpus does not have the text that was annotated")
    events = [
        {
            **event,
            "actor": [text[a:b] for a, b in event["actor"]],
            "recipient": [text[a:b] for a, b in event["recipient"]],
            "trigger": text[slice(*event["trigger"])],
        }
        for event in row["events"]
    ]
    return {**row, "date": day, "text": text, "events": events}


def is_own(name: str) -> bool:
    """Whether a text is one of ours, and no news."""
    return name.startswith("own")


def is_held_out(name: str) -> bool:
    """Whether a text chooses floors and calibration: every sixth that no author of frames has read.

    Items drawn because they are hard are no sample, and choose nothing.
    """
    unread = (not is_own(name) or name >= FIRST_UNREAD) and not name.startswith(DRAWN)
    return unread and int(hashlib.sha256(name.encode()).hexdigest(), 16) % 6 == 0
