"""Events as CSV: UTF-8, one row an event, lists joined by `;`, a header with every column."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from tidings.export.columns import COLUMNS
from tidings.export.rows import EXTRA, Value, event_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tidings.records import Article


def write_csv(articles: Callable[[], Iterable[Article]], out: TextIO) -> None:
    """Write the events of the articles.

    Args:
        articles: Yields the articles; called twice, since the header names the columns that any of them
            carried through from the input.
        out: A text stream opened with ``newline=""``.

    """
    names = [column.name for column in COLUMNS] + extra_columns(articles())
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for article in articles():
        for row in event_rows(article):
            writer.writerow([_cell(row.get(name)) for name in names])


def extra_columns(articles: Iterable[Article]) -> list[str]:
    """Return the names of the passed-through columns, in the order in which they first occur."""
    return [EXTRA + name for name in dict.fromkeys(name for article in articles for name in article.extra)]


def _cell(value: Value) -> str | int | float | None:
    # A semicolon inside an element would tear it in two when the list is split again.
    return ";".join(part.replace(";", ",") for part in value) if isinstance(value, list) else value
