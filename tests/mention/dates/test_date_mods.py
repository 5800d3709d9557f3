"""WHEN: TIMEX3's mod, events dated by another, and numbers or words that are no dates."""

from __future__ import annotations

import functools
from datetime import date

import pytest

from tidings.mention.dates import find_dates, read_dates
from tidings.parse import Parser
from tidings.records import Block, Date


@functools.cache
def parser() -> Parser:
    return Parser.load()


def find(text: str, published: str = "2019-06-12") -> tuple[Date, ...]:
    block = Block(kind="paragraph", start=0, end=len(text))
    return find_dates(parser()(text, (block,), published=published, published_confidence=0.9))


@pytest.mark.parametrize(
    ("phrase", "value", "mod"),
    [
        ("in early May", "2019-05", "START"),
        ("in mid-2018", "2018", "MID"),
        ("late last year", "2018", "END"),
        ("the end of the month", "2019-06", "END"),
        ("later this year", "2019", "AFTER"),
        ("about two years ago", "2017", "APPROX"),
        ("more than three years", "P3Y", "MORE_THAN"),
        ("at least ten days", "P10D", "EQUAL_OR_MORE"),
        ("nearly a decade", "P10Y", "LESS_THAN"),
        ("within 48 hours", "PT48H", "EQUAL_OR_LESS"),
        ("on May 5, 2018", "2018-05-05", None),
    ],
)
def test_mod_says_which_part_or_how_exact(phrase: str, value: str, mod: str | None) -> None:
    (found,) = read_dates(phrase, date(2019, 6, 12))
    assert (found.value, found.mod) == (value, mod)


def test_days_after_an_event_go_on_from_the_date_told() -> None:
    found = find("Gunmen attacked the base on 3 May 2014. Two days after the attack, troops sealed the road.")
    assert [one.value for one in found] == ["2014-05-03", "2014-05-05"]


def test_days_after_an_event_without_a_date_are_a_duration() -> None:
    assert [one.value for one in find("Two days after the attack, troops sealed the road.")] == ["P2D"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge is still in use today.", "PRESENT_REF"),
        ("The port, known today as Izmir, was burnt.", "PRESENT_REF"),
        ("The court hears the case today.", "2019-06-12"),
        ("The ministers met today.", "2019-06-12"),
        ("The report is due today.", "2019-06-12"),
    ],
)
def test_today_may_mean_these_days(text: str, value: str) -> None:
    assert [one.value for one in find(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["The council passed Resolution 1973.", "Flight 1549 landed safely.", "He is in his twenties."],
)
def test_numbers_of_things_and_ages_are_no_dates(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("two Sundays ago", "2019-06-02"),
        ("two Mondays from now", "2019-06-24"),
        ("2015/08/12", "2015-08-12"),
        ("October, 1st", "2018-10-01"),
        ("the winter of 1776-77", "1776-WI"),
        ("the year to date", "2019-01-01/2019-06-12"),
    ],
)
def test_less_common_forms(phrase: str, value: str) -> None:
    assert [one.value for one in read_dates(phrase, date(2019, 6, 12), "past")] == [value]


def test_a_day_without_a_year_belongs_to_the_year_that_a_past_paragraph_tells() -> None:
    found = find("In 1998 the two armies fought for weeks. The truce was signed on 30 May.")
    assert found[-1].value == "1998-05-30"
