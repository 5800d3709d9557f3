"""When an event happened: the date that its clause names, or else the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from tidings.coding.past import DATED
from tidings.records import EventDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Mentions

DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?$")
LENGTH_PRECISION = {4: "year", 7: "month", 10: "day"}


def dates_near(predicate: Predicate, dates: tuple[Date, ...]) -> list[Date]:
    """Return the dates that stand in the predicate's clause, or else in its sentence."""
    if not dates:
        return []
    starts = {t.start for t in predicate.clause()}
    sentence = predicate.token.sentence
    inside = [d for d in dates if sentence.start <= d.start < sentence.end]
    return [d for d in inside if d.start in starts] or inside


def event_date(predicate: Predicate, mentions: Mentions, document: Document) -> EventDate | None:
    """Return the event's date: the clause's point in time, or the day of publication, or None."""
    for date in dates_near(predicate, mentions.dates):
        if date.type in {"DATE", "TIME"} and date.value and DATED.match(date.value):
            value = date.value.partition("T")[0]
            return EventDate(value=value, precision=LENGTH_PRECISION.get(len(value), "day"), from_="text")
    if document.published:
        return EventDate(value=document.published, precision="day", from_="published")
    return None


def told_day(predicate: Predicate, dates: Iterable[Date]) -> str | None:
    """Return the one day (YYYY-MM-DD) that the predicate's own clause names, or None."""
    starts = {t.start for t in predicate.clause()}
    values = {d.value[:10] for d in dates if d.start in starts and d.value and DAY.match(d.value)}
    return values.pop() if len(values) == 1 else None


def lead_date(mentions: Mentions, document: Document) -> EventDate | None:
    """Return the one recent day that the lead sentence names: what a headline tells happened then."""
    lead = next((s for s in document.sentences if s.kind in {"paragraph", "standfirst"}), None)
    if lead is None or not document.published:
        return None
    last = dt.date.fromisoformat(document.published[:10])
    days = {
        date.value[:10]
        for date in mentions.dates
        if lead.start <= date.start < lead.end and date.value and DAY.match(date.value)
    }
    if len(days) != 1:
        return None
    day = days.pop()
    recent = dt.timedelta(0) <= last - dt.date.fromisoformat(day) <= dt.timedelta(days=7)
    return EventDate(value=day, precision="day", from_="text") if recent else None
