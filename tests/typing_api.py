"""The public interface as a user writes it. Never run: mypy reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import tidings
from tidings.acquire import pages
from tidings.errors import ItemError
from tidings.export.arrow import EventTable
from tidings.pipeline import Pipeline
from tidings.records import Article, Event, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

coder = tidings.load(date="2023-09-13")
assert_type(coder, Pipeline)
assert_type(tidings.load(codebook="my-codebook", code=False, min_confidence=0.5), Pipeline)
assert_type(tidings.__version__, str)

article = coder("The president of Chad visited Niger on Monday.")
assert_type(article, Article)
assert_type(coder(Page(name="page", media="html", content="<p>…</p>")), Article)
assert_type(article.events, tuple[Event, ...])
assert_type([party.text for event in article.events for party in event.actor], list[str])


def coded() -> Iterator[Article]:
    """Yield the articles of a folder, and go past what failed."""
    for result in coder.pipe(pages(["news/"]), jobs=2):
        if isinstance(result, ItemError):
            continue
        assert_type(result, Article)
        yield result


table = EventTable(coded())
assert_type(len(table), int)
