"""Tells what each line of a web page is, given which lines are its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.read.metadata import Metadata, table
from tidings.read.title import title_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.visible import VisibleLine
    from tidings.records import BlockKind

_TEASER_WORDS = 5
_STANDFIRST_WORDS = 8
_LINK_SHARE = 0.6
_LEAD_LINKS = 0.3
_LEAD_WORDS = 12
_DESCRIPTION_CHARS = 60
_MIN_DESCRIPTION_CHARS = 20
_ABOVE_TITLE = 4
_SITE = frozenset({"nav", "footer", "form", "button"})
_BESIDE = _SITE | {"aside", "figure", "figcaption", "li", "table"}


def marked_kinds(
    lines: Sequence[VisibleLine], in_body: Sequence[bool], about: Metadata, title: str | None
) -> list[BlockKind]:
    """Return the kind of each line. `in_body` says which lines are the body, one at least."""
    first = in_body.index(True)
    title_line = _title_line(lines, title, first)
    key = title_key(title or "")
    kinds: list[BlockKind] = []
    is_early = True
    for index, line in enumerate(lines):
        if index == title_line:
            kinds.append("title")
        elif title_line is not None and index < title_line:
            kinds.append(_outer_kind(line))
        elif in_body[index] and title_key(line.text) != key:
            kind = _body_kind(line, is_early=is_early, about=about)
            is_early = is_early and kind != "paragraph"
            kinds.append(kind)
        elif title_line is not None and index < first and _is_lead(line):
            kinds.append("standfirst" if _is_standfirst(line, about) else "paragraph")
        else:
            kinds.append(_outer_kind(line))
    return kinds


def _title_line(lines: Sequence[VisibleLine], title: str | None, first: int) -> int | None:
    """Return the index of the title: the last line that says it above the body, or close below its start."""
    if title is None:
        return None
    key = title_key(title)
    same = [index for index, line in enumerate(lines) if title_key(line.text) == key]
    same = [index for index in same if lines[index].heading] or same
    above = [index for index in same if index <= first]
    if above:
        return above[-1]
    # A kicker or a standfirst may stand above the title: no more than a few lines of them.
    return next((index for index in same if index <= first + _ABOVE_TITLE), None)


def _body_kind(line: VisibleLine, *, is_early: bool, about: Metadata) -> BlockKind:
    if line.is_foreign or line.is_inline or line.is_date or line.byline:
        return "furniture"
    if "figcaption" in line.tags or (line.is_caption and (not line.is_prose or is_early)):
        return "caption"
    if line.heading:
        return "subhead"
    return "standfirst" if is_early and _is_description(line, about) else "paragraph"


def _outer_kind(line: VisibleLine) -> BlockKind:
    if "figcaption" in line.tags:
        return "caption"
    if line.is_foreign or line.is_inline or line.is_menu or line.words < _TEASER_WORDS:
        return "furniture"
    is_announced = line.links > _LINK_SHARE or line.heading or line.is_prose
    return "teaser" if is_announced and not _SITE & set(line.tags) else "furniture"


def _is_description(line: VisibleLine, about: Metadata) -> bool:
    """Say whether the line is what the page gives as its own summary."""
    told = title_key(about.description or "")[:_DESCRIPTION_CHARS]
    return len(told) > _MIN_DESCRIPTION_CHARS and title_key(line.text)[:_DESCRIPTION_CHARS] == told


def _is_lead(line: VisibleLine) -> bool:
    """Say whether a line between title and body is a standfirst or a first paragraph."""
    if line.words < _STANDFIRST_WORDS or line.links > _LEAD_LINKS or _BESIDE & set(line.tags):
        return False
    if line.is_inline or line.is_caption or any(mark in line.path for mark in table().marks.beside):
        return False
    return _is_marked_standfirst(line) or (line.ends_sentence and line.words >= _LEAD_WORDS)


def _is_standfirst(line: VisibleLine, about: Metadata) -> bool:
    return _is_description(line, about) or _is_marked_standfirst(line)


def _is_marked_standfirst(line: VisibleLine) -> bool:
    return any(mark in line.path for mark in table().marks.standfirst)
