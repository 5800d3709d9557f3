"""The pipeline as a program uses it: one page, many pages, errors in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tidings
from tidings.errors import ItemError, UsageError
from tidings.records import Article, Page
from tidings.records.json import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.pipeline import Pipeline

TEXT = "Chad accused Niger of lying about the border post."


def test_string_is_the_text_of_an_article(coder: Pipeline) -> None:
    article = coder(TEXT)
    assert article.text == TEXT
    assert [event.type for event in article.events] == ["ACCUSE"]
    assert [party.text for party in article.events[0].actor] == ["Chad"]


def test_list_of_stages_is_visible(coder: Pipeline) -> None:
    assert [stage.name for stage in coder.stages] == ["read", "codable", "parse", "mention", "coding"]


def test_record_names_all_that_decided_it(coder: Pipeline) -> None:
    made_by = coder(TEXT).made_by
    assert made_by.tidings == tidings.__version__
    assert "none" not in (made_by.model, made_by.codebook, made_by.tables)


def test_same_page_gives_the_same_bytes(coder: Pipeline) -> None:
    assert encode(coder(TEXT)) == encode(coder(TEXT))


def test_another_language_is_read_and_not_coded(coder: Pipeline) -> None:
    article = coder("Die Außenministerin traf am Dienstag ihren Kollegen. Sie sprachen über den Hafen.")
    assert article.language == "de"
    assert not article.actors
    assert "not coded" in article.notes[0]


def test_text_that_is_no_article_is_read_and_not_coded(coder: Pipeline) -> None:
    article = coder(TEXT + " Chad." * 60_000)
    assert not article.events
    assert article.notes[0].startswith("not coded: ")


def test_page_that_cannot_be_used_raises_and_names_itself(coder: Pipeline) -> None:
    with pytest.raises(ItemError, match=r"^blank\.txt: ") as caught:
        coder(Page(name="blank.txt", media="text", content="  \n"))
    assert caught.value.stage == "read"


def test_errors_come_in_their_place(coder: Pipeline) -> None:
    bad = ItemError("x", stage="acquire", code="binary", message="no text")
    blank = Page(name="blank", media="text", content="")
    results = list(coder.pipe([TEXT, bad, blank, TEXT]))
    assert [isinstance(result, Article) for result in results] == [True, False, False, True]


def test_exception_that_nobody_foresaw_names_the_stage(coder: Pipeline) -> None:
    """A list of stages out of order is such a fault."""
    broken = type(coder)(coder.settings, [coder.stages[2]], coder.made_by)
    with pytest.raises(ItemError, match="internal error in parse: RuntimeError"):
        broken(TEXT)


def test_pages_are_processed_only_as_they_are_asked_for(coder: Pipeline) -> None:
    def pages() -> Iterator[str]:
        yield TEXT
        pytest.fail("the second page was asked for")

    assert isinstance(next(coder.pipe(pages())), Article)


def test_reading_alone_finds_no_events() -> None:
    article = tidings.load(code=False, date="2024-01-02")(TEXT)
    assert not article.events
    assert article.published is not None
    assert article.published.value == "2024-01-02"


def test_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="not a day"):
        tidings.load(date="2024-02-30")
