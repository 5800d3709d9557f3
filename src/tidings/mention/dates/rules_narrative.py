"""Rules for dates against the date told before: "the following day", "two years later"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tidings.mention.dates import calendar
from tidings.mention.dates.anchor import Anchor, Slots, UnanchoredError, Value
from tidings.mention.dates.points import counted, point


def narrative_unit(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the following day", "that year", "the same week": from the date told before."""
    move, unit = slots.look("narrative", "narrative"), slots.unit()
    finer = "DWOQYXC"
    coarser = anchor.narrative_unit
    if unit in finer and coarser in finer and finer.index(coarser) > finer.index(unit):
        raise UnanchoredError
    return point(calendar.shift(anchor.told, unit, int(str(move))), unit, part=slots.part(), mod=slots.mod())


def narrative_part(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "that night", "the same evening"."""
    if anchor.narrative_unit != "D":
        raise UnanchoredError
    move = int(str(slots.look("narrative", "narrative")))
    return point(calendar.shift(anchor.told, "D", move), part=slots.part())


def narrative_weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the following Monday"."""
    back = "prec" in slots.groups.get("narrative", "") or "prev" in slots.groups.get("narrative", "")
    if back:
        return point(calendar.weekday_near(anchor.told - timedelta(days=1), slots.weekday(), "past"))
    return point(calendar.weekday_near(anchor.told + timedelta(days=1), slots.weekday(), "future"))


def later(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two days later", "a year earlier": from the date told before."""
    unit, direction = slots.unit(), int(str(slots.look("from_narrative", "from")))
    if unit in {"D", "N"} and anchor.narrative_unit != "D":
        raise UnanchoredError
    return counted(anchor.told, slots, unit, direction)


def day_after(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the day after", "a week earlier": from the date told before."""
    unit = slots.unit()
    if unit == "D" and anchor.narrative_unit != "D":
        raise UnanchoredError
    direction = -1 if slots.groups["from"].lower() in {"before", "earlier"} else 1
    return point(calendar.shift(anchor.told, unit, direction), unit)


def after_event(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two days after the attack": from the date told before, taken for the event's; or how long."""
    day_wanted = slots.unit() in {"D", "N"}
    if anchor.narrative is None or (day_wanted and anchor.narrative_unit != "D"):
        length = calendar.duration(slots.count(), slots.unit())
        return Value(length, slots.mod(), type="DURATION", rests="text")
    direction = -1 if slots.groups["from"].lower() == "before" else 1
    found = counted(anchor.narrative, slots, slots.unit(), direction)
    return replace(found, sure=0.8) if found else None
