"""Rules for durations and for times that come again: TIMEX3's DURATION and SET."""

from __future__ import annotations

from tidings.mention.dates import calendar
from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value


def duration(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "three years", "a two-day", "several weeks", "weeks-long"."""
    unit = slots.unit()
    if "number" in slots:
        return Value(calendar.duration(slots.count(), unit), slots.mod())
    if "relative" in slots and "vague" not in slots:
        return Value(calendar.duration(1, unit))
    return Value(calendar.vague_duration(unit))


def in_time(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "within 48 hours"."""
    return Value(calendar.duration(slots.count(), slots.unit()), "EQUAL_OR_LESS")


def every(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "every day", "every other week", "every three months", "every summer"."""
    word = vocabulary.fold(slots.groups["unit"])
    words = vocabulary.load()
    if season := words.value("seasons", word):
        return Value(f"XXXX-{season}")
    if part := words.value("day_parts", word):
        return Value(f"XXXX-XX-XXT{part}")
    if word == "weekend" and "other" not in slots and "count" not in slots:
        return Value("XXXX-WXX-WE")
    count = 2.0 if "other" in slots else 1.0
    if "count" in slots:
        count = words.number(slots.groups["count"])
    return Value(calendar.duration(count, slots.unit()))


def weekday_set(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "on Mondays", "every Friday": any year, any week."""
    return Value(f"XXXX-WXX-{slots.weekday() + 1}{slots.part()}")


def month_set(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "every May", "every May 9"."""
    day = f"-{int(slots.groups['day']):02}" if "day" in slots else ""
    return Value(f"XXXX-{slots.month():02}{day}")


def day_set(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "the 19th of every month": any year, any month."""
    return Value(f"XXXX-XX-{slots.day():02}")


def times_a(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "twice a week": the span in which it comes again."""
    return Value(calendar.duration(1, slots.unit()))


def frequency(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "daily", "annually"."""
    return Value(str(slots.look("frequencies", "frequency")))
