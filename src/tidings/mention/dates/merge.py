"""Joins a time of day with the day beside it: "at 3 p.m. on Tuesday" is one expression."""

from __future__ import annotations

import re

import msgspec

from tidings.records import Date

_BETWEEN = re.compile(
    r"\s*,?\s*(?:at|on|around|about|by|of|local time)?\s*(?:about|around|the)?\s*", re.IGNORECASE
)
_SET = re.compile(r"(XXXX-(?:XX-XX|WXX-\d|XX-\d\d|\d\d-\d\d))(?:T[A-Z]{2})?")
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)(T[A-Z]{2})?$")


def clock_times(text: str, dates: list[Date]) -> list[Date]:
    """Return the dates with every clock time joined to the day that stands beside it."""
    joined: list[Date] = []
    for found in dates:
        previous = joined[-1] if joined else None
        if previous is not None and (one := _join(text, previous, found)):
            joined[-1] = one
        else:
            joined.append(found)
    return joined


def _join(text: str, first: Date, second: Date) -> Date | None:
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    day, clock = (first, second) if _is_clock(second) else (second, first)
    if not _is_clock(clock) or day.value is None:
        return None
    if day.type == "SET":
        return _set_at(text, first, second, day.value, str(clock.value))
    if not (match := _DAY.match(day.value)):
        return None
    value = f"{'-'.join(match.group(1, 2, 3))}{clock.value}"
    return msgspec.structs.replace(
        first,
        end=second.end,
        text=text[first.start : second.end],
        value=value,
        type="TIME",
        confidence=min(first.confidence, second.confidence),
    )


def _set_at(text: str, first: Date, second: Date, days: str, clock: str) -> Date | None:
    """Join a clock time to the days on which it comes again: "every Sunday at 9 a.m." is XXXX-WXX-7T09:00."""
    match = _SET.fullmatch("XXXX-XX-XX" if days == "P1D" else days)
    if match is None:
        return None
    return msgspec.structs.replace(
        first,
        end=second.end,
        text=text[first.start : second.end],
        value=f"{match[1]}{clock}",
        type="SET",
        confidence=min(first.confidence, second.confidence),
    )


def _is_clock(found: Date) -> bool:
    return found.type == "TIME" and found.value is not None and found.value.startswith("T")
