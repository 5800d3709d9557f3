"""Rules for dates against the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tidings.mention.dates import calendar
from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, Value
from tidings.mention.dates.points import counted, point


def weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a weekday: with "last", "this", "next" of that week, otherwise the one the tense points at."""
    number, move = slots.weekday(), slots.move()
    today = anchor.day
    if move is None:
        day = calendar.weekday_near(today, number, anchor.tense)
    elif move < 0:
        day = calendar.weekday_near(today - timedelta(days=1), number, "past")
    elif move > 0 and "coming" in slots.groups["relative"].lower():
        day = calendar.weekday_near(today + timedelta(days=1), number, "future")
    elif move > 0:
        day = today + timedelta(days=7 - today.weekday() + number)
    else:
        day = today + timedelta(days=number - today.weekday())
    return point(day, part=slots.part(), mod=slots.mod())


def weekday_before(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the Friday before last"."""
    last = calendar.weekday_near(anchor.day - timedelta(days=1), slots.weekday(), "past")
    return point(last - timedelta(days=7))


def deictic(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "today", "yesterday morning", "tonight"."""
    return point(
        calendar.shift(anchor.day, "D", int(str(slots.look("deictic", "deictic")))),
        part=slots.part(),
        mod=slots.mod(),
    )


def today(_slots: Slots, anchor: Anchor) -> Value | None:
    """Read "now" at the end of a range: the day of publication."""
    return point(anchor.day)


def day_beyond(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    return point(calendar.shift(anchor.day, "D", -2 if slots.groups["beyond"].startswith("before") else 2))


def day_part(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "this morning" is the day of publication's, "last night" that of the day before."""
    back = -1 if "last" in slots.groups["which"].lower() else 0
    return point(calendar.shift(anchor.day, "D", back), part=slots.part())


def relative_unit(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "last month", "early next year", "later this week", "the end of the month"."""
    unit = slots.unit()
    if unit == "D":
        return deictic_day(slots, anchor)
    return point(calendar.shift(anchor.day, unit, slots.move() or 0), unit, mod=slots.mod())


def deictic_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the next day" goes on from the date told before; "this day" is the day of publication."""
    move = slots.move() or 0
    if move == 0:
        return point(anchor.day)
    return point(calendar.shift(anchor.told, "D", move))


def unit_before(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the week before last", "the year after next"."""
    move = -2 if slots.groups["beyond"].lower().startswith("before") else 2
    return point(calendar.shift(anchor.day, slots.unit(), move), slots.unit())


def this_time(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "this time last year" is known to the month."""
    move = slots.move() or 0
    day = calendar.shift(anchor.day, slots.unit(), move)
    return point(day, "O" if slots.unit() == "Y" else "D")


def ago(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two days ago", "a decade from now": to the unit that was counted."""
    unit, direction = slots.unit(), int(str(slots.look("from_published", "from")))
    return counted(anchor.day, slots, unit, direction)


def long_ago(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "years ago", "weeks later": TIMEX3's PAST_REF and FUTURE_REF."""
    back = vocabulary.fold(slots.groups["from"]) in {"ago", "earlier", "before", "previously"}
    return Value("PAST_REF" if back else "FUTURE_REF")


def nth_weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the first Friday of July", "the last Monday of next month"."""
    which = -1 if "last" in slots else int(str(slots.look("ordinals", "ordinal")))
    if not -1 <= which <= 5:
        return None
    if "month" not in slots:
        base = calendar.shift(anchor.day, "O", slots.move() or 0) or anchor.day
        return point(calendar.nth_weekday(base.year, base.month, slots.weekday(), which))
    year = slots.year()
    years = [year] if year is not None else [anchor.day.year + move for move in (-1, 0, 1)]
    days = [calendar.nth_weekday(year, slots.month(), slots.weekday(), which) for year in years]
    return point(days[0] if year is not None else calendar.nearest(days, anchor.day, anchor.tense))


def weekday_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "Friday the 15th": the nearest month in which the two agree."""
    months = [calendar.shift(anchor.day.replace(day=1), "O", move) for move in range(-18, 19)]
    days = [calendar.make_day(m.year, m.month, slots.day()) for m in months if m]
    fitting = [day for day in days if day and day.weekday() == slots.weekday()]
    return point(calendar.nearest(fitting, anchor.day, anchor.tense))


def relative_day_range(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "from 4 to 22 of this month": an interval."""
    base = calendar.shift(anchor.day, "O", slots.move() or 0) or anchor.day
    first, last = (calendar.make_day(base.year, base.month, int(slots.groups[n])) for n in ("day", "day2"))
    if first is None or last is None or first >= last:
        return None
    return Value(f"{first.isoformat()}/{last.isoformat()}", day=first)


def from_deictic(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "three weeks from tomorrow", "two days before yesterday"."""
    base = calendar.shift(anchor.day, "D", int(str(slots.look("deictic", "deictic"))))
    direction = -1 if slots.groups["from"].lower() == "before" else 1
    return point(calendar.shift(base or anchor.day, slots.unit(), direction * slots.count()))


def in_span(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "in three weeks": a point where the sentence looks ahead, otherwise how long something took."""
    if anchor.tense != "future":
        return Value(calendar.duration(slots.count(), slots.unit()), rests="text")
    point = counted(anchor.day, slots, slots.unit(), 1)
    return replace(point, type="DATE") if point else None


def counted_weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two Sundays ago", "three Mondays from now"."""
    ahead = int(str(slots.look("from_published", "from"))) > 0
    nearest = calendar.weekday_near(
        anchor.day + timedelta(days=1 if ahead else -1), slots.weekday(), "future" if ahead else "past"
    )
    weeks = round(slots.count()) - 1
    return point(nearest + timedelta(days=7 * weeks * (1 if ahead else -1)))


def year_to_date(_slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the year to date": from New Year to the day of publication."""
    first = anchor.day.replace(month=1, day=1)
    return Value(f"{first.isoformat()}/{anchor.day.isoformat()}", day=first)
