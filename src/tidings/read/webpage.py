"""Reads a web page: all its visible lines in order, the article's own among them told from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.errors import ItemError
from tidings.read.body import body_lines, hidden_lines, is_hidden
from tidings.read.byline import author_names, authors, dateline_length
from tidings.read.kinds import marked_kinds
from tidings.read.layout import Evidence, Layout
from tidings.read.lines import Labelled
from tidings.read.metadata import Metadata, metadata_of, table
from tidings.read.plain import line_kinds
from tidings.read.published import VOTERS
from tidings.read.searched_date import searched_date
from tidings.read.title import choose_title
from tidings.read.visible import VisibleLine, parse_html, visible_lines
from tidings.read.written_date import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import BlockKind, Page

_GAP = "\n\n"
# The search for a date goes over the whole text several times: articles are shorter than this.
_SEARCHED_CHARS = 200_000


def read_html(page: Page) -> Layout:
    """Lay out a web page. Raise `ItemError` where it holds no text or cannot be taken apart."""
    try:
        tree = parse_html(page.content)
        lines = visible_lines(tree)
    except ValueError as error:
        raise ItemError(page.name, stage="read", code="html", message=f"{error}", uri=page.uri) from None
    about = metadata_of(tree, page.uri)
    if about.body and not lines:
        lines = hidden_lines(about.body)
    if not lines:
        raise ItemError(page.name, stage="read", code="empty", message="no text on the page", uri=page.uri)
    in_body = body_lines(tree, lines)
    if is_hidden(about.body, lines, in_body):
        # The page shows a part at most, and tells the whole to machines.
        extra = hidden_lines(about.body or "")
        lines, in_body = [*lines, *extra], [False] * len(lines) + [True] * len(extra)
    title = page.title or choose_title(about, lines)
    layout = Layout(
        text="",
        title=title,
        section=about.section,
        language=about.language,
        publisher=about.publisher,
        uri=about.url,
    )
    layout.dates.extend(about.dates)
    kinds = _kinds(lines, in_body, about, layout)
    is_searchable = sum(len(line.text) for line in lines) <= _SEARCHED_CHARS
    if is_searchable and not any(item.source in VOTERS for item in layout.dates):
        layout.dates.extend(searched_date(tree))
    _set_text(layout, lines, kinds)
    return layout


def _kinds(
    lines: Sequence[VisibleLine], in_body: Sequence[bool], about: Metadata, layout: Layout
) -> list[BlockKind]:
    if not any(in_body):
        kinds = line_kinds(lines, layout)
    else:
        kinds = marked_kinds(lines, in_body, about, layout.title)
    _take_byline(layout, about, lines, kinds)
    return kinds


def _set_text(layout: Layout, lines: Sequence[VisibleLine], kinds: Sequence[BlockKind]) -> None:
    rows = [(kind, line.text) for kind, line in zip(kinds, lines, strict=True)]
    if layout.title and "title" not in kinds:
        rows.insert(0, ("title", layout.title))
    start = 0
    is_early = True
    for kind, text in rows:
        length = dateline_length(text) if kind == "paragraph" and is_early else 0
        is_early = is_early and kind != "paragraph"
        if length:
            layout.parts.append(Labelled("dateline", start, start + length))
        layout.parts.append(Labelled(kind, start + length, start + len(text)))
        start += len(text) + len(_GAP)
    layout.text = _GAP.join(text for _, text in rows)


def _take_byline(
    layout: Layout, about: Metadata, lines: Sequence[VisibleLine], kinds: Sequence[BlockKind]
) -> None:
    """Settle byline and the dates that stand on the page itself, in the lines around the title."""
    layout.byline = author_names(about.authors, about.publisher) or layout.byline
    near = _head_range(kinds)
    for index in near:
        line = lines[index]
        if layout.byline is None:
            is_marked = any(mark in line.path for mark in table().marks.byline)
            layout.byline = line.byline or (
                authors(line.text) if is_marked and kinds[index] != "paragraph" else None
            )
        _take_date(layout, line)
    # A page that names no person may name the publisher itself.
    layout.byline = layout.byline or author_names(about.authors, None)


def _head_range(kinds: Sequence[BlockKind]) -> range:
    title = kinds.index("title") if "title" in kinds else 0
    body = next(
        (index for index, kind in enumerate(kinds) if index > title and kind == "paragraph"), len(kinds)
    )
    return range(max(0, title - 6), min(body + 3, len(kinds)))


def _take_date(layout: Layout, line: VisibleLine) -> None:
    declared = find_date(line.datetime) if line.datetime else None
    if declared is not None:
        layout.dates.append(Evidence(declared, "time"))
    elif line.date is not None and not line.is_prose:
        marked = any(mark in line.path for mark in table().marks.published)
        if marked or line.is_date or line.byline:
            layout.dates.append(Evidence(line.date, "byline"))
