"""Puts a choice of body lines right where the mark-up of the page speaks against it.

What stands in the same blocks as most of the body belongs to it; what is one link, is repeated over the
page, stands below a label of other articles, or comes after the headline of a second article, does not.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.visible import VisibleLine

_HEADLINE_LINKS = 0.75
_PROMOTION_LINKS = 0.9
_REPEATED = 3
_REPEATED_WORDS = 12
_MAIN_SHARE = 0.25
_SECOND_ARTICLE_LINES = 8
_FIRST_ARTICLE_LINES = 3
_HEADING_REACH = 3
_PROMOTED_LINES = 6
_OUTSIDE = frozenset({"nav", "footer", "form", "button", "figcaption", "aside"})


def refine(lines: Sequence[VisibleLine], chosen: list[bool]) -> None:
    """Change `chosen`, which says of each line whether it is part of the body, in place."""
    main = _main_paths(lines, chosen)
    _add_siblings(lines, chosen, main)
    _drop_below_labels(lines, chosen, main)
    _drop_links(lines, chosen)
    _drop_repeated(lines, chosen)
    _drop_above(lines, chosen, main)
    _drop_second_article(lines, chosen)
    _add_headings(lines, chosen, main)
    _drop_lone_headings(lines, chosen)


def _main_paths(lines: Sequence[VisibleLine], chosen: Sequence[bool]) -> set[str]:
    """Return the paths in which most paragraphs of the body stand."""
    paths = Counter(
        line.path
        for line, inside in zip(lines, chosen, strict=True)
        if inside and line.is_prose and "li" not in line.tags
    )
    return {path for path, count in paths.items() if count >= max(2, _MAIN_SHARE * paths.total())}


def _add_siblings(lines: Sequence[VisibleLine], chosen: list[bool], main: set[str]) -> None:
    for index in range(chosen.index(True), len(lines)):
        line = lines[index]
        if line.path in main and line.is_prose and not _OUTSIDE & set(line.tags):
            chosen[index] = True


def _drop_below_labels(lines: Sequence[VisibleLine], chosen: list[bool], main: set[str]) -> None:
    """Drop what stands below a label: a few lines within the body, all behind its last paragraph."""
    inside = [index for index, line in enumerate(lines) if chosen[index] and line.path in main]
    begun = next((index for index, line in enumerate(lines) if chosen[index] and line.is_prose), len(lines))
    last = inside[-1] if inside else begun
    left = 0
    for index, line in enumerate(lines):
        if line.is_foreign and index > begun:
            left = _PROMOTED_LINES if index < last else len(lines)
        elif line.path in main:
            left = 0
        elif left and main:
            chosen[index] = False
            left -= 1


def _drop_links(lines: Sequence[VisibleLine], chosen: list[bool]) -> None:
    for index, line in enumerate(lines):
        bound = _PROMOTION_LINKS if line.is_prose else _HEADLINE_LINKS
        if line.links >= bound:
            chosen[index] = False


def _drop_repeated(lines: Sequence[VisibleLine], chosen: list[bool]) -> None:
    counts = Counter(line.text for line in lines)
    for index, line in enumerate(lines):
        if counts[line.text] >= _REPEATED and len(line.text.split()) <= _REPEATED_WORDS:
            chosen[index] = False


def _drop_above(lines: Sequence[VisibleLine], chosen: list[bool], main: set[str]) -> None:
    """Drop list items above the first paragraph: tickers."""
    first = next((index for index, line in enumerate(lines) if chosen[index] and line.path in main), 0)
    for index in range(first):
        if "li" in lines[index].tags:
            chosen[index] = False


def _drop_second_article(lines: Sequence[VisibleLine], chosen: list[bool]) -> None:
    """Drop all from the headline on that comes after the body and has a date or a byline of its own."""
    seen = 0
    for index, line in enumerate(lines):
        seen += chosen[index] and line.is_prose and "li" not in line.tags
        if line.heading == 1 and seen >= _FIRST_ARTICLE_LINES and line.links < _HEADLINE_LINKS:
            below = lines[index + 1 : index + 1 + _SECOND_ARTICLE_LINES]
            if any(text.byline or (text.date is not None and not text.is_prose) for text in below):
                chosen[index:] = [False] * (len(lines) - index)
                return


def _add_headings(lines: Sequence[VisibleLine], chosen: list[bool], main: set[str]) -> None:
    """Add headings beside the paragraphs of the body with a paragraph of it close below."""
    parents = {_parent(path) for path in main}
    if not any(chosen):
        return
    for index in range(chosen.index(True), len(lines)):
        line = lines[index]
        is_beside = line.heading > 1 and _parent(line.path) in parents and line.links < _HEADLINE_LINKS
        if is_beside and any(chosen[index + 1 : index + 1 + _HEADING_REACH]):
            chosen[index] = True


def _drop_lone_headings(lines: Sequence[VisibleLine], chosen: list[bool]) -> None:
    """Drop headings that no paragraph follows: headlines of other articles in a list."""
    behind: int | None = None
    for index in reversed(range(len(lines))):
        if not chosen[index]:
            continue
        is_heading = lines[index].heading > 0
        if is_heading and (behind is None or lines[behind].heading == lines[index].heading):
            chosen[index] = False
            continue
        behind = index


def _parent(path: str) -> str:
    return path.rpartition(">")[0]
