"""Rules for spans of several units, and for weeks, months and days counted inside a longer period."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tidings.mention.dates import calendar
from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value

# Units from the longest to the shortest.
_ORDER = "LCXYAQOFWEDNHMS"


def _amounts(slots: Slots) -> list[tuple[float, str]] | None:
    """Return the amounts of "two years and three days" by unit, or None where a unit stands twice."""
    vocabulary_words = vocabulary.load()
    units = vocabulary_words.tables["units"]
    found: dict[str, float] = {}
    number: list[str] = []
    for word in re.split(r"[\s,-]+", vocabulary.fold(slots.groups["spans"])):
        letter = units.get(word) or units.get(word.removesuffix("s"))
        if letter is None:
            number += [word] if word != "and" else []
            continue
        if letter in found:
            return None
        found[letter] = vocabulary_words.number(" ".join(number))
        number = []
    return sorted(((count, letter) for letter, count in found.items()), key=lambda one: _ORDER.index(one[1]))


def compound_span(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "one year, one month and 21 days" is P1Y1M21D."""
    amounts = _amounts(slots)
    return Value(calendar.compound_duration(amounts), slots.mod()) if amounts else None


def compound_ago(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "one month and 21 days ago", "two years and 21 days later": to the shortest unit."""
    amounts = _amounts(slots)
    if not amounts:
        return None
    ahead = slots.look("from_published", "from")
    day: date | None = anchor.day if ahead is not None else anchor.told
    direction = int(str(ahead if ahead is not None else slots.look("from_narrative", "from")))
    for count, unit in amounts:
        day = day and calendar.shift(day, unit, direction * count)
    if day is None:
        return None
    unit = amounts[-1][1]
    exact = unit in {"D", "N"} or unit in {"H", "M", "S"}
    value = day.isoformat() if exact else calendar.period(day, unit)
    return Value(value, slots.mod(), day, "D" if exact else unit)


def counted_part(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the first week of October", "the last day of the month", "the ninth month of next year".

    A week belongs to the month and the year that its Thursday is in (ISO 8601).
    """
    which = -1 if "last" in slots else int(slots.text("number") or slots.day("ordinal"))
    if "month" in slots:
        year = slots.year()
        years = [year] if year is not None else [anchor.day.year + move for move in (-1, 0, 1)]
        starts = [date(one, slots.month(), 1) for one in years]
        start = starts[0] if year is not None else calendar.nearest(starts, anchor.day, anchor.tense)
        return _part(start, "O", slots.unit(), which) if start else None
    if (year := slots.year()) is not None:
        return _part(date(year, 1, 1), "Y", slots.unit(), which)
    whole = Slots({"unit": slots.groups["whole"]}).unit()
    base = calendar.shift(anchor.day, whole, slots.move() or 0) or anchor.day
    return _part(base.replace(day=1, month=1 if whole == "Y" else base.month), whole, slots.unit(), which)


def _part(start: date, whole: str, unit: str, which: int) -> Value | None:
    """Return the part of a month or year that begins at `start`; `which` counts from 1, -1 is the last."""
    end = (calendar.shift(start, whole, 1) or start) - timedelta(days=1)
    if unit == "O":
        day = calendar.shift(start if which > 0 else end.replace(day=1), "O", max(which - 1, 0))
    elif unit == "D":
        day = start + timedelta(days=which - 1) if which > 0 else end
    else:
        weekday = 5 if unit == "E" else 3
        first = calendar.weekday_near(start, weekday, "future")
        last = calendar.weekday_near(end, weekday, "past")
        day = first + timedelta(days=7 * (which - 1)) if which > 0 else last
    if day is None or not start <= day <= end:
        return None
    value = day.isoformat() if unit == "D" else calendar.period(day, unit)
    return Value(value, day=day if unit in {"D", "O"} else day - timedelta(days=day.weekday()), unit=unit)


def rest_of(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the rest of the year": from the day of publication to the end of it."""
    unit, today = slots.unit(), anchor.day
    if unit == "W":
        last = today + timedelta(days=6 - today.weekday())
    else:
        start = today.replace(day=1, month=1 if unit == "Y" else today.month)
        last = (calendar.shift(start, unit, 1) or start) - timedelta(days=1)
    return Value(f"{today.isoformat()}/{last.isoformat()}", day=today)


def weekend(_slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the weekend": the one that the tense points at, this week's where it says nothing."""
    saturday = anchor.day + timedelta(days=5 - anchor.day.weekday())
    if anchor.tense == "past" and saturday > anchor.day:
        saturday -= timedelta(days=7)
    return Value(calendar.period(saturday, "E"), day=saturday, unit="E")
