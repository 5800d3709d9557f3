"""`resolve`: one time expression, without an article, to its TIMEX3 value."""

from __future__ import annotations

from datetime import date

from tidings.mention.dates.find import read_dates
from tidings.records import Date


def resolve(text: str, context: str | None = None, published: str | None = None) -> Date | None:
    """Return the time that a phrase names, or None where it names none: of several the longest.

    `published` is the ISO 8601 day that "yesterday" is read against; without it such a value is null. The
    last day that `context` names is the one that "the following day" goes on from. Offsets are into `text`.

    Raises:
        ValueError: `published` is no day of the calendar.

    """
    day = None if published is None else date.fromisoformat(published[:10])
    found = read_dates(text, day, told=_last_day(context or "", day))
    return max(found, key=_length, default=None)


def _last_day(context: str, published: date | None) -> date | None:
    days = [_day(found.value) for found in read_dates(context, published)]
    return next((day for day in reversed(days) if day is not None), None)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "").split("T")[0])
    except ValueError:
        return None


def _length(found: Date) -> int:
    return found.end - found.start
