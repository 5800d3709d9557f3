"""Tells what the lines of the body and below it are, on a page without mark-up."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tidings.read.segment import announced_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.features import Line
    from tidings.records import BlockKind

_SUBHEAD_WORDS = 16
_TEASER_WORDS = 5
_MENU_LINES = 3


def body_kinds(lines: Sequence[Line]) -> list[BlockKind]:
    """Return the kind of each line of the stretch that is the body."""
    announced = announced_lines(lines)
    runs = _short_runs(lines)
    kinds: list[BlockKind] = []
    below_label = False
    for index, line in enumerate(lines):
        kind = "teaser" if index in announced else _body_kind(line, *runs[index])
        if below_label and kind in {"subhead", "caption"}:
            kind = "teaser"
        below_label = line.is_foreign or (below_label and kind in {"teaser", "furniture"})
        kinds.append(kind)
    return kinds


def _body_kind(line: Line, run_length: int, run_left: int) -> BlockKind:
    if line.is_foreign or line.is_inline or line.is_menu or line.byline:
        return "furniture"
    if line.is_date:
        return "dateline"
    if line.is_caption:
        return "caption"
    if line.is_prose or line.ends_sentence or line.is_list_item or line.is_quote_source:
        return "paragraph"
    return _short_kind(line, run_length, run_left)


def _short_kind(line: Line, run_length: int, run_left: int) -> BlockKind:
    """Return the kind of a line without a full stop between paragraphs, by its run of such lines."""
    if line.words > _SUBHEAD_WORDS or line.text.endswith((":", ",", ";")):
        return "paragraph"
    if run_length >= _MENU_LINES:
        return "furniture"
    return "caption" if run_left else "subhead"


def _short_runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return for each line the length of its run of plain short lines, and how many of them are left."""
    runs: list[tuple[int, int]] = []
    for is_short, run in groupby(lines, key=_is_plain_short):
        length = len(list(run))
        runs.extend((length if is_short else 0, length - 1 - index) for index in range(length))
    return runs


def _is_plain_short(line: Line) -> bool:
    named = line.is_foreign or line.is_inline or line.is_caption or line.is_quote_source or line.is_list_item
    return not (named or line.ends_sentence or line.is_prose or line.words > _SUBHEAD_WORDS)


def tail_kinds(lines: Sequence[Line]) -> list[BlockKind]:
    """Return the kind of each line below the body."""
    if len(lines) == 1 and not lines[0].is_known:
        # The last words of a text that was cut off, or a signature.
        return ["paragraph"]
    kinds: list[BlockKind] = []
    below_label = False
    for line in lines:
        below_label = below_label or line.is_foreign
        kinds.append(_tail_kind(line, below_label=below_label))
    return kinds


def _tail_kind(line: Line, *, below_label: bool) -> BlockKind:
    if line.is_foreign or line.is_inline or line.is_menu or line.is_date:
        return "furniture"
    if below_label:
        return "teaser" if line.words >= _TEASER_WORDS else "furniture"
    if line.is_caption:
        return "caption"
    return "paragraph" if line.is_prose else "furniture"
