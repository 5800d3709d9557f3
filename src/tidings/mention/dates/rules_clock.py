"""Rules for the time of day."""

from __future__ import annotations

from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value


def clock(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read a time of day alone: "3 p.m." is T15:00."""
    hour, minute = _hour(slots)
    return None if hour is None or hour > 23 else Value(f"T{hour:02}:{minute:02}")


def _hour(slots: Slots) -> tuple[int | None, int]:
    if (word := slots.look("hours", "word")) is not None:
        return int(str(word)), 0
    if "military" in slots:
        return int(slots.groups["military"][:2]), int(slots.groups["military"][2:])
    if "hour24" in slots:
        return int(slots.groups["hour24"]), int(slots.groups["minute24"])
    if "oclock" in slots:
        return int(vocabulary.load().number(slots.groups["oclock"])), 0
    afternoon = slots.groups["half"].lower() == "p"
    return int(slots.groups["hour"]) % 12 + (12 if afternoon else 0), int(slots.text("minute") or 0)
