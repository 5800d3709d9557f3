"""The command line: formats, exit codes, streams, options."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

if TYPE_CHECKING:
    from conftest import Run

ROWS = "".join(
    json.dumps({"id": str(n), "text": f"Chad accused Niger of lying about border post {n}.", "desk": "south"})
    + "\n"
    for n in range(6)
)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Return a JSONL file of six rows."""
    path = tmp_path / "rows.jsonl"
    path.write_text(ROWS)
    return path


def test_version_names_all_that_decides_a_record(tidings: Run) -> None:
    done = tidings("--version")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "tidings",
        "Python",
        "model",
        "codebook",
        "learned",
    ]


def test_version_needs_neither_model_nor_numpy() -> None:
    code = (
        "import sys; from tidings.versions import report; report();"
        "print([m for m in ('numpy', 'pyarrow', 'rich', 'lxml', 'tidings.parse') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_command_shows_help(tidings: Run) -> None:
    done = tidings()
    assert done.returncode == 2
    assert "tidings code page.html" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["code", "--no-such-option"],
        ["nothing"],
        ["code", "x.txt", "--date", "13.9.2023"],
        ["code", "x.txt", "-o", "out.doc"],
        ["read", "x.txt", "-o", "out.csv"],
        ["code", "x.txt", "--codebook", "/no/such/folder"],
        ["code", "x.txt", "-j", "0"],
        ["code", "x.txt", "--db", "/no/such/folder/n.db"],
        ["codebook", "show", "NONSENSE"],
    ],
)
def test_wrong_usage_is_exit_code_2_in_a_few_lines(
    arguments: list[str], tidings: Run, tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text("Chad accused Niger of lying.")
    done = tidings(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert 1 <= len(done.stderr.splitlines()) <= 5


def test_piped_output_is_one_article_a_line(rows: Path, tidings: Run) -> None:
    done = tidings("read", rows)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert [record["source"]["id"] for record in records] == list("012345")
    assert records[0]["extra"] == {"desk": "south"}


def test_standard_input_is_read_where_no_source_is_named(tidings: Run) -> None:
    assert len(tidings("read", stdin=ROWS).stdout.splitlines()) == 6


def test_limit_counts_items_of_the_input(rows: Path, tidings: Run) -> None:
    assert len(tidings("read", rows, "--limit", 2).stdout.splitlines()) == 2


def test_run_that_is_continued_adds_only_what_is_missing(rows: Path, tmp_path: Path, tidings: Run) -> None:
    out = tmp_path / "out.jsonl"
    tidings("read", rows, "-o", out, "--limit", 4)
    done = tidings("read", rows, "-o", out)
    assert "2 articles" in done.stderr
    assert "4 articles there already" in done.stderr
    assert [json.loads(line)["source"]["id"] for line in out.read_text().splitlines()] == list("012345")


def test_output_made_otherwise_is_not_continued(rows: Path, tmp_path: Path, tidings: Run) -> None:
    """Reading and coding must not be mixed in one file."""
    out = tmp_path / "out.jsonl"
    tidings("read", rows, "-o", out)
    done = tidings("code", rows, "-o", out)
    assert done.returncode == 2
    assert "--overwrite" in done.stderr


def test_one_process_and_two_write_the_same_bytes(rows: Path, tmp_path: Path, tidings: Run) -> None:
    tidings("code", rows, "-o", tmp_path / "one.parquet")
    tidings("code", rows, "-o", tmp_path / "two.parquet", "-j", 2)
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert pq.read_table(tmp_path / "one.parquet").num_rows == 6


def test_second_run_adds_nothing_to_the_database(rows: Path, tmp_path: Path, tidings: Run) -> None:
    """The first run writes CSV too: one row an event, with the input's own columns."""
    done = tidings("code", rows, "--db", tmp_path / "n.db", "--output-format", "csv")
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["type"] for row in found] == ["ACCUSE"] * 6
    assert found[0]["extra_desk"] == "south"
    done = tidings("code", rows, "--db", tmp_path / "n.db", "--min-confidence", 0)
    assert done.returncode == 0
    with closing(sqlite3.connect(tmp_path / "n.db")) as connection:
        counts = connection.execute("SELECT count(*), count(DISTINCT article) FROM events").fetchone()
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (6,)
    assert counts == (6, 6)


def test_date_option_is_the_day_of_publication(tidings: Run) -> None:
    done = tidings("read", "--date", "2023-09-13", stdin="Chad accused Niger of lying.")
    published = json.loads(done.stdout)["published"]
    assert published["value"] == "2023-09-13"
    assert published["from"] == "option"


def test_table_in_a_file_shows_the_evidence_and_no_control_codes(
    rows: Path, tmp_path: Path, tidings: Run
) -> None:
    tidings("code", rows, "--limit", 1, "-o", tmp_path / "t.txt", "--output-format", "table")
    shown = (tmp_path / "t.txt").read_text()
    assert "[Chad] *accused* [Niger]" in shown
    assert "\x1b" not in shown


def test_confidence_limit_leaves_events_out(rows: Path, tidings: Run) -> None:
    done = tidings("code", rows, "--min-confidence", 1)
    assert all(json.loads(line)["events"] == [] for line in done.stdout.splitlines())


def test_quiet_run_says_nothing(tmp_path: Path, tidings: Run) -> None:
    done = tidings("read", tmp_path / "absent.txt", "-q")
    assert done.returncode == 3
    assert done.stderr == ""


def test_reader_that_goes_away_ends_the_run_silently(rows: Path) -> None:
    rows.write_text(ROWS * 300)
    command = f"{sys.executable} -m tidings read {rows} | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "141\n"
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_one_line(rows: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tidings", "read", str(rows)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "tidings: output: no space left on device\n"


def test_interrupted_run_exits_130_and_can_be_continued(rows: Path, tmp_path: Path, tidings: Run) -> None:
    rows.write_text(
        "".join(json.dumps({"id": str(n), "text": f"Chad accused Niger, {n}."}) + "\n" for n in range(3000))
    )
    out = tmp_path / "out.parquet"
    partial = tmp_path / "out.parquet.partial.jsonl"
    command = [sys.executable, "-m", "tidings", "read", str(rows), "-o", str(out), "-j", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while not (partial.exists() and partial.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert messages.strip() == "tidings: interrupted"
    assert not out.exists()
    assert tidings("read", rows, "-o", out).returncode == 0
    assert pq.read_table(out, columns=["id"]).num_rows == 3000
