"""WHEN: single phrases and their TIMEX3 values against a day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.mention.dates import read_dates
from tidings.mention.dates.calendar import easter, shift

# A Wednesday.
PUBLISHED = date(2019, 6, 12)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("June 5, 2019", "2019-06-05"),
        ("5 June 2019", "2019-06-05"),
        ("Wednesday, June 5", "2019-06-05"),
        ("the third of March, 1991", "1991-03-03"),
        ("2019-06-05", "2019-06-05"),
        ("May 2018", "2018-05"),
        ("in early May", "2019-05"),
        ("in 2014", "2014"),
        ("mid-2020", "2020"),
        ("2014–16", "2014/2016"),
        ("5–7 May 2018", "2018-05-05/2018-05-07"),
        ("in the 1990s", "199X"),
        ("the '60s", "196X"),
        ("the late 19th century", "18XX"),
        ("in 480 BC", "-0480"),
        ("yesterday", "2019-06-11"),
        ("tomorrow", "2019-06-13"),
        ("the day before yesterday", "2019-06-10"),
        ("last month", "2019-05"),
        ("last week", "2019-W23"),
        ("later this week", "2019-W24"),
        ("earlier this year", "2019"),
        ("the end of the year", "2019"),
        ("next year", "2020"),
        ("75 years ago", "1944"),
        ("two days ago", "2019-06-10"),
        ("a decade ago", "2009"),
        ("Tuesday night", "2019-06-11TNI"),
        ("last night", "2019-06-11TNI"),
        ("last Friday", "2019-06-07"),
        ("next Tuesday", "2019-06-18"),
        ("the Friday before last", "2019-05-31"),
        ("Q3 2018", "2018-Q3"),
        ("the first quarter of 2018", "2018-Q1"),
        ("the second half of 2018", "2018-H2"),
        ("the summer of 2015", "2015-SU"),
        ("Christmas Eve 2018", "2018-12-24"),
        ("Easter 2018", "2018-04-01"),
        ("9/11", "2001-09-11"),
        ("3 p.m. on Tuesday", "2019-06-11T15:00"),
        ("years ago", "PAST_REF"),
    ],
)
def test_dates_get_their_value(phrase: str, value: str) -> None:
    """Absolute and relative dates against Wednesday, 12 June 2019."""
    assert [found.value for found in read_dates(f"It happened {phrase}.", PUBLISHED)] == [value]


@pytest.mark.parametrize(
    ("phrase", "kind", "value"),
    [
        ("for three years", "DURATION", "P3Y"),
        ("a five-day visit", "DURATION", "P5D"),
        ("within 48 hours", "DURATION", "PT48H"),
        ("for two and a half years", "DURATION", "P2.5Y"),
        ("the past decade", "DURATION", "P10Y"),
        ("for several weeks", "DURATION", "PXW"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("every other week", "SET", "P2W"),
        ("twice a week", "SET", "P1W"),
        ("at noon", "TIME", "T12:00"),
    ],
)
def test_spans_and_repetitions_get_their_type(phrase: str, kind: str, value: str) -> None:
    """Durations, sets and clock times."""
    assert [(found.type, found.value) for found in read_dates(phrase, PUBLISHED)] == [(kind, value)]


def test_weekday_follows_the_tense() -> None:
    """The same weekday lies behind in the past and ahead in the future; the day itself counts."""
    assert read_dates("on Monday", PUBLISHED, "past")[0].value == "2019-06-10"
    assert read_dates("on Monday", PUBLISHED, "future")[0].value == "2019-06-17"
    assert read_dates("on Wednesday", PUBLISHED, "past")[0].value == "2019-06-12"


def test_order_of_day_and_month_lowers_confidence_where_both_are_possible() -> None:
    """05/06 may be May or June; 25/06 may not."""
    unsure, sure = (read_dates(text, PUBLISHED)[0] for text in ("05/06/2019", "25/06/2019"))
    assert sure.value == "2019-06-25"
    assert unsure.confidence < 0.6 < sure.confidence


@pytest.mark.parametrize("text", ["a 14-year-old boy", "$2014", "the 5,000 troops", "Boeing 747"])
def test_other_numbers_are_no_dates(text: str) -> None:
    """Ages, sums and counts."""
    assert read_dates(text, PUBLISHED) == ()


def test_relative_date_without_publication_has_no_value() -> None:
    """The expression is found, its value is not guessed."""
    found = read_dates("last month", None)
    assert [(one.text, one.value) for one in found] == [("last month", None)]


def test_easter_and_month_ends() -> None:
    """Calendar arithmetic that is easily got wrong."""
    assert easter(2024) == date(2024, 3, 31)
    assert shift(date(2020, 2, 29), "Y", -1) == date(2019, 2, 28)
    assert shift(date(1, 1, 1), "D", -1) is None
