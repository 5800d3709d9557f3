"""Days, periods and their TIMEX3 values (ISO-TimeML: ISO 8601 with X for what is open)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

# Unit letters of words.toml: S, M, H below a day; D day, N night, W week, F fortnight, E weekend, O month,
# Q quarter, A season, Y year, X decade, C century, L millennium.
_DAYS = {"D": 1, "N": 1, "W": 7, "E": 7, "F": 14}
_MONTHS = {"O": 1, "Q": 3, "A": 3, "Y": 12, "X": 120, "C": 1200, "L": 12000}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def shift(day: date, unit: str, count: float) -> date | None:
    """Move `day` by `count` units; None where the result leaves the calendar (years 1-9999)."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(_DAYS[unit] * count))
        if unit not in _MONTHS:
            return day
        months = day.year * 12 + day.month - 1 + round(_MONTHS[unit] * count)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def period(day: date, unit: str) -> str:
    """Return the value of the week, month, year … that `day` lies in."""
    if unit in {"W", "F", "E"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "E" else "")
    values = {
        "O": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "A": season_of(day),
        "Y": f"{day.year:04}",
        "X": f"{day.year // 10:03}X",
        "C": f"{day.year // 100:02}XX",
        "L": f"{day.year // 1000}XXX",
    }
    return values.get(unit, day.isoformat())


def season_of(day: date) -> str:
    """Return the value of the meteorological season (north) that `day` lies in."""
    season = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return f"{day.year - (season == 'WI' and day.month < 3):04}-{season}"


def season_start(year: int, season: str) -> date:
    """Return the first day of a season; a winter is named by the year it begins in."""
    return date(year, _SEASONS[season], 1)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(candidates: list[date], published: date, tense: str) -> date | None:
    """Choose the candidate that `tense` points at: "past" the last one up to `published`, "future" the next.

    Any other tense takes the closest.
    """
    if tense == "past":
        candidates = [day for day in candidates if day <= published] or candidates
    elif tense == "future":
        candidates = [day for day in candidates if day >= published] or candidates
    return min(candidates, key=lambda day: abs((day - published).days), default=None)


def weekday_near(published: date, weekday: int, tense: str) -> date:
    """Return the last such weekday up to `published`, or in a future tense the next from it on."""
    if tense == "future":
        return published + timedelta(days=(weekday - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * weekday) // 451
    month, day = divmod(correction + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Return the `which`-th such weekday of a month (-1: the last)."""
    days = [
        date(year, month, number)
        for number in range(1, calendar.monthrange(year, month)[1] + 1)
        if date(year, month, number).weekday() == weekday
    ]
    return days[min(which, len(days)) - 1 if which > 0 else which]


def duration(count: float, unit: str) -> str:
    """Return an ISO 8601 duration: P3Y, PT2H, P2.5D."""
    scale = {"F": (2, "W"), "Q": (3, "M"), "O": (1, "M"), "A": (3, "M"), "X": (10, "Y"), "C": (100, "Y")}
    scale |= {"L": (1000, "Y"), "E": (1, "WE"), "N": (1, "D")}
    factor, letter = scale.get(unit, (1, unit))
    amount = count * factor
    number = str(int(amount)) if amount == int(amount) else f"{amount:g}"
    return f"P{'T' if unit in {'S', 'M', 'H'} else ''}{number}{letter}"


def compound_duration(amounts: list[tuple[float, str]]) -> str:
    """Return an ISO 8601 duration of several units, the longest first: P1Y1M21D, P1DT2H."""
    days, clock = "", ""
    for count, unit in amounts:
        part = duration(count, unit).removeprefix("P")
        if part.startswith("T"):
            clock += part[1:]
        else:
            days += part
    return f"P{days}" + (f"T{clock}" if clock else "")


def vague_duration(unit: str) -> str:
    """Return a duration of an amount that is not said: PXY."""
    return duration(1, unit).replace("10", "X0").replace("1", "X", 1)
