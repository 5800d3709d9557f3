"""Rules for dates against the day of publication or against the date told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tidings.mention.dates import calendar
from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Anchor, Slots, UnanchoredError, Value


def _point(day: date | None, unit: str = "D", part: str = "", mod: str | None = None) -> Value | None:
    if day is None:
        return None
    value = day.isoformat() + part if unit in {"D", "N"} else calendar.period(day, unit)
    return Value(value, mod, day, unit, type="TIME" if part and unit == "D" else None)


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
    return _point(day, part=slots.part(), mod=slots.mod())


def weekday_before(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the Friday before last"."""
    last = calendar.weekday_near(anchor.day - timedelta(days=1), slots.weekday(), "past")
    return _point(last - timedelta(days=7))


def deictic(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "today", "yesterday morning", "tonight"."""
    return _point(
        calendar.shift(anchor.day, "D", int(str(slots.look("deictic", "deictic")))),
        part=slots.part(),
        mod=slots.mod(),
    )


def today(_slots: Slots, anchor: Anchor) -> Value | None:
    """Read "now" at the end of a range: the day of publication."""
    return _point(anchor.day)


def day_beyond(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    return _point(calendar.shift(anchor.day, "D", -2 if slots.groups["beyond"].startswith("before") else 2))


def day_part(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "this morning" is the day of publication's, "last night" that of the day before."""
    back = -1 if "last" in slots.groups["which"].lower() else 0
    return _point(calendar.shift(anchor.day, "D", back), part=slots.part())


def relative_unit(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "last month", "early next year", "later this week", "the end of the month"."""
    unit = slots.unit()
    if unit == "D":
        return deictic_day(slots, anchor)
    return _point(calendar.shift(anchor.day, unit, slots.move() or 0), unit, mod=slots.mod())


def deictic_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the next day" goes on from the date told before; "this day" is the day of publication."""
    move = slots.move() or 0
    if move == 0:
        return _point(anchor.day)
    return _point(calendar.shift(anchor.told, "D", move))


def unit_before(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the week before last", "the year after next"."""
    move = -2 if slots.groups["beyond"].lower().startswith("before") else 2
    return _point(calendar.shift(anchor.day, slots.unit(), move), slots.unit())


def this_time(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "this time last year" is known to the month."""
    move = slots.move() or 0
    day = calendar.shift(anchor.day, slots.unit(), move)
    return _point(day, "O" if slots.unit() == "Y" else "D")


def narrative_unit(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the following day", "that year", "the same week": from the date told before."""
    move, unit = slots.look("narrative", "narrative"), slots.unit()
    finer = "DWOQYXC"
    coarser = anchor.narrative_unit
    if unit in finer and coarser in finer and finer.index(coarser) > finer.index(unit):
        raise UnanchoredError
    return _point(calendar.shift(anchor.told, unit, int(str(move))), unit, part=slots.part(), mod=slots.mod())


def narrative_part(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "that night", "the same evening"."""
    if anchor.narrative_unit != "D":
        raise UnanchoredError
    move = int(str(slots.look("narrative", "narrative")))
    return _point(calendar.shift(anchor.told, "D", move), part=slots.part())


def narrative_weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the following Monday"."""
    back = "prec" in slots.groups.get("narrative", "") or "prev" in slots.groups.get("narrative", "")
    if back:
        return _point(calendar.weekday_near(anchor.told - timedelta(days=1), slots.weekday(), "past"))
    return _point(calendar.weekday_near(anchor.told + timedelta(days=1), slots.weekday(), "future"))


def ago(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two days ago", "a decade from now": to the unit that was counted."""
    unit, direction = slots.unit(), int(str(slots.look("from_published", "from")))
    return _counted(anchor.day, slots, unit, direction)


def later(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "two days later", "a year earlier": from the date told before."""
    unit, direction = slots.unit(), int(str(slots.look("from_narrative", "from")))
    if unit in {"D", "N"} and anchor.narrative_unit != "D":
        raise UnanchoredError
    return _counted(anchor.told, slots, unit, direction)


def _counted(base: date, slots: Slots, unit: str, direction: int) -> Value | None:
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
    return _point(day, finer, mod=slots.mod())


def long_ago(slots: Slots, _anchor: Anchor) -> Value | None:
    """Read "years ago", "weeks later": TIMEX3's PAST_REF and FUTURE_REF."""
    back = vocabulary.fold(slots.groups["from"]) in {"ago", "earlier", "before", "previously"}
    return Value("PAST_REF" if back else "FUTURE_REF")


def day_after(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the day after", "a week earlier": from the date told before."""
    unit = slots.unit()
    if unit == "D" and anchor.narrative_unit != "D":
        raise UnanchoredError
    direction = -1 if slots.groups["from"].lower() in {"before", "earlier"} else 1
    return _point(calendar.shift(anchor.told, unit, direction), unit)


def season(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a season of a year that is given or pointed at."""
    letters = str(slots.look("seasons", "season"))
    year = slots.year()
    if year is not None:
        return Value(
            f"{year}-{letters}", slots.mod(), calendar.season_start(year, letters), "A", rests="text"
        )
    move = slots.move() or 0
    start = calendar.season_start(anchor.day.year, letters)
    if move < 0 and anchor.day < (calendar.shift(start, "O", 3) or start):
        move = -1
    elif move < 0 or (move > 0 and anchor.day < start):
        move = 0
    return Value(
        f"{start.year + move}-{letters}", slots.mod(), calendar.season_start(start.year + move, letters), "A"
    )


def bare_season(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a season without a year: the one the tense points at, or any (X) where it says nothing."""
    letters = str(slots.look("seasons", "season") or slots.look("seasons", "season2"))
    if anchor.published is None or anchor.tense == "none":
        return Value(f"XXXX-{letters}", slots.mod(), rests="text")
    starts = [calendar.season_start(anchor.day.year + move, letters) for move in (-1, 0, 1)]
    chosen = calendar.nearest(starts, anchor.day, anchor.tense)
    return Value(f"{chosen.year}-{letters}" if chosen else None, slots.mod(), chosen, "A")


def quarter(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a quarter of a year that is given, pointed at, or the nearest."""
    number = int(slots.text("quarter") or str(slots.look("ordinals", "ordinal") or 0))
    if not 1 <= number <= 4:
        return None
    short = slots.text("short")
    year = slots.year() or (2000 + int(short) if short else None)
    if year is not None:
        return Value(f"{year}-Q{number}", day=date(year, number * 3 - 2, 1), unit="Q", rests="text")
    move = slots.move()
    if move is None and anchor.tense != "future":
        move = -1 if date(anchor.day.year, number * 3 - 2, 1) > anchor.day else 0
    year = anchor.day.year + (move or 0)
    return Value(f"{year}-Q{number}", day=date(year, number * 3 - 2, 1), unit="Q")


def half_year(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the first half of 2019" is 2019-H1."""
    half = int(slots.text("half") or str(slots.look("halves", "which")))
    year = slots.year()
    rests = "text" if year is not None else "published"
    year = year if year is not None else anchor.day.year + (slots.move() or 0)
    return Value(f"{year}-H{half}", day=date(year, half * 6 - 5, 1), unit="Q", rests=rests)


def holiday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read a day with a name: in the year given, or the nearest that the tense points at."""
    entry = vocabulary.load().holidays[vocabulary.fold(slots.groups["holiday"])]
    year = slots.year()
    if year is not None:
        return _point(_holiday(entry, year), part=slots.part())
    today = anchor.day
    days = [_holiday(entry, today.year + move) for move in (-1, 0, 1)]
    if (move := slots.move()) is not None and move < 0:
        return _point(max(day for day in days if day < today), part=slots.part())
    if move is not None and move > 0:
        return _point(min(day for day in days if day > today), part=slots.part())
    return _point(calendar.nearest(days, today, anchor.tense), part=slots.part())


def _holiday(entry: dict[str, object], year: int) -> date:
    rule = entry.get("rule")
    if rule == "easter":
        return calendar.easter(year) + timedelta(days=int(str(entry["shift"])))
    if rule == "nth":
        month, number, which = (int(str(entry[key])) for key in ("month", "weekday", "which"))
        day = calendar.nth_weekday(year, month, number, which)
        return day + timedelta(days=int(str(entry.get("shift", 0))))
    return date.fromisoformat(f"{year:04}-{entry['date']}")


def nth_weekday(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "the first Friday of July", "the last Monday of next month"."""
    which = -1 if "last" in slots else int(str(slots.look("ordinals", "ordinal")))
    if not -1 <= which <= 5:
        return None
    if "month" not in slots:
        base = calendar.shift(anchor.day, "O", slots.move() or 0) or anchor.day
        return _point(calendar.nth_weekday(base.year, base.month, slots.weekday(), which))
    year = slots.year()
    years = [year] if year is not None else [anchor.day.year + move for move in (-1, 0, 1)]
    days = [calendar.nth_weekday(year, slots.month(), slots.weekday(), which) for year in years]
    return _point(days[0] if year is not None else calendar.nearest(days, anchor.day, anchor.tense))


def weekday_day(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "Friday the 15th": the nearest month in which the two agree."""
    months = [calendar.shift(anchor.day.replace(day=1), "O", move) for move in range(-18, 19)]
    days = [calendar.make_day(m.year, m.month, slots.day()) for m in months if m]
    fitting = [day for day in days if day and day.weekday() == slots.weekday()]
    return _point(calendar.nearest(fitting, anchor.day, anchor.tense))


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
    return _point(calendar.shift(base or anchor.day, slots.unit(), direction * slots.count()))


def in_span(slots: Slots, anchor: Anchor) -> Value | None:
    """Read "in three weeks": a point where the sentence looks ahead, otherwise how long something took."""
    if anchor.tense != "future":
        return Value(calendar.duration(slots.count(), slots.unit()), rests="text")
    point = _counted(anchor.day, slots, slots.unit(), 1)
    return replace(point, type="DATE") if point else None
