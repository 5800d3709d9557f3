"""`tidings resolve`: one answer a row, in order; rows that cannot be used are named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def _rows(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_an_office_is_resolved_by_the_day(tidings: Run) -> None:
    rows = _rows(
        {"id": 1, "text": "the French president", "date": "2005-06-01"},
        {"id": 2, "text": "the French president", "date": "2015-06-01T09:30:00Z"},
        {"id": 3, "text": "police", "context": "Kenya"},
    )
    done = tidings("resolve", "actor", stdin=rows)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert list(answers[0])[:5] == ["id", "name", "kind", "country", "sector"]
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert [answer["name"] for answer in answers[:2]] == ["Jacques Chirac", "Francois Hollande"]
    assert (answers[2]["country"], answers[2]["sector"]) == ("KEN", "COP")
    assert done.returncode == 0


def test_a_place_is_resolved_by_what_holds_it_or_by_the_context(tidings: Run) -> None:
    rows = _rows({"text": "Paris, Texas"}, {"text": "Tripoli", "context": "Lebanon"}, {"text": "Xqzyv"})
    done = tidings("resolve", "place", stdin=rows)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["name"], a["country"], a["admin1"]) for a in answers] == [
        ("Paris", "USA", "Texas"),
        ("Tripoli", "LBN", "North Lebanon"),
        (None, None, None),
    ]
    assert answers[2]["mentions"] == []
    assert done.returncode == 0


def test_a_date_is_resolved_against_the_day_of_publication_or_the_context(tidings: Run) -> None:
    rows = _rows(
        {"id": "a", "text": "yesterday", "date": "2023-09-13"},
        {"id": "b", "text": "the following day", "context": "It began on 3 May 2020.", "date": "2023-09-13"},
        {"id": "c", "text": "yesterday"},
    )
    done = tidings("resolve", "date", stdin=rows)
    answers = {(a := json.loads(line))["id"]: a["value"] for line in done.stdout.splitlines()}
    assert answers == {"a": "2023-09-12", "b": "2020-05-04", "c": None}


def test_rows_that_cannot_be_used_are_named_and_the_others_answered(tidings: Run) -> None:
    rows = 'no json\n{"context": "x"}\n\n' + _rows(
        {"text": " "}, {"text": "today", "date": "13 May"}, {"text": "today", "date": "2023-09-13"}
    )
    done = tidings("resolve", "date", stdin=rows)
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == ["2023-09-13"]
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [
        " row 1",
        " row 2",
        " row 4",
        " row 5",
    ]
    assert done.returncode == 1


def test_no_usable_row_is_exit_code_3(tidings: Run) -> None:
    done = tidings("resolve", "place", stdin="[]\n")
    assert done.returncode == 3
    assert done.stdout == ""


def test_a_kind_that_is_none_and_a_useless_table_are_exit_code_2(tidings: Run, tmp_path: Path) -> None:
    assert tidings("resolve", "thing", stdin="{}").returncode == 2
    assert tidings("resolve", "actor", tmp_path / "none.jsonl").returncode == 2
    done = tidings("resolve", "place", "--actors", tmp_path / "ours.tsv", stdin="{}")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_ones_own_actors_are_resolved(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text("name\tcountry\tsector\nLake Basin Committee\tTCD\tPRM\n")
    rows = _rows({"text": "the Lake Basin Committee"})
    done = tidings("resolve", "actor", "--actors", tmp_path / "ours.tsv", stdin=rows)
    assert json.loads(done.stdout)["country"] == "TCD"
