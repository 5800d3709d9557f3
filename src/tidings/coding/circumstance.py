"""When and where an event happened: the date and the place that its clause names."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from tidings.coding import phrases
from tidings.coding.syntax import is_finite
from tidings.records import EventDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tidings.codebook.schema import Rules
    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Mentions, Place, Span, Token

DATED = re.compile(r"\d{4}(-\d\d(-\d\d.*)?)?$")
DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?$")
HYPHENED = re.compile(r"\s?-\s?(\w+)")
ADVERBIAL = ("obl", "nmod", "advmod", "root", "advcl", "dep")
DEPTH = 4
LENGTH_PRECISION = {4: "year", 7: "month", 10: "day"}
PRECISIONS = ("site", "city", "admin1", "country")
"""How closely a place is known, closest first."""


def dates_near(predicate: Predicate, dates: tuple[Date, ...]) -> list[Date]:
    """Return the dates that stand in the predicate's clause, or else in its sentence."""
    if not dates:
        return []
    starts = {t.start for t in predicate.clause()}
    sentence = predicate.token.sentence
    inside = [d for d in dates if sentence.start <= d.start < sentence.end]
    return [d for d in inside if d.start in starts] or inside


def is_past(
    predicate: Predicate, document: Document, dates: Iterable[Date], undating: Collection[str]
) -> bool:
    """Whether the clause, or else its governor, is dated clearly more than a year before publication.

    A date under one of the prepositions `undating`, or in such a phrase, dates it not: "since 1980".
    """
    if not document.published:
        return False
    dated = [d for d in dates if d.type in {"DATE", "TIME"} and d.value]
    if not dated:
        return False
    clause = {t.start: t for t in predicate.clause()}
    own = [d for d in dated if d.start in clause]
    if own:
        centre = {predicate.token.i, (predicate.carrier or predicate.token).i}
        return any(
            _tells_past(clause[d.start], d, predicate.token, centre, document.published)
            and not _is_apart(clause[d.start], centre, undating)
            for d in own
        )
    governor = _governor(predicate.carrier or predicate.token)
    around = {t.start: t for c in (governor.children if governor else ()) for t in (c, *c.children)}
    return governor is not None and any(
        _tells_past(around[d.start], d, governor, {governor.i}, document.published)
        and not _is_apart(around[d.start], {governor.i}, undating)
        for d in dated
        if d.start in around
    )


def _governor(token: Token) -> Token | None:
    """Return the verb that a predicate shares its time with: of an infinitive, gerund or coordination."""
    head = token.head
    if head is None or head.upos != "VERB":
        return None
    shares = token.deprel == "advcl" and token.xpos in {"VB", "VBG"} and not is_finite(token)
    return (
        head if shares or token.deprel == "xcomp" or (token.deprel == "conj" and head.i < token.i) else None
    )


def _tells_past(first: Token, date: Date, token: Token, centre: set[int], published: str) -> bool:
    return _is_long_before(date.value or "", published) and _dates(first, date, token, centre)


def _is_apart(first: Token, centre: set[int], undating: Collection[str]) -> bool:
    """Whether a date stands in a phrase that is not about the event's time: "for a murder in 2001"."""
    at = first
    for _ in range(DEPTH):
        if at.i in centre or at.head is None:
            return False
        before = [c for c in at.head.children if c.i + 3 >= at.i > c.i > at.head.i and c.deprel == "obl"]
        if any(name in undating for t in (at, *before) for name in phrases.prepositions(t)):
            return True
        at = at.head
    return False


def _is_long_before(value: str, published: str) -> bool:
    """Whether a TIMEX3 value lies more than a year before a day; a bare year must lie two years before."""
    if not DATED.match(value):
        return False
    year_before = f"{int(published[:4]) - 1:04}{published[4:]}"
    return (
        value[:10] < year_before[: len(value)]
        if len(value) > len("2024")
        else int(value) < int(year_before[:4])
    )


def _dates(first: Token, date: Date, token: Token, centre: set[int]) -> bool:
    """Whether a date stands on its own ("in May 2014") by the predicate or by one of its phrases."""
    top = first
    while top.head is not None and date.start <= top.head.start < date.end:
        top = top.head
    if not top.deprel.startswith(ADVERBIAL) or top.deprel == "nmod:poss":
        return False
    head = top.head
    if head is not None and head.i not in centre and head.upos in {"NOUN", "PROPN"}:
        head = head.head
    while head is not None and head.i > token.i and head.deprel == "conj":
        head = head.head
    return head is None or head.i in centre or head.deprel == "root"


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


def event_place(
    predicate: Predicate, mentions: Mentions, document: Document, parties: Iterable[Span], rules: Rules
) -> str | None:
    """Return the id of the place that the clause names, or else its sentence.

    Parties are no places, nor is a place that only describes a party.
    """
    taken = [(p.start, p.end) for p in parties]
    starts = {t.start: t for t in predicate.clause()}
    sentence = predicate.token.sentence
    found: list[tuple[int, int, Place]] = []
    for place in mentions.places:
        for m in place.mentions:
            if not sentence.start <= m.start < sentence.end or any(
                s < m.end and m.start < e for s, e in taken
            ):
                continue
            if _describes(m, document.text, rules):
                continue
            before = document.text[max(0, m.start - 12) : m.start].split()
            locative = bool(before) and before[-1].lower() in rules.scene_prepositions
            rank = (0 if m.start in starts else 2) + (0 if locative else 1)
            if rank < 3:
                found.append((rank, abs(m.start - predicate.token.start), place))
    if not found:
        return None
    best = min(found, key=_closeness)
    inside = [
        e for e in found if e[0] < 2 and e[2].country == best[2].country and breadth(e[2]) < breadth(best[2])
    ]
    return min(inside, key=_closeness, default=best)[2].id  # "at Russia's Vostochny Cosmodrome"


def _describes(place: Span, text: str, rules: Rules) -> bool:
    """Whether a place only says whose somebody is: "the envoy for Ukraine", "the Yemen-based group"."""
    before = text[max(0, place.start - 8) : place.start].split()
    after = HYPHENED.match(text, place.end)
    return bool(before and before[-1] == "for") or (after is not None and after[1] in rules.belonging)


def breadth(place: Place) -> int:
    """Return 0 for a site, up to 3 for a country and 4 where it is not known how closely a place is fixed."""
    return PRECISIONS.index(place.precision) if place.precision else len(PRECISIONS)


def _closeness(entry: tuple[int, int, Place]) -> tuple[int, int]:
    return entry[:2]
