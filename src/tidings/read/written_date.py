"""Finds written dates ("Wednesday, July 3, 2024, 10:15 GMT", "3. Juli 2024", "2024-07-03T10:15Z") in a line.

The value is ISO 8601: a day, or a minute or second with its offset where the line gives them.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

Precision = Literal["year", "month", "day", "minute", "second"]

# News pages are younger than the web; a year from the far future is a misread number.
_YEARS = range(1990, 2100)
_YEAR = re.compile(r"(?:19|20)\d\d")


class FoundDate(NamedTuple):
    """A date in a line: ISO 8601 value, its precision, and the span of the line that says it."""

    value: str
    precision: Precision
    start: int
    end: int

    @property
    def day(self) -> str:
        """The day alone, YYYY-MM-DD, in the zone that the line was written in."""
        return self.value[:10]


class _Names(msgspec.Struct, forbid_unknown_fields=True):
    months: dict[str, list[str]]
    weekdays: dict[str, list[str]]
    zones: dict[str, float]
    beside: dict[str, list[str]]


class _Calendar(NamedTuple):
    months: dict[str, int]
    zones: dict[str, float]
    patterns: tuple[re.Pattern[str], ...]
    time: re.Pattern[str]


_ISO = (
    r"(?<![\d/-])(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d)",
    r"(?P<y>(?:19|20)\d\d)\s?年\s?(?P<m>\d\d?)\s?月\s?(?P<d>\d\d?)\s?日",
    r"(?<![\d/.-])(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<![\d/-])(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-](?P<y>(?:19|20)\d\d)(?!\d)",
)
_NAMED = (
    (
        r"(?<![\w.])(?P<d>\d\d?)(?:st|nd|rd|th|er|º|°|\.)?[\s,.-]{{1,3}}(?:of |de |d['’])?(?P<n>{names})"
        r"\.?,?[\s,-]{{1,3}}(?:de |del )?(?P<y>(?:19|20)\d\d)(?!\d)"
    ),
    r"(?<!\w)(?P<n>{names})\.?\s{{1,2}}(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y>(?:19|20)\d\d)(?!\d)",
)
_TIME = (
    r"(?:[\sT,·|•–—-]|\bat\b|\bum\b|\bà\b|\ba las\b|@){{0,6}}(?<!\d)(?P<h>[01]?\d|2[0-3])"
    r"[:.h](?P<min>[0-5]\d)"
    r"(?::(?P<s>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?Uhr)?"
    r"\s?(?:\(?(?P<zone>{zones})\b\)?)?(?P<sign>[+-])?(?(sign)(?P<oh>\d\d):?(?P<om>\d\d))"
)


@cache
def _names() -> _Names:
    text = files(__package__).joinpath("calendar.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Names)


@cache
def _calendar() -> _Calendar:
    months: dict[str, int] = {}
    for language in _names().months.values():
        for number, forms in enumerate(language, start=1):
            for form in forms.split("|"):
                months.setdefault(form, number)
    zones = _names().zones
    patterns = [*_ISO, *(pattern.format(names=_choice(months)) for pattern in _NAMED)]
    compiled = tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return _Calendar(months, zones, compiled, re.compile(_TIME.format(zones=_choice(zones)), re.IGNORECASE))


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def date_words() -> frozenset[str]:
    """Return the words that may stand beside a date on its line: weekdays, zones, small words."""
    days = (form for week in _names().weekdays.values() for day in week for form in day.split("|"))
    return frozenset((*days, *_names().zones, *_names().beside["words"]))


def find_date(line: str) -> FoundDate | None:
    """Return the first full date (year, month and day) of a line, with the time of day after it."""
    # Most lines hold no year: a quick look spares the patterns.
    if not _YEAR.search(line):
        return None
    best: FoundDate | None = None
    for pattern in _calendar().patterns:
        for match in pattern.finditer(line):
            found = _with_time(line, match)
            if found is not None and (best is None or found.start < best.start):
                best = found
                break
    return best


def _with_time(line: str, match: re.Match[str]) -> FoundDate | None:
    day = _day(match)
    if day is None:
        return None
    clock = _calendar().time.match(line, match.end())
    if clock is None:
        return FoundDate(day.isoformat(), "day", match.start(), match.end())
    value, precision = _moment(day, clock)
    return FoundDate(value, precision, match.start(), clock.end())


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["y"])
    if groups.get("n"):
        month, day = _calendar().months[groups["n"].lower()], int(groups["d"])
    elif groups.get("a"):
        first, second = int(groups["a"]), int(groups["b"])
        # 03/07 may be the third of July or the seventh of March: only unequal readings above 12 are sure.
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        month, day = int(groups["m"]), int(groups["d"])
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _moment(day: date, clock: re.Match[str]) -> tuple[str, Precision]:
    groups = clock.groupdict()
    hour = int(groups["h"])
    if groups["half"]:
        hour = hour % 12 + (12 if groups["half"].lower() == "p" else 0)
    moment = datetime(day.year, day.month, day.day, hour, int(groups["min"]), int(groups["s"] or 0))  # noqa: DTZ001 - the zone follows where there is one
    offset = _offset(groups)
    if offset is not None:
        moment = moment.replace(tzinfo=timezone(offset))
    precision: Precision = "second" if groups["s"] else "minute"
    return moment.isoformat(timespec=f"{precision}s"), precision


def _offset(groups: dict[str, str | None]) -> timedelta | None:
    hours, minutes = groups["oh"], groups["om"]
    if groups["sign"] and hours and minutes:
        size = timedelta(hours=int(hours), minutes=int(minutes))
        return (-size if groups["sign"] == "-" else size) if size < timedelta(hours=24) else None
    zone = groups["zone"]
    return timedelta(hours=_calendar().zones[zone.lower()]) if zone else None
