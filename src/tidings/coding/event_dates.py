"""When an event happened, as its sentence hangs together: the date of its clause, or of one of the same time.

A date that only names a thing ("the 2020 census"), bounds a time ("until Friday"), or dates the deed of
another clause ("the ban, which was lifted on Monday") is not the event's.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from tidings.coding.attachment import Attachment, attachment, clause_relation, head_between
from tidings.coding.deed_time import is_plain_past
from tidings.coding.phrases import prepositions
from tidings.coding.syntax import is_finite
from tidings.records import EventDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.codebook.schema import Rules
    from tidings.coding.predicate import Predicate
    from tidings.records import Date, Mentions, Token

DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?$")
POINT = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?")
"""The day, week, month or year that a TIMEX3 value begins with."""
LENGTH_PRECISION = {4: "year", 7: "month", 8: "week", 10: "day"}
NOW = frozenset({"PRESENT_REF", "FUTURE_REF"})
NAMING = frozenset({"compound", "nummod", "amod", "nmod:poss", "nmod:desc"})


class Told(NamedTuple):
    """A date that a sentence tells for an event: how near it hangs, where it stands, its value.

    `rank` is 0 for a phrase of the event's own word, and one more for each phrase in between, up to 3.
    Across clauses it is 1 to the verb over an infinitive, 2 to a coordinated verb above, 3 to 5 to clauses
    whose time is less surely the same. `start` is in characters.
    """

    rank: int
    start: int
    value: str


def dates_near(predicate: Predicate, dates: tuple[Date, ...]) -> list[Date]:
    """Return the dates that stand in the predicate's clause, or else in its sentence."""
    if not dates:
        return []
    starts = {t.start for t in predicate.clause()}
    sentence = predicate.token.sentence
    inside = [d for d in dates if sentence.start <= d.start < sentence.end]
    return [d for d in inside if d.start in starts] or inside


def told_day(predicate: Predicate, dates: Iterable[Date]) -> str | None:
    """Return the one day (YYYY-MM-DD) that the predicate's own clause names, or None."""
    starts = {t.start for t in predicate.clause()}
    values = {d.value[:10] for d in dates if d.start in starts and d.value and DAY.match(d.value)}
    return values.pop() if len(values) == 1 else None


def event_date(
    predicate: Predicate, mentions: Mentions, published: str | None, rules: Rules, *, ahead: bool = False
) -> EventDate | None:
    """Return the point in time that the sentence gives to an event, or None.

    Days after that of publication count only for events that lie `ahead`, or for what is told of its own day
    in the present: "meets the envoy on Friday".
    """
    ahead_here = 0 if not ahead and not is_plain_past(predicate) else None
    found = [
        told
        for told in _dates(predicate, mentions.dates, rules)
        if ahead or not published or told.rank == ahead_here or first_day(told.value) <= published
    ]
    if not found:
        return None
    best = min(found)
    closer = [t for t in found if t.value.startswith(best.value) and len(t.value) > len(best.value)]
    return as_told(min(closer, default=best).value)  # "next month, on 2 August"


def as_told(value: str) -> EventDate:
    """Return a date that the text tells."""
    return EventDate(value=value, precision=LENGTH_PRECISION.get(len(value), "day"), from_="text")


def is_vague(predicate: Predicate, mentions: Mentions, rules: Rules) -> bool:
    """Whether the event's own clause says when it was, but names no point in time: "weeks ago"."""
    for date in mentions.dates:
        if date.type == "DATE" and point(date.value) is None and date.value not in NOW:
            rank = _rank_of(date, predicate, rules)
            if rank is not None and rank <= 1:
                return True
    return False


def point(value: str | None) -> str | None:
    """Return day, week, month or year (YYYY-MM-DD, YYYY-Www, YYYY-MM, YYYY) of a TIMEX3 value, or None."""
    match = POINT.match(value or "")
    if match is None or not re.fullmatch(r"(T.*|-WE)?", (value or "")[match.end() :]):
        return None
    return match[0]


