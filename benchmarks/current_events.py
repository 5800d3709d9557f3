"""F1 of coded events on 200 days' news items, drawn at random and annotated by hand.

usage: python benchmarks/current_events.py --data DATA.tar.gz [--gold FILE] [--write GOLD.jsonl] [--errors]
       python benchmarks/current_events.py --data DATA.tar.gz --draw

DATA.tar.gz is the corpus current-events-context (one YAML file a day). The gold stands off: an item names
the day and the number of its list line, the SHA-256 of its text, and spans; the text stays in the corpus and
is joined here. `--write` keeps the joined gold in the form that `benchmarks/events.py` reads. `--errors`
lists the failing items by kind. Prints the figures of `benchmarks/events.py` as one JSON object, and how
many items each kind of error has. `--draw` prints the ids of the sample that was annotated, one a line.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from events import Score, comparison

import tidings
from tidings.errors import ItemError
from tidings.pipeline import Pipeline
from tidings.records import Actor, Event, Page

Gold = dict[str, Any]

GOLD: Final = Path(__file__).parent / "data" / "current-events-200.jsonl"
SEED: Final = 2015
SAMPLE: Final = 200
FIRST_DAY: Final = "2015"
SHORTEST: Final = 6  # words

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)\.ya?ml$")
_LOWER_CASE_KEY = re.compile(r"^\s*[a-z]\w*:", re.MULTILINE)
_LIST_LINE = re.compile(r"\s*- (.*)")
_HEADING = re.compile(r"\s*[A-Z][^.]*:$|\w+: ")
_SOURCES = re.compile(r"(?:\s*\([^()]*\))+\s*$")
_SENTENCE_ENDS: Final = (".", "!", "?", '"', "”")
KINDS: Final = ("false on empty", "false beside gold", "missed", "parties", "auxiliary modes", "mode")


class Item(NamedTuple):
    """A list line of a day's file; `number` counts the list lines of the file from 1.

    `section` is the heading that it stands under ("Sports"), empty where there is none.
    """

    day: str
    number: int
    text: str
    has_sources: bool
    section: str

    @property
    def id(self) -> str:
        """Return the item's name in the gold."""
        return f"{self.day}.{self.number}"


def read_items(data: Path, first_day: str = FIRST_DAY) -> Iterator[Item]:
    """Yield the items of all days from `first_day` on, in order of days."""
    with tarfile.open(data) as archive:
        days = {found[1]: member for member in archive if (found := _DAY.search(member.name))}
        for day in sorted(days):
            file = archive.extractfile(days[day])
            if day < first_day or file is None:
                continue
            content = file.read().decode()
            if _LOWER_CASE_KEY.search(content):
                continue
            for number, (section, line) in enumerate(list_lines(content), 1):
                text = _SOURCES.sub("", line).strip()
                yield Item(day, number, text, text != line, section)


def list_lines(content: str) -> Iterator[tuple[str, str]]:
    """Yield (section, text) of the list lines of a day's file, folded continuation lines joined by spaces."""
    parts: list[str] | None = None
    section = ""
    for line in content.splitlines():
        if found := _LIST_LINE.match(line):
            if parts is not None:
                yield section, _unquoted(parts)
            parts = [found[1].strip()]
        elif _HEADING.match(line):
            if parts is not None:
                yield section, _unquoted(parts)
            parts, section = None, line.strip().removesuffix(":")
        elif parts is not None:
            parts.append(line.strip())
    if parts is not None:
        yield section, _unquoted(parts)


def _unquoted(parts: list[str]) -> str:
    line = " ".join(part for part in parts if part)
    if len(line) > 1 and line[0] == line[-1] == "'":
        return line[1:-1].replace("''", "'")
    if len(line) > 1 and line[0] == line[-1] == '"':
        folded = re.sub(r"\\ ?(?=\s)", "", line)
        try:
            return str(json.loads(folded))
        except ValueError:
            return folded[1:-1]
    return line


def draw(items: Iterator[Item]) -> list[Item]:
    """Return the sample, sorted: items of a sentence's length, no bare topic lines, each text once."""
    seen: set[str] = set()
    pool = []
    for item in items:
        sentence = item.has_sources or item.text.endswith(_SENTENCE_ENDS)
        if sentence and len(item.text.split()) >= SHORTEST and item.text not in seen:
            seen.add(item.text)
            pool.append(item)
    return sorted(random.Random(SEED).sample(pool, SAMPLE))  # noqa: S311  (a sample, not a secret)


