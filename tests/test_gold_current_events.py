"""The gold of 200 news items stands off from its corpus, and is joined with it or refused."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import re
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tidings.codebook import Codebook

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
GOLD = [
    json.loads(line)
    for line in (BENCHMARKS / "data" / "current-events-200.jsonl").read_text(encoding="utf-8").splitlines()
]
EVENTS = [event for item in GOLD for event in item["events"]]
DAY = """Date: '2019-05-01'
Intelligence_Payload:
  Armed conflicts and attacks:
  - Border war in a made-up land
  - Rebels of the north attack a convoy of the army
    near the river. (Daily Example) (Example News)
  Law and crime:
  - 'The minister''s party sues the mayor over the bridge. (Daily Example)'
"""


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the benchmark as a module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("current_events")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return an archive of three days: one that is read, one with lower-case keys, one before 2015."""
    path = tmp_path / "data.tar.gz"
    days = {
        "2019/05/2019-05-01.yaml": DAY,
        "2019/05/2019-05-02.yaml": "date: '2019-05-02'\nevents:\n  - Rebels attack a convoy of the army.\n",
        "2014/05/2014-05-01.yaml": DAY,
    }
    with tarfile.open(path, "w:gz") as archive:
        for name, content in days.items():
            member = tarfile.TarInfo(name)
            member.size = len(content.encode())
            archive.addfile(member, io.BytesIO(content.encode()))
    return path


def annotated(text: str, **event: object) -> dict[str, Any]:
    """Return item 2 of the made-up day with a text's hash and one event."""
    whole = {"type": "ASSAULT", "mode": None, "actor": [[0, 6]], "recipient": [[30, 36]], "aux": [],
             "trigger": [20, 26], "optional": False, **event}  # fmt: skip
    return {
        "id": "2019-05-01.2",
        "day": "2019-05-01",
        "item": 2,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "events": [whole],
    }


def test_gold_has_two_hundred_items() -> None:
    assert len(GOLD) == len({item["id"] for item in GOLD}) == 200
    assert all(item["id"] == f"{item['day']}.{item['item']}" for item in GOLD)


def test_gold_holds_no_words_of_the_corpus() -> None:
    assert {frozenset(item) for item in GOLD} == {frozenset({"id", "day", "item", "sha256", "events"})}
    assert all(re.fullmatch(r"[0-9a-f]{64}", item["sha256"]) for item in GOLD)
    keys = {"type", "mode", "actor", "recipient", "aux", "trigger", "optional"}
    assert all(set(event) == keys for event in EVENTS)
    spans = [span for event in EVENTS for span in (*event["actor"], *event["recipient"], event["trigger"])]
    assert all(0 <= start < end for start, end in spans)


def test_gold_names_types_and_modes_that_exist() -> None:
    modes = {name: set(entry.modes) for name, entry in Codebook.load().types.items()}
    for event in EVENTS:
        kinds = event["type"].split("|")
        assert set(kinds) <= set(modes)
        assert event["mode"] is None or any(event["mode"] in modes[kind] for kind in kinds), event
        assert set(event["aux"]) <= {"negation", "future", "hypothetical", "historical"}


def test_event_without_actor_is_optional_or_has_one() -> None:
    assert all(event["optional"] or event["actor"] for event in EVENTS)


def test_items_are_list_lines_without_their_sources(benchmark: ModuleType, corpus: Path) -> None:
    assert [(item.id, item.text) for item in benchmark.read_items(corpus)] == [
        ("2019-05-01.1", "Border war in a made-up land"),
        ("2019-05-01.2", "Rebels of the north attack a convoy of the army near the river."),
        ("2019-05-01.3", "The minister's party sues the mayor over the bridge."),
    ]


def test_sample_has_no_bare_topic_lines(
    benchmark: ModuleType, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "SAMPLE", 2)
    assert [item.number for item in benchmark.draw(benchmark.read_items(corpus))] == [2, 3]


def test_spans_become_words(benchmark: ModuleType, corpus: Path) -> None:
    text = "Rebels of the north attack a convoy of the army near the river."
    (joined,) = benchmark.join([annotated(text, recipient=[[29, 35]])], benchmark.read_items(corpus))
    (event,) = joined["events"]
    assert (joined["text"], joined["date"]) == (text, "2019-05-01")
    assert (event["actor"], event["trigger"], event["recipient"]) == (["Rebels"], "attack", ["convoy"])


def test_other_text_is_refused(benchmark: ModuleType, corpus: Path) -> None:
    gold = [annotated("Rebels of the south attack.")]
    with pytest.raises(SystemExit, match=r"2019-05-01\.2: the corpus does not have the text"):
        benchmark.join(gold, benchmark.read_items(corpus))


def test_words_that_stand_earlier_are_refused(benchmark: ModuleType, corpus: Path) -> None:
    text = "Rebels of the north attack a convoy of the army near the river."
    gold = [annotated(text, actor=[[39, 42]])]
    with pytest.raises(SystemExit, match="stand earlier"):
        benchmark.join(gold, benchmark.read_items(corpus))


def test_kinds_of_error_are_told_apart(benchmark: ModuleType) -> None:
    text = "Rebels of the north attack a convoy of the army near the river."
    gold = {"type": "ASSAULT", "mode": None, "actor": ["Rebels"], "recipient": [], "aux": []}
    missing = benchmark.Score()
    missing.add({"text": text, "events": [gold]}, (), ())
    nothing = benchmark.Score()
    nothing.add({"text": text, "events": []}, (), ())
    assert benchmark.kinds_of(missing, is_empty=False) == ["missed"]
    assert benchmark.kinds_of(nothing, is_empty=True) == []
