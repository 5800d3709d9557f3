"""A real saved page, read and coded, against what a good reading of it yields."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Run


def test_the_seed_page_is_read_and_coded(shared: Path, tmp_path: Path, tidings: Run) -> None:
    """All reading checks hold, the meeting is coded, and at least 46 of the 48 checks hold."""
    article = tmp_path / "article.jsonl"
    coded = tidings("code", shared / "seed" / "kim-putin.txt", "--output-format", "jsonl")
    article.write_text(coded.stdout, encoding="utf-8")
    scorer = [sys.executable, str(shared / "score/seed.py"), str(shared / "seed/expected.json"), str(article)]
    lines = subprocess.run(scorer, capture_output=True, text=True, check=False).stdout.splitlines()
    missed = [line.removeprefix("MISS ") for line in lines if line.startswith("MISS")]
    reading = ("title", "body", "subhead", "furniture", "teaser", "published", "blocks")
    assert not [line for line in missed if line.startswith((*reading, "event meet"))]
    assert int(lines[-1].split()[0]) >= 46, missed


def test_the_day_given_moves_the_meeting(shared: Path, tidings: Run) -> None:
    page = shared / "seed" / "kim-putin.txt"
    coded = tidings("code", page, "--date", "2023-09-13", "--output-format", "jsonl")
    events = json.loads(coded.stdout)["events"]
    meeting = next(event for event in events if event["type"] == "CONSULT" and not event["aux"])
    assert meeting["date"] == {"value": "2023-09-13", "precision": "day", "from": "text"}
