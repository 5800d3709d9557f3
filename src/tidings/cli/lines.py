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


def decoded(item: str, line: bytes, kind: type[Row], code: str, wanted: str) -> Row:
    """Return the row that a line of JSON holds.

    Raises:
        ItemError: The line holds none, with `code`, and with what it is not (`wanted`).

    """
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ItemError(item, stage="acquire", code=code, message=f"no {wanted}: {error}") from error


def _told(item: str, row: Row, answer: Callable[[Row], dict[str, Any]], stage: str) -> dict[str, Any]:
    try:
        return answer(row)
    except Exception as error:
        raise ItemError.internal(item, stage, error) from error
