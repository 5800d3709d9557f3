"""What several time expressions side by side mean together: offsets from a day, weeks of a day, ranges."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from tidings.mention.dates import calendar, merge
from tidings.mention.dates import words as vocabulary
from tidings.records import Date

_OFFSET = re.compile(r"\s+(before|after|from|following|prior to)\s+(?:the\s+)?", re.IGNORECASE)
_SPAN = re.compile(r"P(\d+)([DWM])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_ON = re.compile(r",?\s+(?:on\s+|[-–]\s+)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_OR_DAY = re.compile(r"(\d{4})(-\d\d(?:-\d\d)?)")
_WEEK_OF = re.compile(
    r"\b(?:the\s+)?week\s+(?:of|commencing|beginning|starting|ending|that\s+(?:began|begins|starts))\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|through|until|till|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|[’']\d\d\b|\b(?:this|last|next|previous|current|coming|past)\b", re.IGNORECASE)
# Letters of calendar.shift for those of ISO 8601.
_UNITS = {"D": "D", "W": "W", "M": "O"}


def combined(text: str, dates: list[Date]) -> list[Date]:
    """Return the dates with those joined that are one time, and the ends of a range read from each other."""
    return _ranges(text, [_week_of(text, one) for one in _offsets(text, merge.clock_times(text, dates))])


def _offsets(text: str, dates: list[Date]) -> list[Date]:
    """Join "two weeks" and "Christmas" in "two weeks before Christmas" to the day that is meant."""
    joined: list[Date] = []
    for found in dates:
        previous = joined[-1] if joined else None
        one = previous and (_offset(text, previous, found) or _day_of_week(text, previous, found))
        joined[-1:] = [one] if one else [*joined[-1:], found]
    return joined


def _offset(text: str, span: Date, day: Date) -> Date | None:
    word = _OFFSET.fullmatch(text, span.end, day.start)
    amount = _SPAN.fullmatch(span.value or "")
    if word is None or amount is None or span.type != "DURATION" or not _DAY.fullmatch(day.value or ""):
        return None
    direction = -1 if word[1].lower() in {"before", "prior to"} else 1
    start = date.fromisoformat(str(day.value))
    moved = calendar.shift(start, _UNITS[amount[2]], direction * int(amount[1]))
    if moved is None:
        return None
    return msgspec.structs.replace(
        day, start=span.start, text=text[span.start : day.end], value=moved.isoformat()
    )


def _day_of_week(text: str, week: Date, day: Date) -> Date | None:
    """Join "next week" and "Friday" in "next week on Friday" to the day of that week."""
    value = _WEEK.fullmatch(week.value or "")
    if value is None or not _ON.fullmatch(text, week.end, day.start) or not _is_weekday(day.text):
        return None
    number = date.fromisoformat(str(day.value)).isoweekday() if _DAY.fullmatch(day.value or "") else 0
    if not number:
        return None
    meant = date.fromisocalendar(int(value[1]), int(value[2]), number)
    return msgspec.structs.replace(
        day, start=week.start, text=text[week.start : day.end], value=meant.isoformat()
    )


def _week_of(text: str, found: Date) -> Date:
    """Read "the week of June 5" as the week that the day is in."""
    before = _WEEK_OF.search(text, max(0, found.start - 40), found.start)
    if before is None or not _DAY.fullmatch(found.value or ""):
        return found
    value = calendar.period(date.fromisoformat(str(found.value)), "W")
    return msgspec.structs.replace(
        found, start=before.start(), text=text[before.start() : found.end], value=value
    )


def _ranges(text: str, dates: list[Date]) -> list[Date]:
    """Let the ends of a range share what only one of them says ("from November to March 2019")."""
    settled = list(dates)
    for i, (_, second) in enumerate(pairwise(dates)):
        first = settled[i]
        if first.type == second.type == "DATE" and _is_range(text, first, second):
            settled[i], settled[i + 1] = _share(first, second)
    return settled


def _is_range(text: str, first: Date, second: Date) -> bool:
    if _TO.fullmatch(text, first.end, second.start):
        return True
    between = bool(_FROM.search(text, max(0, first.start - 20), first.start))
    return bool(between and _AND.fullmatch(text, first.end, second.start))


def _share(first: Date, second: Date) -> tuple[Date, Date]:
    """Move the end that says no year to the one that makes a range: the latest before, the first after."""
    one = _MONTH_OR_DAY.fullmatch(first.value or "")
    if one is None or (_is_weekday(first.text) and not _is_weekday(second.text)):
        return first, second
    if not _YEAR.search(first.text) and _YEAR.search(second.text):
        return _before(first, one[2], second.value or ""), second
    if _YEAR.search(second.text) or vocabulary.fold(second.text) in {
        *vocabulary.load().tables["deictic"],
        "now",
        "present",
        "the present",
    }:
        return first, second
    return first, _after(second, one)


def _before(first: Date, rest: str, second: str) -> Date:
    """Give the first end the year of the second, or the year before where it would lie after it."""
    if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", second):
        return first
    return _in_year(first, int(second[:4]) - (rest > second[4:] != ""), rest)


def _after(second: Date, first: re.Match[str]) -> Date:
    """Give the second end the first weekday, day or month of its name after the first end."""
    other = _MONTH_OR_DAY.fullmatch(second.value or "")
    if other is None:
        return second
    if not _is_weekday(second.text):
        return _in_year(second, int(first[1]) + (first[2] > other[2]), other[2])
    if not _DAY.fullmatch(first[0]):
        return second
    start, wanted = date.fromisoformat(first[0]), date.fromisoformat(other[0]).weekday()
    day = calendar.weekday_near(start + timedelta(days=1), wanted, "future")
    return msgspec.structs.replace(second, value=day.isoformat())


def _is_weekday(text: str) -> bool:
    tables = vocabulary.load().tables
    return vocabulary.fold(text) in tables["weekdays"] | tables["weekdays_unsure"]


def _in_year(found: Date, year: int, rest: str) -> Date:
    value = f"{year:04}{rest}"
    if len(rest) == 6 and calendar.make_day(year, int(rest[1:3]), int(rest[4:6])) is None:
        return found
    return found if value == found.value else msgspec.structs.replace(found, value=value)
