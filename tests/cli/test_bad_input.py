"""Whatever stands in the input: one line names the item, the run goes on, and the exit code tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with everything that must not stop a run, and one good page."""
    zoo = tmp_path_factory.mktemp("zoo")
    (zoo / "a-empty.txt").write_bytes(b"")
    (zoo / "b-blank.html").write_text("<html><body>   </body></html>")
    (zoo / "c-binary.txt").write_bytes(bytes(range(256)) * 64)
    (zoo / "d-broken.txt").write_bytes("Ünïcode".encode("latin-1") + b"\xff\xfe\xfa and more words here")
    (zoo / "e-deep.html").write_text("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    (zoo / "f-long.txt").write_bytes(b"word " * 10_500_000)
    (zoo / "g-rows.jsonl").write_text(
        '{"id": "1", "text": "Chad accused Niger of lying."}\nno json\n[1]\n{"x": 1}\n'
    )
    (zoo / "h-what.xyz").write_text("a format that nobody knows")
    (zoo / "i-good.txt").write_text("Chad accused Niger of lying about the border.\n")
    return zoo


@pytest.mark.parametrize("command", ["read", "code"])
def test_bad_items_are_named_in_one_line_and_the_run_goes_on(
    command: str, zoo: Path, tmp_path: Path, tidings: Run
) -> None:
    done = tidings(command, zoo, "--errors", tmp_path / "errors.jsonl")
    errors = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    failed = {Path(error["item"]).name for error in errors}
    written = {Path(json.loads(line)["source"]["uri"]).name for line in done.stdout.splitlines()}
    assert done.returncode == 1
    assert failed >= {
        "a-empty.txt",
        "c-binary.txt",
        "g-rows.jsonl:2",
        "g-rows.jsonl:3",
        "g-rows.jsonl:4",
        "h-what.xyz",
    }
    assert written >= {"g-rows.jsonl", "i-good.txt"}
    for name in ("b-blank.html", "d-broken.txt", "e-deep.html", "f-long.txt"):
        assert name in failed | written, f"{name} vanished"
    assert not any(error["code"] in {"internal", "crashed"} for error in errors), errors
    *lines, _, summary = done.stderr.splitlines()
    assert len(lines) == len(errors)
    assert all(line.startswith(f"tidings: {zoo}") for line in lines)
    assert f"{len(errors)} items failed" in summary


@pytest.mark.parametrize("name", ["a-empty.txt", "c-binary.txt", "h-what.xyz", "absent.html", "absent*.html"])
def test_nothing_usable_is_exit_code_3(name: str, zoo: Path, tidings: Run) -> None:
    done = tidings("read", zoo / name)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith(f"tidings: {zoo / name}: ")


def test_empty_standard_input_is_named(tidings: Run) -> None:
    done = tidings("read", "-")
    assert done.returncode == 3
    assert done.stderr.startswith("tidings: stdin: ")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give up its rights for one process")
def test_folder_without_permission_is_named(tmp_path: Path) -> None:
    """Root may read everything, so the command is loaded by a first run, and run again as nobody."""
    locked, good = tmp_path / "locked", tmp_path / "good.txt"
    locked.mkdir(mode=0o000)
    good.write_text("Chad accused Niger of lying.")
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(0o755)
    code = """if True:
        import os, sys
        from tidings.cli import main
        try:
            sys.argv = ["tidings", "read", sys.argv[2], "-q"]
            main()
        except SystemExit:
            os.setuid(65534)
        sys.argv = ["tidings", "read", LOCKED, GOOD]
        main()
        """.replace("LOCKED", repr(str(locked))).replace("GOOD", repr(str(good)))
    done = subprocess.run(
        [sys.executable, "-c", code, "-", str(good)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == f"tidings: {locked}: permission denied"
    assert len(done.stdout.splitlines()) == 2


def test_page_in_another_language_is_read_and_says_that_it_is_not_coded(tidings: Run) -> None:
    german = (
        "Die Außenministerin traf am Dienstag ihren Kollegen. Sie sprachen über den Hafen und die Fischerei."
    )
    done = tidings("code", stdin=german)
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["language"] == "de"
    assert record["events"] == []
    assert "not coded" in record["notes"][0]
    assert "1 article: not coded: language is de" in done.stderr
