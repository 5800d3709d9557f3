"""The day of publication by search through the whole page, for pages that declare none: htmldate's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from htmldate import find_date as search

from tidings.read.layout import Evidence
from tidings.read.written_date import find_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A fixed bound in place of today: the same page gives the same date on every day.
_LATEST = "2099-12-31"


def searched_date(tree: HtmlElement) -> list[Evidence]:
    """Return the date that the search finds, as a list of one or none."""
    try:
        value = search(tree, original_date=True, extensive_search=True, max_date=_LATEST)
    except Exception:  # noqa: BLE001 - a page that breaks the search has no date found by it
        return []
    found = find_date(value) if value else None
    return [Evidence(found, "text")] if found is not None else []