def first_day(value: str) -> str:
    """Return the first day (YYYY-MM-DD) of a day, week, month or year."""
    if "W" in value:
        return dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 1).isoformat()
    return value + "0001-01-01"[len(value) :]


def _dates(predicate: Predicate, dates: Iterable[Date], rules: Rules) -> Iterator[Told]:
    for date in dates:
        told = point(date.value) if date.type in {"DATE", "TIME"} else None
        rank = _rank_of(date, predicate, rules) if told is not None else None
        if told is not None and rank is not None:
            yield Told(rank, date.start, told)


def _rank_of(date: Date, predicate: Predicate, rules: Rules) -> int | None:
    sentence = predicate.token.sentence
    if not sentence.start <= date.start < sentence.end:
        return None
    head = head_between(sentence.tokens, date.start, date.end)
    return _rank(head, predicate, rules) if head is not None else None


def _rank(head: Token, predicate: Predicate, rules: Rules) -> int | None:
    """Return how near a date hangs on an event, 0 nearest; None where it does not date it."""
    if is_apart(head, rules):
        return None
    centre = (predicate.token, predicate.carrier)
    if head.deprel in NAMING and head.head is not None:
        if head.head in centre:
            return 0  # "the 2004 attack"
        if not set(prepositions(head.head)) & set(rules.holding_prepositions) or head.head.upos == "PROPN":
            return None
        head = head.head  # "during Monday's session"
    way = attachment(head, predicate)
    if way is None:
        return None
    if way.own_clause:
        return _in_clause(way, predicate, rules)
    return _across(way, head, rules)


def is_apart(phrase: Token, rules: Rules) -> bool:
    """Whether a phrase is about another time than that of the deed: "until Friday", "after the vote"."""
    names = prepositions(phrase)
    return bool(names) and names[0] in rules.apart_prepositions


def _in_clause(way: Attachment, predicate: Predicate, rules: Rules) -> int | None:
    """Return the rank of a date in the event's own clause: that of another phrase's noun is farther off."""
    if any(is_apart(phrase, rules) for phrase in way.below[1:]):
        return None
    if any(is_apart(noun, rules) for noun in way.above) and predicate.carrier is None:
        return None
    return min(len(way.below[1:]), 2) + (1 if way.above and predicate.carrier is None else 0)


def _across(way: Attachment, head: Token, rules: Rules) -> int | None:
    """Return the rank of a date in another clause than the event."""
    if any(is_apart(phrase, rules) for phrase in way.below[1:]):
        return None
    inner = [_time_within(clause, head, rules) for clause in way.inner_clauses]
    outer = [_time_above(clause, head, rules) for clause in way.outer_clauses]
    if None in inner or None in outer:
        return None
    return max(rank for rank in (*inner, *outer) if rank is not None)


def _time_within(clause: Token, head: Token, rules: Rules) -> int | None:
    """Return the rank of a date in a clause beneath the event's: None where that has a time of its own."""
    relation = clause_relation(clause)
    if relation == "advcl":
        return None if is_finite(clause) and _is_bounding(clause, rules) else 4
    if relation == "conj":
        own = any(c.deprel.startswith("nsubj") for c in clause.children)
        return None if own or head.i < clause.i else 4
    return {"ccomp": 5, "xcomp": 5, "parataxis": 3, "csubj": 4}.get(relation or "")


def _time_above(clause: Token, head: Token, rules: Rules) -> int | None:
    """Return the rank of a date in the clause above the event's: None where that has another time."""
    relation = clause_relation(clause)
    if relation == "advcl":
        return None if _is_bounding(clause, rules) else 3
    if relation == "conj":
        onward = any(c.lower in rules.onward_words for c in clause.children)
        return None if onward or head.i > clause.i else 2
    return {"xcomp": 1, "acl": 3, "ccomp": 4, "parataxis": 3, "csubj": 3}.get(relation or "")


def _is_bounding(clause: Token, rules: Rules) -> bool:
    """Whether a clause comes before or after the one that it hangs on: "after they had met"."""
    return any(c.lower in rules.bounding_marks for c in clause.children if c.deprel in {"mark", "case"})
