"""`tidings code --actors FILE`: the table reaches every process, and a broken one stops the run at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

TEXT = "The Lake Basin Committee attacked an army post in Chad on Monday."
TABLE = "name\tcountry\tsector\nLake Basin Committee\tTCD\tPRM\n"


def test_the_table_reaches_worker_processes(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text(TABLE)
    rows = "".join(json.dumps({"id": str(i), "text": TEXT}) + "\n" for i in range(2))
    done = tidings("code", "-", "-j", "2", "--actors", str(tmp_path / "ours.tsv"), stdin=rows)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(articles) == 2
    for article in articles:
        known = {(actor["name"], actor["country"], actor["sector"]) for actor in article["actors"]}
        assert ("Lake Basin Committee", "TCD", "PRM") in known
        assert "+" in article["made_by"]["tables"]


def test_a_broken_table_is_exit_code_2_and_leaves_the_output_alone(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text(TABLE + "Another\tXYZ\tPRM\n")
    output = tmp_path / "out.jsonl"
    output.write_text("")
    done = tidings(
        "code", "-", "--overwrite", "-o", str(output), "--actors", str(tmp_path / "ours.tsv"), stdin="{}"
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "line 3: country XYZ" in done.stderr
