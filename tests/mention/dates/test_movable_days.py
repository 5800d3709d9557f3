"""WHEN: days that move from year to year."""

from __future__ import annotations

from datetime import date

import pytest

from tidings.mention.dates import read_dates
from tidings.mention.dates.movable import days_of
from tidings.mention.dates.words import load


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("Orthodox Easter 2021", "2021-05-02"),
        ("Passover 2023", "2023-04-06"),
        ("Purim 2024", "2024-03-24"),
        ("Rosh Hashanah 2023", "2023-09-16"),
        ("Yom Kippur, 1973", "1973-10-06"),
        ("Hanukkah 2016", "2016-12-25"),
        ("Hanukkah 2019", "2019-12-23"),
        ("Eid al-Fitr 2022", "2022-05-02"),
        ("Nowruz 2020", "2020-03-20"),
        ("the Lunar New Year 2019", "2019-02-05"),
        ("Diwali 2018", "2018-11-07"),
        ("Thanksgiving 2010", "2010-11-25"),
        ("Whit Monday 2019", "2019-06-10"),
    ],
)
def test_a_named_day_has_its_date(phrase: str, value: str) -> None:
    assert [found.value for found in read_dates(phrase, date(2019, 6, 12))] == [value]


def test_ramadan_is_a_month_and_says_that_the_moon_decides() -> None:
    (found,) = read_dates("during Ramadan 2018", date(2019, 6, 12))
    assert (found.value, found.mod) == ("2018-05-16/2018-06-14", "APPROX")


def test_a_year_may_hold_a_feast_twice() -> None:
    """The Islamic year is eleven days shorter."""
    ramadan = load().holidays["ramadan"]
    assert [len(days_of(ramadan, year)) for year in (2029, 2030, 2031)] == [1, 2, 1]


def test_tense_chooses_the_feast() -> None:
    published = date(2019, 6, 12)
    assert read_dates("before Passover", published, "past")[0].value == "2019-04-20"
    assert read_dates("before Passover", published, "future")[0].value == "2020-04-09"


def test_a_year_beyond_the_list_gives_no_date() -> None:
    assert read_dates("Diwali 2090", date(2019, 6, 12)) == ()
