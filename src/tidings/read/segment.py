"""Finds the body of an article among the lines of a page without mark-up.

Every line gets a weight: prose counts for an article, short lines and labels count against one. The
stretch with the greatest sum is the body (maximum subsequence segmentation, Pasternack and Roth 2009,
over lines in place of tokens).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.features import Line

# A long paragraph counts no more than this many words, so that one cookie notice cannot outweigh an article.
_PROSE_CAP = 50
# A label such as "Latest" is crossed only where two paragraphs or more go on behind it.
_LABEL = -80
_SHORT = -6
_FURNITURE = -4
_LONG_LINE = -2
_LONG_LINE_WORDS = 12


def body_segment(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the range of lines that is the body, (0, 0) where no line is prose."""
    best = current = 0
    best_range = (0, 0)
    start = 0
    for index, weight in enumerate(weights(lines)):
        if current <= 0:
            current, start = 0, index
        current += weight
        if current > best:
            best, best_range = current, (start, index + 1)
    return best_range


def weights(lines: Sequence[Line]) -> list[int]:
    """Return the weight of each line: positive for prose of this article, negative for all else."""
    announced = announced_lines(lines)
    return [_SHORT if index in announced else _weight(line) for index, line in enumerate(lines)]


def announced_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the paragraphs below a label that stand alone, as the first words of an announced story do."""
    announced = set()
    below_label = False
    for index, line in enumerate(lines):
        if line.is_foreign:
            below_label = True
        elif below_label and line.is_prose and not line.is_inline:
            if _has_prose_beside(lines, index):
                below_label = False
            else:
                announced.add(index)
    return frozenset(announced)


def _has_prose_beside(lines: Sequence[Line], index: int) -> bool:
    for step in (-1, 1):
        beside = index + step
        while 0 <= beside < len(lines) and lines[beside].is_inline and not lines[beside].is_foreign:
            beside += step
        if 0 <= beside < len(lines) and lines[beside].is_prose:
            return True
    return False


def _weight(line: Line) -> int:
    if line.is_foreign:
        return _LABEL
    if line.is_inline or line.is_menu or line.is_date:
        return _FURNITURE
    if line.is_prose:
        return min(line.words, _PROSE_CAP)
    if line.ends_sentence or line.is_quote_source:
        return 0
    return _LONG_LINE if line.words >= _LONG_LINE_WORDS else _SHORT
