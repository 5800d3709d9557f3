"""The measuring set of phenomena is well formed: benchmarks/data/phenomena.jsonl."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from tidings.codebook import Codebook

DATA = Path(__file__).parent.parent / "benchmarks" / "data"
PHENOMENA = [
    *("negation", "future", "conditional", "historical", "attribution", "denial", "question", "passive"),
    *("blamed", "possessive", "nominal", "verb-coordination", "party-coordination", "reciprocal"),
    *("pronoun", "definite", "apposition", "headline", "other-trade"),
]
AUX = {"negation", "future", "hypothetical", "historical"}
FIELDS = ["type", "mode", "actor", "recipient", "aux", "trigger", "optional"]


def _items() -> list[dict[str, Any]]:
    lines = (DATA / "phenomena.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _events() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(item, event) for item in _items() for event in item["events"]]


def _stands_in(phrase: str, text: str) -> bool:
    """Whether the phrase's first occurrence is of whole words."""
    words = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    return bool(phrase) and words is not None and words.start() == text.index(phrase)


def test_every_phenomenon_has_fourteen_texts_or_more() -> None:
    counts = Counter(item["phenomenon"] for item in _items())
    assert list(counts) == PHENOMENA
    assert min(counts.values()) >= 14


def test_items_have_their_fields_and_a_name_of_their_own() -> None:
    items = _items()
    assert len({item["id"] for item in items}) == len({item["text"] for item in items}) == len(items)
    for item in items:
        assert list(item) == ["id", "phenomenon", "date", "text", "events"], item["id"]
        assert re.fullmatch(rf"{item['phenomenon']}-\d\d", item["id"])
        assert 2016 <= date.fromisoformat(item["date"]).year <= 2026, item["id"]


def test_texts_of_the_phenomena_are_of_a_sentence_or_two() -> None:
    for item in _items():
        assert 10 <= len(item["text"].split()) <= 40, item["id"]
        assert item["text"] == " ".join(item["text"].split()), item["id"]


def test_types_and_modes_are_of_the_codebook() -> None:
    modes = {name: entry.modes.keys() for name, entry in Codebook.load().types.items()}
    for item, event in _events():
        types = event["type"].split("|")
        assert len(types) == len(set(types)) <= 2, item["id"]
        assert set(types) <= modes.keys(), item["id"]
        assert event["mode"] is None or event["mode"] in set().union(*(modes[t] for t in types)), item["id"]


def test_events_have_their_fields() -> None:
    for item, event in _events():
        speaker = ["speaker"] if item["phenomenon"] == "attribution" else []
        assert list(event) == [*FIELDS, *speaker], item["id"]
        assert event["aux"] is None or set(event["aux"]) <= AUX, item["id"]
        assert event["actor"] or event["optional"], item["id"]


def test_spans_of_the_phenomena_stand_in_their_texts() -> None:
    for item, event in _events():
        speaker = [event["speaker"]] if event.get("speaker") else []
        for phrase in [*event["actor"], *event["recipient"], event["trigger"], *speaker]:
            assert _stands_in(phrase, item["text"]), (item["id"], phrase)


def test_texts_of_other_trades_have_no_event() -> None:
    assert not any(item["events"] for item in _items() if item["phenomenon"] == "other-trade")


def test_the_counts_of_phenomena_in_the_readme_are_those_of_the_set() -> None:
    texts = Counter(item["phenomenon"] for item in _items())
    events = Counter(item["phenomenon"] for item, event in _events() if not event["optional"])
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    section = readme.split("## phenomena.jsonl", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `([\w-]+)` \|.*\| (\d+) \| (\d+) \|$", section, re.MULTILINE)
    assert {name: (int(t), int(e)) for name, t, e in rows} == {p: (texts[p], events[p]) for p in PHENOMENA}
