"""Rules for days and months that the text gives itself, wholly or but for the year."""

from __future__ import annotations

from datetime import date

from tidings.mention.dates import calendar
from tidings.mention.dates.anchor import Anchor, Slots, Value


def full_date(slots: Slots, anchor: Anchor) -> Value | None:
    """Read day and month, with or without a year, with or without a clock time."""
    return _day(slots.year(), slots.month(), slots.day(), anchor, slots)


def _day(year: int | None, month: int, number: int, anchor: Anchor, slots: Slots) -> Value | None:
    if calendar.make_day(2000, month, number) is None:
        return None
    if year is None:
        return _yearless_day(month, number, anchor)
    day = calendar.make_day(year, month, number)
    clock = slots.text("clock")
    if day is None:
        return None
    if clock:
        return Value(f"{day.isoformat()}T{clock}", day=day, type="TIME")
    return Value(day.isoformat(), day=day, mod=slots.mod())


NEARLY_A_YEAR = 330
"""In days: so far ahead or back a day is not named without its year."""


def _yearless_day(month: int, number: int, anchor: Anchor) -> Value:
    if anchor.year is not None and (anchor.year_here or anchor.published is None or _looks_back(anchor)):
        day = calendar.make_day(anchor.year, month, number)
        return Value(day.isoformat() if day else None, day=day, sure=0.85, rests="text")
    if anchor.published is None:
        return Value(f"XXXX-{month:02}-{number:02}", rests="text", sure=0.7)
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    days = [day for year in years if (day := calendar.make_day(year, month, number))]
    tense = "future" if anchor.tense == "future" else "past"
    chosen = calendar.nearest(days, anchor.day, tense)
    if chosen is not None and abs((anchor.day - chosen).days) > NEARLY_A_YEAR:
        # A verb's tense need not be that of the day: "they want the police to answer for June 12".
        chosen = calendar.nearest(days, anchor.day, "none")
    return Value(chosen.isoformat() if chosen else None, day=chosen, rests="published", sure=0.95)


def _looks_back(anchor: Anchor) -> bool:
    """Return whether the text tells the past of another year: "In 1832 … The duel took place on 30 May"."""
    return anchor.tense == "past" and anchor.year is not None and anchor.day.year - anchor.year > 1


def day_range(slots: Slots, anchor: Anchor) -> Value | None:
    """Read two days of one month: an interval. A second day that is no later is one of the next month."""
    first = _day(slots.year(), slots.month(), slots.day(), anchor, slots)
    if first is None or first.day is None:
        return first
    last_day = calendar.make_day(first.day.year, first.day.month, slots.day("day2"))
    if last_day is None or last_day <= first.day:
        following = calendar.shift(first.day.replace(day=1), "O", 1) or first.day
        last_day = calendar.make_day(following.year, following.month, slots.day("day2"))
        if last_day is None or "article" not in slots:
            return None
    last = Value(last_day.isoformat())
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    return Value(value, day=first.day, rests=first.rests)


def month_range(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read two months, the second with its year: an interval, over the turn of the year where need be."""
    year = slots.year() or 0
    first = year - (slots.month() > slots.month("month2"))
    return Value(f"{first}-{slots.month():02}/{year}-{slots.month('month2'):02}")


def numeric_date(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read three numbers. Which is the month is certain only where the other one is above 12, or both agree.

    A full stop between them means day first. Otherwise the month comes first, as in American papers, and
    the confidence says that this is a guess.
    """
    first, second, year = int(slots.groups["first"]), int(slots.groups["second"]), slots.year()
    day_first = first > 12 or (slots.groups["sep"] == "." and second <= 12)
    number, month = (first, second) if day_first else (second, first)
    day = calendar.make_day(year or 0, month, number)
    if day is None:
        return None
    certain = first > 12 or second > 12 or first == second
    return Value(day.isoformat(), day=day, sure=1.0 if certain else 0.5)


def numeric_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read month and day as two numbers after "on"."""
    return (
        _day(None, int(slots.groups["first"]), int(slots.groups["second"]), anchor, slots)
        if (1 <= int(slots.groups["first"]) <= 12)
        else None
    )


def numeric_month(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read month and year as two numbers."""
    return Value(f"{slots.year()}-{slots.month():02}")


def month(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a month, with its year or the one that the text, the adjective or the tense points at."""
    number, year = slots.month(), slots.year()
    if year is not None:
        return Value(f"{year}-{number:02}", slots.mod(), date(year, number, 1), "O", rests="text")
    if (move := slots.move()) is not None:
        return _moved_month(number, move, anchor, slots.mod())
    if anchor.year is not None:
        return Value(
            f"{anchor.year}-{number:02}",
            slots.mod(),
            date(anchor.year, number, 1),
            "O",
            rests="text",
            sure=0.9,
        )
    if anchor.published is None:
        return Value(f"XXXX-{number:02}", slots.mod(), rests="text", sure=0.7)
    this = anchor.day.replace(day=1)
    days = [date(year, number, 1) for year in (this.year - 1, this.year, this.year + 1)]
    chosen = calendar.nearest(days, this, anchor.tense)
    return Value(calendar.period(chosen, "O") if chosen else None, slots.mod(), chosen, "O")


def _moved_month(number: int, move: int, anchor: Anchor, mod: str | None) -> Value:
    """Read "last May" is the one before this month, "next May" the one after it, "this May" this year's."""
    today = anchor.day
    year = today.year
    if move < 0 and number >= today.month:
        year -= 1
    elif move > 0 and number <= today.month:
        year += 1
    return Value(f"{year}-{number:02}", mod, date(year, number, 1), "O")


def month_of_year(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "May of last year", "May 5 this year"."""
    year = anchor.day.year + (slots.move() or 0)
    if "day" in slots:
        return _day(year, slots.month(), int(slots.groups["day"]), anchor, slots)
    return Value(f"{year}-{slots.month():02}", slots.mod(), date(year, slots.month(), 1), "O")


def ordinal_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "on the 5th": of the month named before, or of the month of publication."""
    base = anchor.narrative or anchor.day
    if slots.move() is not None:
        base = calendar.shift(anchor.day, "O", slots.move() or 0) or anchor.day
    day = calendar.make_day(base.year, base.month, int(slots.groups["day"]))
    return Value(day.isoformat(), day=day) if day else None
