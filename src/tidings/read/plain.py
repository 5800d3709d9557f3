"""Reads plain text: an article alone, a wire row, or a whole saved page without mark-up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidings.read.body_kinds import body_kinds, tail_kinds
from tidings.read.byline import dateline_length
from tidings.read.features import Line, mark_repeated
from tidings.read.head import find_title, head_kind
from tidings.read.labels import labels
from tidings.read.layout import Evidence, Layout
from tidings.read.lines import Labelled, Unit, units
from tidings.read.segment import body_segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.records import BlockKind

_DATELINE_PARAGRAPHS = 3


def read_plain(text: str, *, title: str | None = None) -> Layout:
    """Lay out a plain text. A `title` from the text's row is put before it unless the text begins with it."""
    layout = Layout(text=text, title=title)
    begin = 0
    if title is not None:
        begin = _title_end(text, title)
        if not begin:
            layout.text, begin = f"{title}\n\n{text}", len(title)
        layout.parts.append(Labelled("title", 0, begin))
    found = units(layout.text, begin)
    lines = [Line(unit.text) for unit in found]
    kinds = line_kinds(lines, layout)
    early = _DATELINE_PARAGRAPHS
    for unit, kind in zip(found, kinds, strict=True):
        layout.parts.extend(_parts(layout.text, unit, kind, is_early=early > 0))
        early -= kind == "paragraph"
    return layout


def line_kinds(lines: Sequence[Line], layout: Layout) -> list[BlockKind]:
    """Return the kind of each line; what the furniture says (title, byline, dates) goes into the layout."""
    mark_repeated(lines)
    start, end = body_segment(lines)
    if start == end:
        return [_bodiless_kind(line, alone=len(lines) == 1) for line in lines]
    title = None if layout.title else find_title(lines, start)
    if title is not None:
        layout.title = lines[title].text
        start = max(start, title + 1)
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    _collect(lines, layout, title, start)
    return [
        *_head(lines[:start], title),
        *body_kinds(lines[start:end]),
        *tail_kinds(lines[end:]),
    ]


def _goes_on(line: Line) -> bool:
    """Say whether a line below the body is still of it: an item of a list, the source of a quotation."""
    return not line.is_known and (
        line.is_list_item or line.is_quote_source or line.ends_sentence or line.text.endswith(":")
    )


def _title_end(text: str, title: str) -> int:
    """Return where the title ends at the head of the text, 0 where the text does not begin with it."""
    words = r"\s+".join(map(re.escape, title.split()))
    match = re.match(rf"\s*{words}(?=\s*[\r\n]|\s*$)", text)
    return match.end() if match else 0


def _parts(text: str, unit: Unit, kind: BlockKind, *, is_early: bool) -> Iterator[Labelled]:
    start = unit.start
    if kind == "paragraph" and is_early:
        length = dateline_length(text[unit.start : unit.end])
        if length:
            yield Labelled("dateline", start, start + length)
            start += length
    yield Labelled(kind, start, unit.end)


def _bodiless_kind(line: Line, *, alone: bool) -> BlockKind:
    is_furniture = line.is_foreign or line.is_inline or line.is_menu or line.is_date
    return "furniture" if is_furniture and not alone else "paragraph"


def _head(lines: Sequence[Line], title: int | None) -> Iterator[BlockKind]:
    below_label = False
    credit = max((index for index, line in enumerate(lines) if _is_credit(line)), default=-1)
    for index, line in enumerate(lines):
        if index == title:
            below_label = False
            yield "title"
            continue
        above_title = title is not None and index < title
        if not above_title and line.is_prose and not line.is_known and index > credit:
            yield "paragraph"
            continue
        yield head_kind(line, above_title=above_title, below_label=below_label)
        below_label = below_label or line.is_foreign


def _is_credit(line: Line) -> bool:
    """Say whether the line is a byline or a date: prose above it is a standfirst."""
    return bool(line.byline or (line.date and not line.is_prose))


def _collect(lines: Sequence[Line], layout: Layout, title: int | None, body: int) -> None:
    """Take the byline and the dates from the lines around the title, and from those that say "Published"."""
    for index, line in enumerate(lines[: body + 2]):
        if layout.byline is None and line.byline:
            layout.byline = line.byline
        if line.date is None or line.is_prose:
            continue
        layout.dates.append(
            Evidence(line.date, _date_source(line, index, title, has_title=layout.title is not None))
        )
    for line in lines[body + 2 :]:
        if line.date is not None and line.is_date and labels().published.match(line.text):
            layout.dates.append(Evidence(line.date, "byline"))


def _date_source(line: Line, index: int, title: int | None, *, has_title: bool) -> str:
    if labels().updated.match(line.text):
        return "updated"
    if labels().published.match(line.text) or line.byline:
        return "byline"
    if title is not None:
        return "masthead" if index < title else "byline"
    return "dateline" if line.is_date or not has_title else "byline"
