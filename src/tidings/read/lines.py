"""A text as units: one line each, or one paragraph where lines are broken at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.records import BlockKind

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
# Widths at which mails, wires and text files break their lines.
_WIDTHS = range(40, 121)
_MIN_WRAPPED_LINES = 3
_MAX_INDENT = 12
_STOPS = '.!?”"'
_LIST_ITEM = re.compile(r"\s*(?:[-*•–▪■◦]\s|\d{1,2}[.)]\s)")


class Unit(NamedTuple):
    """A stretch of the text, `start` to `end` without outer white space, and its text on one line."""

    start: int
    end: int
    text: str


class Labelled(NamedTuple):
    """A unit with its function on the page."""

    kind: BlockKind
    start: int
    end: int


def units(text: str, begin: int = 0) -> list[Unit]:
    """Split a text from `begin` on into its units, in order; white space alone makes no unit."""
    groups = list(_groups(text, begin))
    width = _wrap_width(text, groups)
    found: list[Unit] = []
    for group in groups:
        spans = _joined(text, group, width) if width else group
        found.extend(_unit(text, start, end) for start, end in spans)
    return found


def paragraphs(text: str, begin: int, *, breaks_before: re.Pattern[str]) -> list[Unit]:
    """Split a text into runs of lines without a blank line between them.

    A list item and a line that fits `breaks_before` begin a unit, and so does the line after the latter.
    """
    spans: list[tuple[int, int]] = []
    for group in _groups(text, begin):
        is_alone = True
        for start, end in group:
            breaks = breaks_before.match(text, start, end) is not None
            if is_alone or breaks or _LIST_ITEM.match(text, start, end):
                spans.append((start, end))
            else:
                spans[-1] = (spans[-1][0], end)
            is_alone = breaks
    return [_unit(text, start, end) for start, end in spans]


def _unit(text: str, start: int, end: int) -> Unit:
    return Unit(start, end, " ".join(text[start:end].split()))


def _groups(text: str, begin: int) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines without a blank line between them, as trimmed spans."""
    group: list[tuple[int, int]] = []
    last = begin
    for match in _LINE.finditer(text, begin):
        line = match.group()
        body = line.strip()
        if not body:
            continue
        start = match.start() + line.index(body)
        if group and _is_gap(text[last:start]):
            yield group
            group = []
        last = start + len(body)
        group.append((start, last))
    if group:
        yield group


def _is_gap(between: str) -> bool:
    return between.count("\n") > 1 or between.count("\r") > 1 or "\u2029" in between


def _wrap_width(text: str, groups: list[list[tuple[int, int]]]) -> int:
    """Return the width at which the text is hard-wrapped, 0 where it is not.

    In wrapped text no line could have taken the first word of the next one as well.
    """
    wrapped = [group for group in groups if len(group) >= _MIN_WRAPPED_LINES]
    if not wrapped:
        return 0
    width = max(end - start for group in wrapped for start, end in group)
    if width not in _WIDTHS:
        return 0
    breaks = full = stops = 0
    for group in wrapped:
        for one, two in pairwise(group):
            breaks += 1
            full += _is_full(text, one, two, width)
            stops += text[one[1] - 1] in _STOPS
    # Lines that mostly end in a full stop are paragraphs of like length.
    return width if full >= 0.8 * breaks and stops <= 0.5 * breaks else 0


def _is_full(text: str, one: tuple[int, int], two: tuple[int, int], width: int) -> bool:
    first_word = len(text[two[0] : two[1]].split(maxsplit=1)[0])
    # Wrapping by hand or by a proportional font leaves some slack.
    return one[1] - one[0] + 1 + first_word > width - width // 10


def _indent(text: str, span: tuple[int, int]) -> int:
    """Return how many blanks stand before a line: the first line of a paragraph may be set in."""
    before = text[max(0, span[0] - _MAX_INDENT) : span[0]]
    return len(before) - len(before.rstrip(" \t\u3000"))


def _joined(text: str, group: list[tuple[int, int]], width: int) -> Iterator[tuple[int, int]]:
    start, end = group[0]
    for one, two in pairwise(group):
        begins = _LIST_ITEM.match(text, *two) or _indent(text, two) > _indent(text, one) + 1
        if begins or not _is_full(text, one, two, width):
            yield start, end
            start = two[0]
        end = two[1]
    yield start, end
