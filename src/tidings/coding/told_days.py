"""The day that a sentence as a whole tells, and the one that a headline has from the sentence after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tidings.coding.attachment import head_between
from tidings.coding.event_dates import DAY, as_told, is_apart, point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook.schema import Rules
    from tidings.records import Date, Document, EventDate, Mentions, Sentence, Token

RECENT = dt.timedelta(days=14)
"""How old a day of the news can be that a text goes on telling: one before is that of the background."""
LEAD = dt.timedelta(days=7)
"""The same of a headline's news: most is told at once, so a day longer ago is that of something else."""


def main_date(sentence: Sentence, mentions: Mentions, rules: Rules) -> str | None:
    """Return the date (a day, week, month or year) of the sentence's main clause, or None.

    It hangs on the main verb, or on the verb of what that reports ("said that gunmen struck on Monday"); the
    first such date counts, and none that bounds another time ("before Monday").
    """
    for date in _dates(sentence, mentions):
        head = head_between(sentence.tokens, date.start, date.end)
        over = head.head if head is not None else None
        if over is not None and over.deprel == "advmod" and over.head is not None:
            over = over.head  # "late on Sunday"
        if head is None or over is None or not _is_main(over):
            continue
        if not is_apart(head, rules):
            return point(date.value)
    return None


def _is_main(verb: Token) -> bool:
    """Whether a verb is that of the main clause, or of what the main clause reports."""
    return verb.head is None or (verb.deprel == "ccomp" and verb.head.head is None)


def lead_date(mentions: Mentions, document: Document, rules: Rules) -> EventDate | None:
    """Return the day that the lead sentence tells: what a headline tells happened then.

    Of several days it is that of the main clause. None where no sentence of a paragraph or standfirst tells
    one, where it lies after the day of publication or more than `LEAD` before, or where that day is not
    known.
    """
    lead = next((s for s in document.sentences if s.kind in {"paragraph", "standfirst"}), None)
    if lead is None or not document.published:
        return None
    days = {d.value[:10] for d in _dates(lead, mentions) if d.value and DAY.match(d.value)}
    told = days.pop() if len(days) == 1 else _root_day(lead, mentions, rules)
    return as_told(told) if told is not None and is_recent(told, document.published, LEAD) else None


def _root_day(lead: Sentence, mentions: Mentions, rules: Rules) -> str | None:
    told = main_date(lead, mentions, rules)
    return told if told is not None and DAY.match(told) else None


def is_recent(value: str, published: str, span: dt.timedelta = RECENT) -> bool:
    """Whether a value is a day that lies no more than a span before that of publication."""
    if not DAY.match(value):
        return False
    past = dt.date.fromisoformat(published[:10]) - dt.date.fromisoformat(value[:10])
    return dt.timedelta(0) <= past <= span


def _dates(sentence: Sentence, mentions: Mentions) -> Iterator[Date]:
    for date in mentions.dates:
        if sentence.start <= date.start < sentence.end and point(date.value) is not None:
            yield date
