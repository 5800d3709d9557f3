"""On a terminal: a table instead of JSON, colours unless they are not wanted, help instead of waiting."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7]m")


def _on_terminal(*arguments: object, columns: int = 80, **environment: str) -> tuple[int, str]:
    """Run the command with all its streams on a terminal; return exit code and what stands there."""
    main, side = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "tidings", *map(str, arguments)],
        stdin=side,
        stdout=side,
        stderr=side,
        env=environment,
        start_new_session=True,
    )
    os.close(side)
    shown = b""
    while chunk := _read(main):
        shown += chunk
    os.close(main)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


def _read(main: int) -> bytes:
    try:
        return os.read(main, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page of one long sentence."""
    path = tmp_path / "page.txt"
    path.write_text(
        "Chad accused Niger of lying about the old border post that both of them have claimed for years."
    )
    return path


@pytest.mark.parametrize(
    ("columns", "options", "environment"), [(80, [], {"NO_COLOR": "1"}), (120, ["--no-color"], {})]
)
def test_table_fits_the_terminal_and_has_no_colours_where_they_are_not_wanted(
    columns: int, options: list[str], environment: dict[str, str], page: Path
) -> None:
    code, shown = _on_terminal("code", page, *options, columns=columns, **environment)
    lines = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).splitlines()
    assert code == 0
    assert not COLOUR.search(shown)
    assert max(map(len, lines)) <= columns
    assert any("[Chad] *accused* [Niger]" in line for line in lines)


def test_colours_mark_the_evidence(page: Path) -> None:
    assert COLOUR.search(_on_terminal("code", page)[1])


def test_without_source_the_command_helps_and_does_not_wait() -> None:
    code, shown = _on_terminal("code")
    assert code == 2
    assert "Examples:" in shown


def test_parquet_is_not_written_to_a_terminal(page: Path) -> None:
    code, shown = _on_terminal("code", page, "--output-format", "parquet")
    assert code == 2
    assert "name a file with -o" in shown
