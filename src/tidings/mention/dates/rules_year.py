"""Rules for years, decades and centuries."""

from __future__ import annotations

from datetime import date

from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value


def year(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read a year, of our era or before it."""
    number = vocabulary.load().year(slots.groups["year"])
    if (slots.text("era") or "").upper().startswith("B"):
        return Value(f"-{number:04}", slots.mod())
    return Value(f"{number:04}", slots.mod(), date(max(number, 1), 1, 1), "Y")


def year_range(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read two years, the second perhaps in two digits: an interval. Else the two digits are a month."""
    first, last = slots.groups["year"], slots.groups["year2"]
    if len(last) == 2 and int(last) <= int(first[2:]):
        if not 1 <= int(last) <= 12:
            return None
        return Value(f"{first}-{last}", day=date(int(first), int(last), 1), unit="O")
    last = first[:2] + last if len(last) == 2 else last
    return Value(f"{first}/{last}", day=date(int(first), 1, 1), unit="Y")


def decade(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the 1960s", "the '60s", "the sixties": TIMEX3 writes 196X, and 19XX for "the 1900s"."""
    year = slots.text("year")
    if year is None:
        tens = int(slots.text("short") or str(slots.look("decades", "decade")))
        if tens > 99:
            return Value(f"{tens // 10}X", slots.mod(), date(tens, 1, 1), "X")
        century = int(slots.text("century") or (19 if tens > 20 or anchor.published is None else 20))
        year = f"{century}{tens}"
        if century == 20 and anchor.published and int(year) > anchor.day.year + 10:
            year = f"19{tens}"
    value = f"{year[:2]}XX" if year.endswith("00") and year != "2000" else f"{year[:3]}X"
    return Value(value, slots.mod(), date(int(year), 1, 1), "X")


def century(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "the 19th century" is 18XX."""
    number = int(slots.text("number") or str(slots.look("ordinals", "ordinal")))
    if number < 1 or number > 99:
        return None
    if (slots.text("era") or "").upper().startswith("B"):
        return Value(f"-{number - 1:02}XX", slots.mod())
    return Value(f"{number - 1:02}XX", slots.mod(), date(max((number - 1) * 100, 1), 1, 1), "C")
