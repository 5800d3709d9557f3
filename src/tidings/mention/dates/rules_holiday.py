"""Rules for days with a name: holidays, and days that history calls by a name."""

from __future__ import annotations

from datetime import date, timedelta

from tidings.mention.dates import calendar, movable
from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value
from tidings.mention.dates.points import point


def holiday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a day with a name, or a month such as Ramadan: in the year given, or where the tense points."""
    entry = vocabulary.load().holidays[vocabulary.fold(slots.groups["holiday"])]
    day = _chosen(entry, slots, anchor)
    if day is None:
        return None
    mod = "APPROX" if entry.get("rule") == "islamic" else None
    if "length" not in entry:
        return point(day, part=slots.part(), mod=mod)
    last = day + timedelta(days=entry["length"] - 1)
    return Value(f"{day.isoformat()}/{last.isoformat()}", mod, day)


def _chosen(entry: movable.Entry, slots: Slots, anchor: Anchor) -> date | None:
    year = slots.year()
    if year is not None:
        return next(iter(movable.days_of(entry, year)), None)
    today = anchor.day
    days = [day for move in (-1, 0, 1) for day in movable.days_of(entry, today.year + move)]
    move = slots.move()
    if move is not None and move < 0:
        return max((day for day in days if day < today), default=None)
    if move is not None and move > 0:
        return min((day for day in days if day > today), default=None)
    return calendar.nearest(days, today, anchor.tense)


def holiday_weekend(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the Labor Day weekend", "the weekend of Easter": with the days between it and the holiday."""
    day = holiday(slots, anchor)
    if day is None or day.day is None:
        return None
    around = [day.day + timedelta(days=move) for move in range(-3, 4)]
    saturday = next(one for one in around if one.weekday() == 5)
    first, last = min(saturday, day.day), max(saturday + timedelta(days=1), day.day)
    return Value(f"{first.isoformat()}/{last.isoformat()}", day=first)


def named_day(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read a day known by a name of its own ("9/11")."""
    value = vocabulary.load().named[vocabulary.fold(slots.groups["named"])]
    return Value(value, day=date.fromisoformat(value))
