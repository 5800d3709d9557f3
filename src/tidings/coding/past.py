"""Whether an event is dated well before the text: more than a year before the day of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidings.coding import phrases
from tidings.coding.syntax import is_finite

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Token

DATED = re.compile(r"\d{4}(-\d\d(-\d\d.*)?)?$")
OPEN = re.compile(r"(\d\d\d?)X{0,2}$")
"""A decade ("199") or century ("18")."""
ADVERBIAL = ("obl", "nmod", "advmod", "root", "advcl", "dep")
ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "nmod:unmarked", "nmod:desc", "nmod"})
LATER = frozenset({"after"})
SPANS = frozenset({"year", "decade", "century", "generation"})
PRESENT = frozenset({"VBZ", "VBP"})
DEPTH = 4
REACH = 6


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
    if _tells_of_date(predicate.carrier or predicate.token, dated, document.published):
        return True
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


def _tells_of_date(token: Token, dated: Iterable[Date], published: str) -> bool:
    """Whether a relative clause tells what happened at an old date: "since 2008, when Russia invaded"."""
    at = token
    for _ in range(DEPTH):
        head = at.head
        if head is None or at.deprel not in {"xcomp", "conj", "acl:relcl"}:
            return False
        if at.deprel == "acl:relcl":
            return any(
                d.start <= head.start < d.end and _is_long_before(d.value or "", published) for d in dated
            )
        at = head
    return False


def is_years_before(predicate: Predicate) -> bool:
    """Whether something came years after the deed: "ten years after the invasion"."""
    token = predicate.carrier or predicate.token
    if not any(c.lower in LATER and c.deprel in {"mark", "case"} for c in token.children):
        return False
    spans = [c for c in token.children if c.i < token.i]
    if token.head is not None:
        spans += [token.head, *token.head.children]
    return any(t.lemma.lower() in SPANS and t.xpos == "NNS" and 0 < token.i - t.i <= REACH for t in spans)


def is_told_now(predicate: Predicate) -> bool:
    """Whether the verb stands in the present, the perfect or the future: no date makes that old.

    In "a court sentences the officer for a massacre in 1944" the year dates another deed.
    """
    at: Token | None = predicate.carrier or predicate.token
    for _ in range(DEPTH):
        if at is None or at.upos not in {"VERB", "AUX"}:
            return False
        if at.xpos in PRESENT or any(c.xpos in PRESENT and c.deprel.startswith("aux") for c in at.children):
            return True
        if is_finite(at):
            return False
        at = _governor(at)
    return False


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
    return any(
        name in undating
        for start in (first, _word_before(first))
        for t in _upward(start, centre)
        for name in phrases.prepositions(t)
    )


def _word_before(first: Token) -> Token | None:
    """Return the word before a date and its preposition: the end of the phrase that it follows."""
    tokens = first.sentence.tokens
    starts = [first.i, *(c.i for c in first.children if c.i < first.i)]
    at = min(starts) - tokens[0].i - 1
    return tokens[at] if at >= 0 else None


def _upward(token: Token | None, centre: set[int]) -> Iterator[Token]:
    """Yield a word and what governs it, up to the predicate; nothing where that is not reached."""
    found: list[Token] = []
    while token is not None and len(found) <= 2 * DEPTH:
        if token.i in centre:
            yield from found
            return
        found.append(token)
        token = token.head


def _is_long_before(value: str, published: str) -> bool:
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
    inside = [t for t in first.sentence.tokens if date.start <= t.start < date.end]
    heads = [t for t in inside if t.head is None or not date.start <= t.head.start < date.end]
    return next((t for t in heads if t.upos != "DET"), first)


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
