"""Rules for the parts of a year: seasons, quarters, halves."""

from __future__ import annotations

from datetime import date

from tidings.mention.dates import calendar
from tidings.mention.dates.anchor import Anchor, Slots, Value


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
