"""Stretches of days: what a TIMEX3 value covers, and whether it is the stretch that gold data gives."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from tidings.records import Date


def span_of(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 or TEI value, or None where it has none."""
    if value is None:
        return None
    if "/" in value:
        first, last = (span_of(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    value = value.split("T")[0]
    if value.endswith("-WE") and (week := span_of(value.removesuffix("-WE"))):
        return week[0] + timedelta(days=5), week[1]
    try:
        return _span(value)
    except (ValueError, calendar.IllegalMonthError):
        return None


def _span(value: str) -> tuple[date, date] | None:  # noqa: PLR0911 -- one for each form
    if match := re.fullmatch(r"(\d+)(X{1,2})", value):
        size = 10 ** len(match[2])
        return date(int(match[1]) * size, 1, 1), date(int(match[1]) * size + size - 1, 12, 31)
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value),) * 2
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        start = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return start, start + timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        return _part_of_year(int(match[1]), match[2])
    return None


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
    last = starts[part] + (5 if part[0] == "H" else 2)
    year2, month2 = year + (last > 12), (last - 1) % 12 + 1
    return date(year, starts[part], 1), date(year2, month2, calendar.monthrange(year2, month2)[1])


def value_right(found: Date, gold: dict[str, str]) -> bool:  # noqa: PLR0911 -- one for each form
    """Return whether a value agrees with the attributes of a TEI date."""
    value = found.value
    if value is None:
        return False
    if "when" in gold:
        when = gold["when"]
        if when.startswith("--"):
            return value[4:].startswith(when[1:]) and value[:4].isalnum()
        return value == when or (span_of(value) is not None and span_of(value) == span_of(when))
    mine = span_of(value)
    first, last = gold.get("from"), gold.get("to")
    if first and first.startswith("--"):
        season = {"--12": "WI", "--03": "SP", "--06": "SU", "--09": "FA"}.get(first[:4])
        return value.endswith(str(season)) or value[4:7] == first[1:4]
    low = span_of(first or gold.get("notBefore"))
    high = span_of(last or gold.get("notAfter"))
    if mine is None:
        return False
    if first and last and low and high:
        slack = timedelta(days=max(1, (high[1] - low[0]).days // 8))
        return abs(mine[0] - low[0]) <= slack and abs(mine[1] - high[1]) <= slack
    return (low is None or mine[1] >= low[0]) and (high is None or mine[0] <= high[1])


def same(value: str, first: str, last: str, *, part: bool = False, counted: bool = False) -> bool:
    """Return whether a value is the stretch from `first` to the day before `last`, or the duration or set.

    `part`: a longer stretch that holds it will do; `counted`: so will the year or month of a counted day.
    """
    if first == "set":
        return _plain_set(last) == _plain_set(value) or _seconds(last) == _seconds(value) is not None
    if first == "duration":
        return last == value or _seconds(last) == _seconds(value) is not None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (seconds := _seconds(value)) is not None:
        days = (end - begin).days
        return days > 1 and abs(seconds / 86400 - days) <= max(1, days / 10)
    mine = span_of(value)
    if mine is None:
        return False
    return _same_days(value, mine, (begin, end - timedelta(days=1)), within=part, counted=counted)


def _same_days(
    value: str, mine: tuple[date, date], wanted: tuple[date, date], *, within: bool, counted: bool
) -> bool:
    """Return whether a value is the stretch wanted (both with their last day)."""
    if within and mine[0] <= wanted[0] and wanted[1] <= mine[1]:
        return True  # TIMEX3 says "early" in its attribute mod, not in the value
    after = wanted[1] + timedelta(days=1)
    if counted and wanted[0] == wanted[1] and mine[1] - mine[0] > timedelta(days=1):
        return mine[0] <= wanted[0] <= mine[1]
    return mine[0] == wanted[0] and (mine[1] in {after, wanted[1]} or _last_begins(value, after))


def _last_begins(value: str, end: date) -> bool:
    """Return whether the last unit of an interval ("2018" in 2014/2018) begins on the day of its end."""
    last = span_of(value.rsplit("/", 1)[-1]) if "/" in value else None
    return last is not None and last[0] == end


def _plain_set(value: str) -> str:
    """Return a set as both write it: TIMEX3's XXXX-XX-XXT15:00 is T15 there, its XXXX-WXX-WE also P1WE."""
    plain = value.removeprefix("XXXX-XX-XX").removesuffix(":00") if "T" in value else value
    return "XXXX-WXX-WE" if plain == "P1WE" else plain


def _seconds(value: str) -> float | None:
    """Return the length of an ISO 8601 duration (P1Y2M3DT4H), or None where it is none or not said (PXD)."""
    match = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?", value)
    if match is None or value == "P":
        return None
    days = {"Y": 31536000, "M": 2628000, "W": 604800, "D": 86400}
    clock = {"H": 3600, "M": 60, "S": 1}
    return sum(
        float(number) * sizes[unit]
        for part, sizes in ((match[1], days), (match[2] or "", clock))
        for number, unit in re.findall(r"([\d.]+)([A-Z])", part)
    )
