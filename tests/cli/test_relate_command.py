"""`tidings relate`: one answer a row, in order; rows that cannot be used are named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Run

TEXT = "Chad accused Niger of lying."


def _row(
    row_id: object, source: tuple[int, int] | None, target: tuple[int, int] | None, text: str = TEXT
) -> str:
    spans = [span and {"start": span[0], "end": span[1]} for span in (source, target)]
    return json.dumps({"id": row_id, "text": text, "source": spans[0], "target": spans[1]}) + "\n"


def test_rows_that_cannot_be_used_are_named_and_the_others_answered(tidings: Run) -> None:
    rows = "no json\n" + _row(1, (0, 4), (13, 99)) + "\n" + _row("x", (0, 4), (13, 18)) + '{"id": 3}\n'
    done = tidings("relate", stdin=rows)
    answer = json.loads(done.stdout)
    assert list(answer) == ["id", "type", "mode", "aux", "confidence", "why"]
    assert answer["id"] == "x"
    assert answer["type"] == "ACCUSE"
    assert done.returncode == 1
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [" row 1", " row 2", " row 5"]


def test_force_always_answers(tidings: Run) -> None:
    rows = _row(1, (0, 4), (13, 18), "Chad beside Niger.") + _row(2, None, (5, 10), "Here Niger is.")
    types = [
        json.loads(line)["type"] for line in tidings("relate", "--force", stdin=rows).stdout.splitlines()
    ]
    assert len(types) == 2
    assert None not in types


def test_no_usable_row_is_exit_code_3(tidings: Run) -> None:
    done = tidings("relate", stdin="[]\n")
    assert done.returncode == 3
    assert done.stdout == ""
