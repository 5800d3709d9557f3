"""The pool keeps order, holds little, and survives pages that kill a process."""

from __future__ import annotations

import os
import time
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tidings.errors import CodebookError, ItemError, TidingsError
from tidings.records import Article, MadeBy, Page, Source
from tidings.run import outcomes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MADE_BY = MadeBy(tidings="0", model="0", codebook="0", tables="0")


def process(page: Page) -> Article:
    """Do what the page's text says, as pages can make libraries do."""
    word = page.content.split(maxsplit=1)[0]
    if word == "die":
        os._exit(9)
    if word == "fail":
        raise ZeroDivisionError("never\nforeseen")
    if word == "refuse":
        raise ItemError(page.name, stage="read", code="empty", message="no text")
    if word == "slow":
        time.sleep(0.3)
    return Article(id=page.name, source=Source(content_hash=""), text=page.content, made_by=MADE_BY)


def make() -> Callable[[Page], Article]:
    """Build the process in a worker."""
    return process


def make_broken(kind: str) -> Callable[[Page], Article]:
    """Fail to build it, in one of three ways."""
    if kind == "codebook":
        raise CodebookError("lists.toml: broken")
    if kind == "other":
        raise FileNotFoundError("weights")
    os._exit(3)


def _pages(*texts: str) -> list[Page]:
    return [Page(name=f"p{number}", media="text", content=text) for number, text in enumerate(texts)]


def test_order_is_that_of_the_pages() -> None:
    pages = _pages("slow", *["fast"] * 20, "slow", "fast")
    assert [outcome.item for outcome in outcomes(make, pages, jobs=2)] == [page.name for page in pages]


def test_one_process_and_two_give_the_same() -> None:
    pages = _pages("a", "refuse", "b", "fail")
    here, there = list(outcomes(make, pages)), list(outcomes(make, pages, jobs=2))
    assert [(o.line, o.error and o.error.as_row()) for o in here] == [
        (o.line, o.error and o.error.as_row()) for o in there
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_unforeseen_failure_is_the_page_s_error(jobs: int) -> None:
    first, second = outcomes(make, _pages("fail", "fine"), jobs=jobs)
    assert first.error is not None
    assert first.error.code == "internal"
    assert str(first.error) == "p0: internal error in run: ZeroDivisionError: never foreseen"
    assert second.article.text == "fine"


def test_page_that_kills_its_process_costs_only_itself() -> None:
    texts = ["fine", "die", "fine", "die", "die", *["fine"] * 10]
    found = list(outcomes(make, _pages(*texts), jobs=2))
    assert [o.error.code if o.error else "fine" for o in found] == [
        "crashed" if text == "die" else "fine" for text in texts
    ]


def test_errors_of_the_input_keep_their_place() -> None:
    error = ItemError("x.bin", stage="acquire", code="binary", message="no text")
    first, second, third = _pages("a", "b", "c")
    found = list(outcomes(make, [error, first, error, second, third, error], jobs=2))
    assert [o.item for o in found] == ["x.bin", "p0", "x.bin", "p1", "p2", "x.bin"]


def test_large_pages_do_not_block_the_pool() -> None:
    pages = _pages(*[f"word {'x' * 2_000_000}"] * 12)
    assert all(len(o.line) > 2_000_000 for o in outcomes(make, pages, jobs=2))


def test_pages_are_taken_only_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Page]:
        for number in range(10_000):
            taken.append(number)
            yield Page(name=str(number), media="text", content="fine")

    results = outcomes(make, endless(), jobs=2)
    assert [o.item for o in islice(results, 3)] == ["0", "1", "2"]
    assert len(taken) < 200
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("codebook", "lists.toml: broken"),
        ("other", "cannot be built: FileNotFoundError"),
        ("dies", "died while it started"),
    ],
)
def test_pipeline_that_cannot_be_built_ends_the_run(kind: str, message: str) -> None:
    with pytest.raises(TidingsError, match=message):
        list(outcomes(partial(make_broken, kind), _pages("a"), jobs=2))


def test_without_pages_nothing_is_built() -> None:
    assert list(outcomes(partial(make_broken, "dies"), [])) == []
