"""Finds the time expressions of a document, and gives each its value in the order they are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

from tidings.mention.dates import combine, grammar, guards, rules
from tidings.mention.dates.anchor import Anchor, Tense, Value
from tidings.mention.dates.grammar import Found
from tidings.mention.dates.tense import is_these_days, tense_of
from tidings.records import Date, Document, Reading, Sentence, Token
from tidings.records.date import DateMod, DateType


@dataclass(slots=True)
class _Telling:
    """What the text has told so far: the last day or period, and the year the paragraph speaks of."""

    day: date | None = None
    unit: str = "D"
    year: int | None = None
    year_sentence: int = -9
    year_block: int = -1
    found: list[Date] = field(default_factory=list)


def find_dates(document: Document, reading: Reading | None = None) -> tuple[Date, ...]:
    """Find the time expressions of a parsed document, in text order.

    Relative ones are read against the document's day of publication, or the reading's where the document
    has none, and are no surer than it is; without a day their value is null.
    """
    published, sure = _published(document, reading)
    telling = _Telling()
    for sentence in document.sentences:
        for found, tokens in _expressions(document.text, sentence):
            anchor = _anchor(telling, sentence, published, tense_of(tokens, sentence.kind))
            value = rules.resolve(found, anchor)
            if found.pattern.id == "deictic" and is_these_days(tokens):
                value = Value("PRESENT_REF", rests="text")
            if value is not None:
                telling.found.append(_record(document.text, found, value, sure if published else 0.0))
                _remember(telling, value, found, tokens, published)
    return tuple(combine.combined(document.text, telling.found))


def read_dates(
    text: str, published: date | None, tense: Tense = "none", told: date | None = None
) -> tuple[Date, ...]:
    """Find the time expressions of a plain text, without a parse: for single phrases.

    `told` is the day named before them, from which "the following day" goes on; the day of publication
    where there is none.
    """
    dates: list[Date] = []
    for found in grammar.load().scan(text, 0, len(text)):
        value = rules.resolve(found, Anchor(published=published, narrative=told or published, tense=tense))
        if value is not None:
            dates.append(_record(text, found, value, 1.0))
    return tuple(combine.combined(text, dates))


def _published(document: Document, reading: Reading | None) -> tuple[date | None, float]:
    value, sure = document.published, document.published_confidence
    if value is None and reading is not None and reading.published is not None:
        value, sure = reading.published.value, reading.published.confidence
    try:
        return (date.fromisoformat(value[:10]), sure) if value else (None, 0.0)
    except ValueError:
        return None, 0.0


def _expressions(text: str, sentence: Sentence) -> Iterator[tuple[Found, list[Token]]]:
    for found in grammar.load().scan(text, sentence.start, sentence.end):
        tokens = [t for t in sentence.tokens if t.start < found.end and t.end > found.start]
        if tokens and guards.is_time(found, tokens, sentence):
            yield found, tokens


def _anchor(telling: _Telling, sentence: Sentence, published: date | None, tense: Tense) -> Anchor:
    near = telling.year_block == sentence.block and sentence.i - telling.year_sentence <= 9
    year = telling.year if near else None
    if year is not None and published is not None and abs(published.year - year) < 1:
        year = None
    here = year is not None and sentence.i == telling.year_sentence
    return Anchor(published, telling.day, telling.unit, year, tense, here)


def _remember(
    telling: _Telling, value: Value, found: Found, tokens: list[Token], published: date | None
) -> None:
    sentence = tokens[0].sentence
    if value.day is None:
        return
    telling.day, telling.unit = value.day, value.unit
    explicit = found.groups.get("year") or found.groups.get("year2")
    if explicit and (published is None or value.day.year <= published.year) and not _is_in_name(tokens):
        telling.year = value.day.year
    elif telling.year != value.day.year:
        return
    telling.year_sentence, telling.year_block = sentence.i, sentence.block


def _is_in_name(tokens: list[Token]) -> bool:
    """Return whether a bare year belongs to a name, of whose time the text need not speak: "the 1965 Act"."""
    year = tokens[-1]
    naming = year.deprel in {"nummod", "compound", "amod", "nmod:desc", "nmod:unmarked"}
    bare = year.text.isdigit() and all(token.upos == "DET" for token in tokens[:-1])
    return bare and naming and year.head is not None and year.head.upos == "PROPN" and year.head.i > year.i


def _record(text: str, found: Found, value: Value, published_confidence: float) -> Date:
    confidence = found.pattern.confidence * value.sure
    rests = value.rests or found.pattern.rests
    if rests != "text":
        confidence = min(confidence, published_confidence) if value.value is not None else 0.0
    kind = value.type or found.pattern.type
    if kind not in get_args(DateType):
        raise AssertionError(kind)
    return Date(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        value=value.value,
        type=cast("DateType", kind),
        mod=cast("DateMod | None", value.mod if value.value is not None else None),
        confidence=round(confidence, 3),
    )