def join(gold: list[Gold], items: Iterator[Item]) -> list[Gold]:
    """Return the gold with its texts, in the form that `benchmarks/events.py` reads.

    Raises:
        SystemExit: An item is not in the corpus, or its text is another than the one annotated.

    """
    wanted = {item["id"] for item in gold}
    texts = {item.id: item.text for item in items if item.id in wanted}
    joined = []
    for item in gold:
        text = texts.get(item["id"])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != item["sha256"]:
            raise SystemExit(f"{item['id']}: the corpus does not have the text that was annotated")
        events = [_with_words(event, text, item["id"]) for event in item["events"]]
        joined.append({"id": item["id"], "date": item["day"], "text": text, "events": events})
    return joined


def _with_words(event: Gold, text: str, where: str) -> Gold:
    """Return an event with words in place of spans; the words must stand first where the span is."""

    def words(start: int, end: int) -> str:
        if text.find(text[start:end]) != start:
            raise SystemExit(f"{where}: the words of span {start}-{end} stand earlier in the text too")
        return text[start:end]

    parties = {role: [words(*span) for span in event[role]] for role in ("actor", "recipient")}
    return {**event, **parties, "trigger": text[slice(*event["trigger"])]}


def kinds_of(score: Score, *, is_empty: bool) -> list[str]:
    """Return the kinds of error in the score of a single text."""
    count = score.count
    false = sum(score.false_by_type.values())
    has = (
        is_empty and false > 0,
        not is_empty and false > 0,
        count["gold"] > count["type"],
        count["type"] > count["event"],
        count["event"] > count["strict"],
        count["modes"] > count["modes_right"],
    )
    return [kind for kind, is_so in zip(KINDS, has, strict=True) if is_so]


def _coded(coder: Pipeline, page: Page) -> tuple[tuple[Actor, ...], tuple[Event, ...], str | None]:
    """Return a page's actors, events and text as read; no text if the page is refused."""
    try:
        article = coder(page)
    except ItemError:
        return (), (), None
    return article.actors, article.events, article.text


def measure(gold: list[Gold], *, errors: bool) -> dict[str, object]:
    """Code all texts, print the failing ones by kind if wanted, and return the figures."""
    coder = tidings.load()
    whole, failing = Score(), defaultdict[str, list[str]](list)
    refused = 0
    for item in gold:
        page = Page(name=item["id"], media="text", content=item["text"], date=item["date"])
        actors, events, text = _coded(coder, page)
        refused += text is None
        placed = item if text is None else {**item, "text": text}
        one = Score()
        one.add(placed, actors, events)
        whole.add(placed, actors, events)
        for kind in kinds_of(one, is_empty=not item["events"]):
            failing[kind].append(comparison(item, events))
    if errors:
        for kind in KINDS:
            print(f"\n== {kind}: {len(failing[kind])} texts", *failing[kind], sep="\n")
    counted = Counter({kind: len(failing[kind]) for kind in KINDS})
    return {"texts": len(gold), "refused": refused, **whole.summary(), "texts_by_error": dict(counted)}


def main() -> None:
    """Read the options, join, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True, help="the corpus, a tar archive")
    options.add_argument("--gold", type=Path, default=GOLD, help="the stand-off annotation")
    options.add_argument("--write", type=Path, help="keep the joined gold here")
    options.add_argument("--errors", action="store_true", help="list every text that is not all right")
    options.add_argument("--draw", action="store_true", help="print the ids of the sample and stop")
    chosen = options.parse_args()
    if chosen.draw:
        print(*(item.id for item in draw(read_items(chosen.data))), sep="\n")
        return
    lines = chosen.gold.read_text(encoding="utf-8").splitlines()
    gold = join([json.loads(line) for line in lines], read_items(chosen.data))
    if chosen.write:
        rows = [json.dumps(item, ensure_ascii=False) + "\n" for item in gold]
        chosen.write.write_text("".join(rows), encoding="utf-8")
    print(json.dumps(measure(gold, errors=chosen.errors)))


if __name__ == "__main__":
    main()
