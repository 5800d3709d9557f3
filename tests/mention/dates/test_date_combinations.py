"""WHEN: spans of several units, counted parts, years in words, and what means one time together."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.mention.dates import read_dates, resolve

# A Wednesday.
PUBLISHED = date(2019, 6, 12)


def _values(text: str) -> list[str | None]:
    return [found.value for found in read_dates(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("one month and 21 days ago", "2019-04-21"),
        ("2 years, 1 month and 3 days ago", "2017-05-09"),
        ("a year and two months ago", "2018-04"),
        ("three days and two hours", "P3DT2H"),
        ("1 year 1 month 21 days", "P1Y1M21D"),
        ("one week three days", "P1W3D"),
        ("1 hour 59 minutes 40.2 seconds", "PT1H59M40.2S"),
        ("an hour and a half", "PT1.5H"),
        ("the last 3 months and 2 weeks", "P3M2W"),
        ("123.45 seconds", "PT123.45S"),
        ("a ½ hour", "PT0.5H"),
        ("another month", "P1M"),
        ("10 previous weeks", "P10W"),
        ("the first week of October 2016", "2016-W40"),
        ("the last week of 2016", "2016-W52"),
        ("the third week of next year", "2020-W03"),
        ("the last day of the month", "2019-06-30"),
        ("the ninth month of next year", "2020-09"),
        ("the second weekend of July", "2019-W28-WE"),
        ("the rest of the year", "2019-06-12/2019-12-31"),
        ("over the weekend", "2019-W24-WE"),
        ("the Labor Day weekend", "2019-08-31/2019-09-02"),
        ("Black Friday 2019", "2019-11-29"),
        ("nineteen ninety-one", None),
        ("in nineteen ninety-one", "1991"),
        ("in the year two thousand and five", "2005"),
        ("October two thousand and five", "2005-10"),
        ("6 April seventeen hundred thirty three", "1733-04-06"),
        ("the twenty-first of May, nineteen oh four", "1904-05-21"),
        ("the noughties", "200X"),
        ("Q1-2019", "2019-Q1"),
        ("11/2016", "2016-11"),
        ("2016-11", "2016-11"),
        ("2011-16", "2011/2016"),
        ("16. Nov. 2016", "2016-11-16"),
        ("June in 2017", "2017-06"),
        ("April ninth through seventeenth", "2019-04-09/2019-04-17"),
        ("from April 27th to the 3rd", "2019-04-27/2019-05-03"),
        ("from 4 to January 22, 1995", "1995-01-04/1995-01-22"),
        ("Friday the thirty-first", "2019-05-31"),
        ("Nov-Feb 2017", "2016-11/2017-02"),
    ],
)
def test_a_phrase_has_the_value_of_its_words(phrase: str, value: str | None) -> None:
    assert _values(phrase) == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("every Sunday at 9 a.m.", "XXXX-WXX-7T09:00"),
        ("at 9 a.m. on Sundays", "XXXX-WXX-7T09:00"),
        ("3 p.m. every day", "XXXX-XX-XXT15:00"),
        ("Thursdays at 17.30", "XXXX-WXX-4T17:30"),
        ("every night", "XXXX-XX-XXTNI"),
        ("every weekend", "XXXX-WXX-WE"),
        ("Friday mornings", "XXXX-WXX-5TMO"),
        ("the 19th of every month", "XXXX-XX-19"),
        ("semi-annually", "P6M"),
    ],
)
def test_times_that_come_again_keep_their_clock_time(phrase: str, value: str) -> None:
    (found,) = read_dates(phrase, PUBLISHED)
    assert (found.value, found.type, found.text) == (value, "SET", phrase.removeprefix("at "))


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("two weeks before Christmas", "2019-12-11"),
        ("three days after January 12th", "2019-01-15"),
        ("16 days from 01/02/2018", "2018-01-18"),
        ("the week of June 5", "2019-W23"),
        ("the week beginning on February 4", "2019-W06"),
        ("next week on Friday", "2019-06-21"),
    ],
)
def test_an_offset_and_its_day_are_one_time(phrase: str, value: str) -> None:
    (found,) = read_dates(phrase, PUBLISHED, "future" if "Christmas" in phrase else "none")
    assert (found.value, found.text) == (value, phrase)


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("from November to March", ["2018-11", "2019-03"]),
        ("from May to Oct 2020", ["2020-05", "2020-10"]),
        ("Nov 18-Dec 19, 2015", ["2015-11-18", "2015-12-19"]),
        ("from Feb 1st to March 2019", ["2019-02-01", "2019-03"]),
        ("from next Monday to Friday", ["2019-06-17", "2019-06-21"]),
        ("between December 28 and January 3, 2015", ["2014-12-28", "2015-01-03"]),
    ],
)
def test_the_ends_of_a_range_are_read_from_each_other(phrase: str, values: list[str]) -> None:
    assert [found.value for found in read_dates(phrase, PUBLISHED, "past")] == values


@pytest.mark.parametrize(
    "text", ["one day a week", "the man of the year", "the story of the day", "two thousand people came"]
)
def test_what_only_looks_like_it_is_no_date(text: str) -> None:
    assert [found for found in read_dates(text, PUBLISHED) if found.type == "DATE"] == []


def test_a_phrase_is_resolved_against_the_day_that_its_context_names() -> None:
    found = resolve("the following day", "They met on 3 May 2018 in Lomé.", "2019-06-12")
    assert found is not None
    assert found.value == "2018-05-04"
    assert resolve("no time at all") is None
