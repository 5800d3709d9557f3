"""Days that move: counted from Easter, by weekday, by the Hebrew and the Islamic calendar, or from a table.

The algorithms are the common ones: Easter by the anonymous computus of 1876 and by that of Meeus for the
Julian calendar; the Hebrew and the tabular Islamic calendar as in Reingold and Dershowitz, "Calendrical
Calculations". Islamic months begin when the moon is seen: their days may be one off, and say so (APPROX).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tidings.mention.dates.calendar import easter, make_day, nth_weekday

Entry = dict[str, Any]

_HEBREW_EPOCH = -1373427  # ordinal of 1 Tishri of year 1
_ISLAMIC_EPOCH = 227015  # ordinal of 1 Muharram of year 1
_PASSOVER_BEFORE_NEW_YEAR = 163  # days from 15 Nisan to 1 Tishri, in every year
_NOWRUZ = (20, 21)  # March, in leap years and in the others (right for 1996 to 2028)


def days_of(entry: Entry, year: int) -> list[date]:
    """Return the days that a holiday of holidays.toml falls on in a year: none where it is not known."""
    found = _RULES[entry.get("rule", "date")](entry, year)
    shift = timedelta(days=entry.get("shift", 0))
    return [day + shift for day in found]


def _fixed(entry: Entry, year: int) -> list[date]:
    month, number = (int(part) for part in entry["date"].split("-"))
    day = make_day(year, month, number)
    return [day] if day else []


def _nth(entry: Entry, year: int) -> list[date]:
    return [nth_weekday(year, entry["month"], entry["weekday"], entry["which"])]


def _from_easter(_entry: Entry, year: int) -> list[date]:
    return [easter(year)]


def _from_orthodox_easter(_entry: Entry, year: int) -> list[date]:
    full_moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7
    month, number = divmod(full_moon + weekday + 114, 31)
    between = year // 100 - year // 400 - 2  # days from the Julian to the Gregorian calendar
    return [date(year, month, number + 1) + timedelta(days=between)]


def _listed(entry: Entry, year: int) -> list[date]:
    return [date.fromisoformat(day) for day in entry["days"] if day.startswith(f"{year:04}-")]


def _nowruz(_entry: Entry, year: int) -> list[date]:
    return [date(year, 3, _NOWRUZ[year % 4 != 0])]


def _passover(_entry: Entry, year: int) -> list[date]:
    return [date.fromordinal(_new_year(year + 3761) - _PASSOVER_BEFORE_NEW_YEAR)]


def _rosh_hashanah(_entry: Entry, year: int) -> list[date]:
    return [date.fromordinal(_new_year(year + 3761))]


def _hanukkah(_entry: Entry, year: int) -> list[date]:
    """Return 25 Kislev: after Tishri and Heshvan, which has 30 days in the long years alone."""
    first, last = _new_year(year + 3761), _new_year(year + 3762)
    heshvan = 30 if last - first in {355, 385} else 29
    return [date.fromordinal(first + 30 + heshvan + 24)]


def _new_year(year: int) -> int:
    """Return the ordinal of 1 Tishri of a year of the Hebrew calendar."""
    before, this, after = (_elapsed(year + move) for move in (-1, 0, 1))
    delay = 2 if after - this == 356 else int(this - before == 382)
    return _HEBREW_EPOCH + this + delay


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _islamic(entry: Entry, year: int) -> list[date]:
    """Return the days of a month and day of the tabular Islamic calendar: two in some years."""
    guess = (year - 622) * 33 // 32
    days = (_islamic_day(number, entry["month"], entry["number"]) for number in range(guess - 1, guess + 4))
    return [day for day in days if day.year == year]


def _islamic_day(year: int, month: int, number: int) -> date:
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + months + number)


_RULES: dict[str, Callable[[Entry, int], list[date]]] = {
    "date": _fixed,
    "nth": _nth,
    "easter": _from_easter,
    "orthodox easter": _from_orthodox_easter,
    "listed": _listed,
    "nowruz": _nowruz,
    "passover": _passover,
    "rosh hashanah": _rosh_hashanah,
    "hanukkah": _hanukkah,
    "islamic": _islamic,
}
