"""Whether an event is dated well before the text: more than a year before the day of publication."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tidings.coding import phrases
from tidings.coding.attachment import head_between
from tidings.coding.syntax import is_finite
from tidings.coding.tense import governor, had_done
from tidings.coding.upward import upward

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Token

DATED = re.compile(r"\d{4}(-\d\d(-\d\d.*)?)?$")
OPEN = re.compile(r"(\d\d\d?)X{0,2}$")
"""A decade ("199") or century ("18")."""
ADVERBIAL = ("obl", "nmod", "advmod", "root", "advcl", "dep")
ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "nmod:unmarked", "nmod:desc", "nmod"})
WHEN = "when"
DEPTH = 4


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
    verb = predicate.carrier or predicate.token
    if _tells_of_date(verb, dated, document.published) or _asks_long_ago(verb, dated, document.published):
        return True
    clause = {t.start: t for t in predicate.clause()}
    own = [d for d in dated if d.start in clause]
    if had_done(verb) and any(_is_of_earlier_year(d, clause, document.published) for d in own):
        return True
    if own:
        centre = {predicate.token.i, (predicate.carrier or predicate.token).i}
        return any(
            _tells_past(clause[d.start], d, predicate.token, centre, document.published)
            and not _is_apart(clause[d.start], centre, undating)
            for d in own
        )
    above = governor(predicate.carrier or predicate.token)
    around = {t.start: t for c in (above.children if above else ()) for t in (c, *c.children)}
    return above is not None and any(
        _tells_past(around[d.start], d, above, {above.i}, document.published)
        and not _is_apart(around[d.start], {above.i}, undating)
        for d in dated
        if d.start in around
    )


def _is_of_earlier_year(date: Date, clause: dict[int, Token], published: str) -> bool:
    """Whether a bare year before that of publication stands on its own in the clause: "in 2023"."""
    value = date.value or ""
    alone = clause[date.start].deprel.startswith("obl")
    return alone and value[:4].isdigit() and len(value) == len("2023") and value < published[:4]


def _tells_of_date(token: Token, dated: Iterable[Date], published: str) -> bool:
    """Whether a relative clause tells what happened at an old date: "since 2008, when Russia invaded"."""
    at = token
    for _ in range(DEPTH):
        if _stands_after(at, dated, published):
            return True
        head = at.head
        if head is None or at.deprel not in {"xcomp", "conj", "acl:relcl"}:
            return False
        if at.deprel == "acl:relcl":
            return any(
                d.start <= head.start < d.end and is_long_before(d.value or "", published) for d in dated
            )
        at = head
    return False


def _stands_after(verb: Token, dated: Iterable[Date], published: str) -> bool:
    """Whether "when" begins the verb's clause right after an old date: "since 1983, when rebels killed"."""
    tokens = verb.sentence.tokens
    whens = [c.i - tokens[0].i for c in verb.children if c.lower == WHEN and c.i < verb.i]
    before = [t for at in whens for t in tokens[max(at - 2, 0) : at] if t.upos != "PUNCT"][-1:]
    return any(
        d.start <= t.start < d.end and is_long_before(d.value or "", published) for t in before for d in dated
    )


def _asks_long_ago(verb: Token, dated: Iterable[Date], published: str) -> bool:
    """Whether an old date stands in an infinitive beneath a verb in the past: "told them to go in 2003"."""
    if verb.xpos not in {"VBD", "VBN"}:
        return False
    wanted = {
        t.start
        for c in verb.children
        if c.deprel in {"xcomp", "ccomp"} and c.xpos == "VB" and not is_finite(c)
        for g in c.children
        if g.deprel.startswith("obl")
        for t in g.subtree()
    }
    return any(d.start in wanted and is_long_before(d.value or "", published) for d in dated)


def _tells_past(first: Token, date: Date, token: Token, centre: set[int], published: str) -> bool:
    return is_long_before(date.value or "", published) and _dates(first, date, token, centre)


def _is_apart(first: Token, centre: set[int], undating: Collection[str]) -> bool:
    """Whether a date stands in a phrase that is not about the event's time: "for a murder in 2001"."""
    return any(
        name in undating
        for start in (first, _word_before(first))
        if start is not None
        for t in _way_to(centre, start)
        for name in phrases.prepositions(t)
    )


def _word_before(first: Token) -> Token | None:
    """Return the word before a date and its preposition: the end of the phrase that it follows."""
    tokens = first.sentence.tokens
    starts = [first.i, *(c.i for c in first.children if c.i < first.i)]
    at = min(starts) - tokens[0].i - 1
    return tokens[at] if at >= 0 else None


def _way_to(centre: set[int], token: Token) -> list[Token]:
    """Return a word and what governs it, up to the predicate; none where that is not reached."""
    found: list[Token] = []
    for at in islice(upward(token), 2 * DEPTH + 1):
        if at.i in centre:
            return found
        found.append(at)
    return []


def is_long_before(value: str, published: str) -> bool:
    """Whether a TIMEX3 value lies more than a year before a day; a bare year must lie two years before."""
    period = OPEN.match(value)
    if period:
        return period[1] < published[: len(period[1])]
    if not DATED.match(value):
        return False
    year_before = f"{int(published[:4]) - 1:04}{published[4:]}"
    return (
        value[:10] < year_before[: len(value)]
        if len(value) > len("2024")
        else int(value) < int(year_before[:4])
    )


def _head_of(first: Token, date: Date) -> Token:
    """Return the word of a date that governs it: no article ("the 1981 treaty")."""
    head = head_between(first.sentence.tokens, date.start, date.end)
    return head if head is not None and head.upos != "DET" else first


def _dates(first: Token, date: Date, token: Token, centre: set[int]) -> bool:
    """Whether a date stands on its own ("in May 2014") by the predicate or by one of its phrases."""
    top = _head_of(first, date)
    if top.deprel in ATTRIBUTIVE and top.head is not None and top.head.i in centre:
        return top.head.upos == "NOUN"  # "the 2004 attack"
    if not top.deprel.startswith(ADVERBIAL) or top.deprel == "nmod:poss":
        return False
    head = top.head
    if head is not None and head.upos == "ADV" and head.i not in centre:  # "back in 2003"
        head = head.head
    if head is not None and head.i not in centre and head.upos in {"NOUN", "PROPN"}:
        head = head.head
    while head is not None and head.i > token.i and head.deprel == "conj":
        head = head.head
    return head is None or head.i in centre or head.deprel == "root"
