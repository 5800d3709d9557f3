"""Page → Reading: title, byline, date with its confidence, language, and the blocks of the text.

Site furniture and stories announced beside the article are told apart from it; nothing is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.errors import ItemError
from tidings.read.blocks import partition
from tidings.read.identity import article_id, content_hash
from tidings.read.language import language_of
from tidings.read.layout import Evidence, Layout
from tidings.read.published import option_date, published
from tidings.read.written_date import find_date
from tidings.records import Page, Reading, Source

if TYPE_CHECKING:
    from tidings.records import Block

__all__ = ["read_page"]

_CODED = "en"
_MAX_LINES = 100_000
_UNCODED_KINDS = ("furniture", "teaser")


def read_page(page: Page, *, date: str | None = None) -> Reading:
    """Read one page. `date` (YYYY-MM-DD) is the day of publication, whatever the page says.

    Raises:
        ItemError: There is nothing to read on the page, or its HTML cannot be taken apart.
    """
    _check_lines(page)
    layout = _layout(page)
    if not layout.text.strip():
        raise ItemError(page.name, stage="read", code="empty", message="no text on the page", uri=page.uri)
    blocks = partition(layout.text, layout.parts)
    language = language_of(_body(layout.text, blocks), page.language or layout.language)
    notes = list(layout.notes)
    if language != _CODED:
        notes.append(f"not coded: language is {language}")
    return Reading(
        id=article_id(page, layout.text),
        source=Source(
            id=page.row_id,
            uri=page.uri or layout.uri,
            publisher=page.publisher or layout.publisher,
            fetched=page.fetched,
            content_hash=content_hash(layout.text),
        ),
        title=layout.title,
        byline=layout.byline,
        section=layout.section,
        language=language,
        published=published([*_declared(page, date), *layout.dates]),
        text=layout.text,
        blocks=blocks,
        notes=tuple(notes),
        extra=page.extra,
    )


def _check_lines(page: Page) -> None:
    if page.content.count("\n") > _MAX_LINES or page.content.count("\r") > _MAX_LINES:
        message = f"more than {_MAX_LINES:,} lines in one item: split it"
        raise ItemError(page.name, stage="read", code="too-many-lines", message=message, uri=page.uri)


def _layout(page: Page) -> Layout:
    # Each reader is imported when a page needs it: HTML costs half a second.
    if page.media == "html":
        from tidings.read.webpage import read_html  # noqa: PLC0415

        return read_html(page)
    if page.media == "markdown":
        from tidings.read.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(page.content)
    from tidings.read.plain import read_plain  # noqa: PLC0415

    return read_plain(page.content, title=page.title)


def _body(text: str, blocks: tuple[Block, ...]) -> str:
    body = [text[block.start : block.end] for block in blocks if block.kind not in _UNCODED_KINDS]
    return "".join(body) or text


def _declared(page: Page, date: str | None) -> list[Evidence]:
    evidence = []
    if date is not None:
        evidence.append(Evidence(option_date(date), "option"))
    found = find_date(page.date) if page.date else None
    if found is not None:
        evidence.append(Evidence(found, "row"))
    return evidence
