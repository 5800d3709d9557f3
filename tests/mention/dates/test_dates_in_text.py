"""WHEN in running text: tense, narrative anchors, confidence, and what is no date."""

from __future__ import annotations

import functools

import pytest

from tidings.mention.dates import find_dates
from tidings.parse import Parser
from tidings.records import Block, Document


@functools.cache
def parser() -> Parser:
    return Parser.load()


def parse(text: str, published: str | None = "2019-06-12", confidence: float = 0.9) -> Document:
    block = Block(kind="paragraph", start=0, end=len(text))
    return parser()(text, (block,), published=published, published_confidence=confidence)


def values(text: str, published: str | None = "2019-06-12") -> list[str | None]:
    return [found.value for found in find_dates(parse(text, published))]


def test_past_sentence_means_last_weekday() -> None:
    assert values("The ministers met in Vienna on Friday.") == ["2019-06-07"]


def test_future_sentence_means_next_weekday() -> None:
    assert values("The ministers will meet in Vienna on Friday.") == ["2019-06-14"]


def test_day_without_year_is_not_one_of_nearly_a_year_ahead() -> None:
    """The tense of what somebody wants is not that of the day which it is about."""
    assert values("They want the police to answer for the clashes of May 30.") == ["2019-05-30"]
    assert values("The ministers will meet on June 30.") == ["2019-06-30"]


def test_following_day_goes_on_from_the_date_before() -> None:
    """The anchor is the day the story has reached, not the day of publication."""
    assert values("Troops entered the town on 3 May 2014. The following day they left.") == [
        "2014-05-03",
        "2014-05-04",
    ]


def test_following_day_without_a_date_before_has_no_value() -> None:
    assert values("They left the following day.") == [None]


def test_confidence_of_relative_dates_is_capped_by_publication() -> None:
    found = find_dates(parse("They met on Friday, and again on 3 May 2014.", confidence=0.3))
    assert [one.confidence <= 0.3 for one in found] == [True, False]


def test_publication_moves_relative_dates() -> None:
    assert values("The summit was held last month.", "2023-09-13") == ["2023-08"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks may resume.",
        "Protesters march through the city.",
        "The parade drew 2019 people.",
        "Thousands may march to the palace.",
    ],
)
def test_verbs_and_counts_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_spans_are_exact() -> None:
    document = parse("Since 2014, Kyiv has met Moscow twice a year.")
    for found in find_dates(document):
        assert document.text[found.start : found.end] == found.text
