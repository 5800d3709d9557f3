"""Lines of rows in, lines of answers out: what `relate` and `resolve` share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from tidings.errors import ItemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row = TypeVar("Row", bound=msgspec.Struct)


def answer_lines(
    lines: Iterable[bytes],
    read: Callable[[str, bytes], Row],
    answer: Callable[[Row], dict[str, Any]],
    *,
    stage: str,
) -> int:
    """Print an answer for every row, and a line on standard error for every one that cannot be used.

    `read` makes a row of the item's name and its line, or raises ItemError; what `answer` raises is an
    internal error of the stage. Returns the exit code.
    """
    answered = failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        item = f"row {number}"
        try:
            row = read(item, line)
            told = _told(item, row, answer, stage)
        except ItemError as error:
            failed += 1
            click.echo(f"tidings: {error}", err=True)
            continue
        answered += 1
        sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
    if not answered:
        return 3
    return 1 if failed else 0


def _told(item: str, row: Row, answer: Callable[[Row], dict[str, Any]], stage: str) -> dict[str, Any]:
    try:
        return answer(row)
    except Exception as error:
        raise ItemError.internal(item, stage, error) from error
