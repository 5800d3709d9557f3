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


def parse(*paragraphs: str, published: str | None = "2019-06-12", confidence: float = 0.9) -> Document:
    """Return a text of some paragraphs, of a Wednesday."""
    starts = [sum(len(before) + 2 for before in paragraphs[:i]) for i in range(len(paragraphs))]
    blocks = tuple(
        Block(kind="paragraph", start=start, end=start + len(paragraph))
        for start, paragraph in zip(starts, paragraphs, strict=True)
    )
    text = "\n\n".join(paragraphs)
    return parser()(text, blocks, published=published, published_confidence=confidence)


def values(*paragraphs: str, published: str | None = "2019-06-12") -> list[str | None]:
    return [found.value for found in find_dates(parse(*paragraphs, published=published))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The ministers met in Vienna on Friday.", "2019-06-07", id="past"),
        pytest.param("The ministers will meet in Vienna on Friday.", "2019-06-14", id="future"),
        pytest.param("On Friday, the minister pledged new schools.", "2019-06-07", id="before-a-promise"),
        pytest.param("The minister pledged talks for Friday.", "2019-06-14", id="what-is-promised"),
        pytest.param("The envoy might have met the rebels in July.", "2018-07", id="guess-at-the-past"),
        pytest.param("The envoy might meet the rebels in July.", "2019-07", id="guess-at-what-comes"),
        pytest.param("The rebels were able to flee on Friday.", "2019-06-07", id="was-able-to"),
        pytest.param("The rebels want to flee on Friday.", "2019-06-14", id="wants-to"),
    ],
)
def test_tense_says_on_which_side_of_publication_a_day_lies(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They want the police to answer for the clashes of May 30.", "2019-05-30"),
        ("They want the police to answer for the clashes of May 1.", "2019-05-01"),
        ("The ministers will meet on June 30.", "2019-06-30"),
        ("The ministers will meet on January 30.", "2020-01-30"),
    ],
)
def test_day_without_year_is_not_one_of_nearly_a_year_ahead(text: str, value: str) -> None:
    """The tense of what somebody wants is not that of the day which it is about."""
    assert values(text) == [value]


def test_the_year_of_a_name_is_not_that_of_the_days_after_it() -> None:
    text = "The court quoted the 1965 Voting Rights Act. On May 2 the ministry gave up."
    assert values(text) == ["1965", "2019-05-02"]


def test_a_year_does_not_pass_over_a_paragraph_with_another_day() -> None:
    """A year dates the days of its own paragraph, not of those after it."""
    found = values(
        "In 2014 the parties met on May 3.", "It rained on Monday. On May 2 the premier stepped down."
    )
    assert found == ["2014", "2014-05-03", "2019-06-10", "2019-05-02"]


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
    assert values("The summit was held last month.", published="2023-09-13") == ["2023-08"]


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
