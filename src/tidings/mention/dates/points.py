"""A day or a counted time as the value of an expression: what several rules end with."""

from __future__ import annotations

from datetime import date

from tidings.mention.dates import calendar
from tidings.mention.dates.anchor import Slots, Value


def point(day: date | None, unit: str = "D", part: str = "", mod: str | None = None) -> Value | None:
    """Return the value of a day, or of the week, month, year … that it lies in; None for no day."""
    if day is None:
        return None
    value = day.isoformat() + part if unit in {"D", "N"} else calendar.period(day, unit)
    return Value(value, mod, day, unit, type="TIME" if part and unit == "D" else None)


def counted(base: date, slots: Slots, unit: str, direction: int) -> Value | None:
    """Return the time that lies the counted amount before (-1) or after (1) a day, to the unit counted."""
    if unit in {"S", "M", "H"}:
        return Value(base.isoformat(), slots.mod(), base, "D", sure=0.8)
    count = slots.count()
    day = calendar.shift(base, unit, direction * count)
    if day is None:
        years = round(count * {"Y": 1, "X": 10, "C": 100, "L": 1000}.get(unit, 0))
        return Value(f"-{years - base.year:04}", slots.mod() or "APPROX") if years > base.year else None
    finer = {"X": "Y", "C": "Y", "L": "Y", "N": "D", "F": "W", "E": "W"}.get(unit, unit)
    if count != int(count):
        finer = {"Y": "O", "O": "D", "W": "D"}.get(finer, finer)
    return point(day, finer, mod=slots.mod())
