"""Reads Markdown: headings are title and subheads, front matter says title, date and author.

The text is the file's but for the targets of links and images, which no reader of the page sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidings.read.features import Line
from tidings.read.layout import Evidence, Layout
from tidings.read.lines import Labelled, paragraphs
from tidings.read.written_date import find_date

if TYPE_CHECKING:
    from tidings.read.lines import Unit
    from tidings.records import BlockKind

_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?:<[^>]*>|[^()\s]*)(?:\s+[\"'][^\"']*[\"'])?\)")
_FRONT = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)\n(?P=fence)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_FIELD = re.compile(
    r"""^(?P<key>[\w-]+)[ \t]*[:=][ \t]*["']?(?P<value>[^\r\n]*?)["']?[ \t]*\r?$""", re.MULTILINE
)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_RULER = re.compile(r"(?:[-*_=]\s*){3,}$|\|?[\s:|-]{3,}\|?$")
_BREAK = re.compile(rf"{_HEADING.pattern}|{_RULER.pattern}")
_UNDERLINE = re.compile(r"(=+|-+)$")
_DEFINITION = re.compile(r"\[[^\]]+\]:\s*\S+")
_EMPHASIS = re.compile(r"^[*_]{1,3}(?P<text>.*?)[*_]{1,3}$")
# Bylines stand near the top: title, standfirst, picture, byline.
_EARLY = 8


def read_markdown(source: str) -> Layout:
    """Lay out a Markdown text."""
    layout = Layout(text=_LINK.sub(lambda match: match["text"], source))
    images = {" ".join(match["text"].split()) for match in _LINK.finditer(source) if match["image"]}
    begin = _front_matter(layout)
    for unit in paragraphs(layout.text, begin, breaks_before=_BREAK):
        if _UNDERLINE.match(unit.text):
            _promote(layout, unit)
        kind = "caption" if unit.text in images else _kind(layout, unit)
        layout.parts.append(Labelled(kind, unit.start, unit.end))
    return layout


def _promote(layout: Layout, underline: Unit) -> None:
    """Make a heading of the one line right above its underline of "=" or "-"."""
    above = layout.parts[-1] if layout.parts else None
    if above is None or above.kind != "paragraph":
        return
    text = layout.text[above.start : above.end]
    if "\n" in text or layout.text[above.end : underline.start].count("\n") != 1:
        return
    kind = _heading_kind(layout, " ".join(text.split()), 1 if underline.text.startswith("=") else 2)
    layout.parts[-1] = Labelled(kind, above.start, above.end)


def _front_matter(layout: Layout) -> int:
    """Take title, date and author from the front matter; return where the text goes on behind it."""
    match = _FRONT.match(layout.text)
    if match is None:
        return 0
    fields = {field["key"].lower(): field["value"] for field in _FIELD.finditer(match["body"])}
    layout.title = fields.get("title") or None
    layout.byline = fields.get("author") or fields.get("authors") or None
    layout.section = fields.get("section") or fields.get("category") or None
    layout.language = fields.get("lang") or fields.get("language") or None
    found = find_date(fields.get("date", ""))
    if found is not None:
        layout.dates.append(Evidence(found, "metadata"))
    layout.parts.append(Labelled("furniture", 0, match.end()))
    return match.end()


def _kind(layout: Layout, unit: Unit) -> BlockKind:
    heading = _HEADING.match(unit.text)
    if heading is not None:
        return _heading_kind(layout, heading["text"], len(heading["marks"]))
    if _RULER.match(unit.text) or _DEFINITION.match(unit.text):
        return "furniture"
    emphasis = _EMPHASIS.match(unit.text)
    return _line_kind(layout, Line(emphasis["text"] if emphasis else unit.text))


def _heading_kind(layout: Layout, text: str, level: int) -> BlockKind:
    if Line(text).is_foreign:
        return "furniture"
    has_title_block = level == 1 and any(part.kind == "title" for part in layout.parts)
    if level == 1 and not has_title_block:
        layout.title = layout.title or text
        return "title"
    return "subhead"


def _line_kind(layout: Layout, line: Line) -> BlockKind:
    if line.is_foreign or line.is_inline:
        return "furniture"
    if len(layout.parts) < _EARLY and line.byline:
        layout.byline = layout.byline or line.byline
        _take_date(layout, line)
        return "furniture"
    if line.is_date:
        _take_date(layout, line)
        return "dateline"
    return "caption" if line.is_caption and not line.is_prose else "paragraph"


def _take_date(layout: Layout, line: Line) -> None:
    if line.date is not None:
        layout.dates.append(Evidence(line.date, "byline"))
