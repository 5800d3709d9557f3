"""The gold set of our own sentences is well formed: benchmarks/data/own-300.jsonl."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "benchmarks" / "data"

# Written out here and not taken from the codebook, so that the set is checked against the scheme alone.
MODES: dict[str, set[str]] = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
        *("misinformation", "cyber"),
    },
    "ASSAULT": {
        *(
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
        ),
        *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    },
}
AUX = {"negation", "future", "hypothetical", "historical"}
FIELDS = ["type", "mode", "actor", "recipient", "aux", "trigger", "optional"]


def _items() -> list[dict[str, Any]]:
    lines = (DATA / "own-300.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _events() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(item, event) for item in _items() for event in item["events"]]


def test_it_holds_180_texts_with_events_and_120_without() -> None:
    items = _items()
    assert [item["id"] for item in items] == [f"own-{n:03d}" for n in range(1, 301)]
    assert all(list(item) == ["id", "text", "events"] for item in items)
    assert len({item["text"] for item in items}) == 300
    assert sum(not item["events"] for item in items) == 120


def test_texts_are_of_a_sentence_or_two() -> None:
    for item in _items():
        assert 8 <= len(item["text"].split()) <= 45, item["id"]
        assert item["text"] == " ".join(item["text"].split()), item["id"]


def test_types_modes_and_auxiliary_modes_are_of_the_scheme() -> None:
    for item, event in _events():
        assert list(event) == FIELDS, item["id"]
        types = event["type"].split("|")
        assert len(types) == len(set(types)) <= 2, item["id"]
        assert set(types) <= MODES.keys(), item["id"]
        # Where either of two types is right, the mode may belong to either.
        assert event["mode"] is None or event["mode"] in set().union(*(MODES[t] for t in types)), item["id"]
        assert event["aux"] is None or set(event["aux"]) <= AUX, item["id"]
        assert isinstance(event["optional"], bool), item["id"]


def test_every_span_stands_in_its_text_as_whole_words() -> None:
    for item, event in _events():
        for span in [*event["actor"], *event["recipient"], event["trigger"]]:
            at = item["text"].find(span)
            assert span, item["id"]
            assert at >= 0, (item["id"], span)
            assert re.match(rf"(?<!\w){re.escape(span)}(?!\w)", item["text"][at:]), (item["id"], span)
            assert at == 0 or not item["text"][at - 1].isalnum(), (item["id"], span)
        for parties in (event["actor"], event["recipient"]):
            assert len(parties) == len(set(parties)), item["id"]


def test_every_mode_of_every_type_is_there() -> None:
    found = {
        (kind, event["mode"])
        for _, event in _events()
        for kind in event["type"].split("|")
        if event["mode"] in MODES[kind] and not event["optional"]
    }
    assert found == {(kind, mode) for kind, modes in MODES.items() for mode in modes}


def test_an_event_without_an_actor_is_optional() -> None:
    for item, event in _events():
        assert event["actor"] or event["optional"], item["id"]


def test_every_type_is_there_at_least_nine_times() -> None:
    counts = Counter(event["type"].split("|")[0] for _, event in _events() if not event["optional"])
    assert counts.keys() == MODES.keys()
    assert min(counts.values()) >= 9


def test_the_counts_in_the_readme_are_those_of_the_set() -> None:
    counts = Counter(event["type"].split("|")[0] for _, event in _events() if not event["optional"])
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    section = readme.split("## own-300.jsonl", 1)[1].split("\n## ", 1)[0]
    told = {kind: int(n) for kind, n in re.findall(r"^\| ([A-Z]+) \| (\d+) \|", section, re.MULTILINE)}
    assert told == dict(counts)
