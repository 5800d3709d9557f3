"""Names of places among the names that the parser has tagged."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.mention.places.candidates import rules
from tidings.mention.places.counties import COUNTY_WORDS
from tidings.mention.places.demonyms import demonyms
from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.meanings import meanings
from tidings.mention.places.names import fold
from tidings.mention.places.naming import (
    Naming,
    after_preposition,
    is_dateline,
    make,
    name_goes_on,
    next_word,
    position,
)
from tidings.records import Entity, Sentence, Token

_GREAT = 5.8  # a town that is meant whatever the parser takes its name for (600,000 people)
_LONGEST = 4  # words in the name of the place that a body is called by


def entities(sentence: Sentence) -> Iterator[Entity]:
    """Yield the tagged names of a sentence, in text order."""
    seen: set[int] = set()
    for token in sentence.tokens:
        entity = token.entity
        if entity is not None and entity.start not in seen:
            seen.add(entity.start)
            yield entity


def from_entity(entity: Entity, text: str, gazetteer: Gazetteer) -> Naming | None:
    """Read a LOC name, or one with another tag that is a country, a region, or a town after "in"."""
    tokens = _whole(_without_leading(entity.tokens), text, gazetteer)
    if not tokens or not any(token.text[0].isupper() for token in tokens):
        return None
    naming = make(tokens, text, [], tagged=entity.label == "LOC")
    if fold(naming.text) in rules().words["never"]:
        return None
    if naming.text in demonyms() and not gazetteer.is_known(naming.text):
        return None
    if is_dateline(tokens) and (candidates := gazetteer.lookup(naming.text)):
        naming.candidates = candidates
        return naming
    if entity.label != "LOC":
        return _mistagged(naming, entity, gazetteer) or _of_body(entity, text, gazetteer)
    return _from_place(naming, entity, text, gazetteer)


def _from_place(naming: Naming, entity: Entity, text: str, gazetteer: Gazetteer) -> Naming | None:
    naming.candidates = meanings(naming, gazetteer)
    if not naming.candidates:
        naming = _of_body(entity, text, gazetteer) or _part(naming, text, gazetteer) or naming
    return naming if naming.candidates or _looks_like_place(naming) else None


def _whole(tokens: list[Token], text: str, gazetteer: Gazetteer) -> list[Token]:
    """Add what was cut off a name without a space: "W.Va." tagged at "Va.", "Guinea-Bissau" at "Guinea"."""
    if not tokens:
        return tokens
    sentence, first = tokens[0].sentence.tokens, position(tokens[0])
    end = position(tokens[-1]) + 1
    for back, ahead in ((2, 0), (1, 0), (0, 2)):
        whole = sentence[max(0, first - back) : end + ahead]
        name = text[whole[0].start : whole[-1].end]
        added = len(name) - (tokens[-1].end - tokens[0].start)
        spaces = name.count(" ") - text[tokens[0].start : tokens[-1].end].count(" ")
        if added and not spaces and whole[-1].upos != "PUNCT" and gazetteer.is_known(name):
            return whole
    return tokens


def _mistagged(naming: Naming, entity: Entity, gazetteer: Gazetteer) -> Naming | None:
    if entity.label == "NORP":
        return None
    locative = after_preposition(naming.tokens[0])
    if len(naming.tokens) == 1 and naming.tokens[0].deprel not in {"nsubj", "appos", "flat"}:
        naming.candidates = [
            c for c in gazetteer.lookup(naming.text) if c.kind == "city" and c.prior >= _GREAT
        ]
        if naming.candidates and fold(naming.text) not in rules().words["weak"]:
            return naming
        naming.candidates = []
    if gazetteer.is_known(naming.text) and (entity.label != "PERSON" or locative):
        naming.candidates = meanings(naming, gazetteer)
    elif locative and not name_goes_on(naming.tokens[0].sentence.tokens, position(naming.tokens[-1]) + 1):
        lowest = 4.7 if entity.label == "PERSON" else 3.5
        naming.candidates = [c for c in meanings(naming, gazetteer) if c.prior >= lowest]
    return naming if naming.candidates else None


def _of_body(entity: Entity, text: str, gazetteer: Gazetteer) -> Naming | None:
    """Return the town, county or state that a public body or building of it is called by.

    "Walker County Sheriff's Office", "Alexandria Police", "Guernsey County Administration Building".
    """
    tokens = _without_leading(entity.tokens)
    civic = bool(rules().words["civic"] & {token.lower for token in tokens[1:]})
    if entity.label not in {"ORG", "MISC", "LOC"} or any(token.text == "," for token in tokens):
        return None
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        part = make(tokens[:length], text, [], tagged=False)
        if fold(part.text) in rules().words["never"] | rules().words["weak"]:
            continue
        if tokens[length - 1].lower in COUNTY_WORDS:
            part.candidates = gazetteer.counties(part.text)
        elif civic:
            found = gazetteer.lookup(part.text)
            known = bool(found) and found[0].kind != "country"
            part.candidates = [c for c in found if known and c.kind in {"city", "county", "division"}]
        if part.candidates:
            return part
    return None


def _part(naming: Naming, text: str, gazetteer: Gazetteer) -> Naming | None:
    """Return the longest part of a tagged name that the gazetteer knows: "Seoul City Hall", "Mid-Jutland"."""
    tokens = naming.tokens
    for length in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - length, -1, -1):
            part = make(tokens[first : first + length], text, [], tagged=True)
            found = [] if fold(part.text) in rules().words["never"] else gazetteer.lookup(part.text)
            if (
                first + length < len(tokens)
                and tokens[first + length].lower in rules().words["natural_words"]
            ):
                found = [c for c in found if c.kind != "city"]
            if found and found[0].prior >= 4.7 and part.text[0].isupper():
                part.candidates = found
                return part
    return None


def _looks_like_place(naming: Naming) -> bool:
    """Tell whether an unknown name has a preposition of place before it, or a word such as "village"."""
    words = rules().words
    kinds = words["site_words"] | words["division_words"]
    return (
        after_preposition(naming.tokens[0])
        or next_word(naming) in kinds
        or any(token.lower in kinds for token in naming.tokens)
    )


def _without_leading(tokens: list[Token]) -> list[Token]:
    """Drop determiners and adjectives written small: "the", "northern"."""
    while len(tokens) > 1 and tokens[0].text[0].islower() and tokens[0].lower in rules().words["leading"]:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].lower in {"'s", "’s", ",", "'", "’"}:
        tokens = tokens[:-1]
    return tokens
