"""A run never reads what it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Run

PAGE = "Chad accused Niger of lying about a border post."


def test_outputs_inside_the_folder_that_is_read_are_left_out(tmp_path: Path, tidings: Run) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "empty.txt").write_text("")
    outputs = ["-o", str(tmp_path / "out.jsonl"), "--errors", str(tmp_path / "errors.jsonl")]
    for _ in range(2):
        done = tidings("code", str(tmp_path), *outputs, "--db", str(tmp_path / "kept.db"))
        assert done.returncode == 1, done.stderr
        assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1
        assert len((tmp_path / "errors.jsonl").read_text().splitlines()) == 1


def test_a_redirection_into_the_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    with (tmp_path / "z.jsonl").open("w") as out:
        command = [sys.executable, "-m", "tidings", "code", str(tmp_path), "--output-format", "jsonl"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = [json.loads(line) for line in (tmp_path / "z.jsonl").read_text().splitlines()]
    assert [record["source"]["uri"] for record in written] == [str(tmp_path / "a.txt")]


def test_a_source_that_is_also_the_output_is_refused(tmp_path: Path, tidings: Run) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": PAGE}) + "\n")
    done = tidings("code", str(rows), "-o", str(rows))
    assert done.returncode == 2
    assert "both read and written" in done.stderr
    assert rows.read_text() == json.dumps({"text": PAGE}) + "\n"
