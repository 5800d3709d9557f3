"""Where a document may name places: the parser's LOC names, and names that the gazetteer knows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.mention.places.demonyms import demonyms
from tidings.mention.places.gazetteer import Candidate, Gazetteer, rules
from tidings.mention.places.names import fold
from tidings.records import Document, Entity, Sentence, Token

_LONGEST = 6  # words in a name
_GREAT = 5.8  # a town that is meant even without a tag of the parser or a preposition (600,000 people)


@dataclass(slots=True)
class Naming:
    """A stretch of text that may name a place, with all that it may mean (none: not in the gazetteer)."""

    tokens: list[Token]
    start: int
    end: int
    text: str
    candidates: list[Candidate]
    tagged: bool
    container: str | None = None


def namings(document: Document, gazetteer: Gazetteer, people: frozenset[int]) -> list[Naming]:
    """Return the namings of a document in text order, without overlap; `people` are tokens of people."""
    found = []
    for sentence in document.sentences:
        taken = {token.i for token in sentence.tokens if token.i in people}
        for entity in _entities(sentence):
            naming = _from_entity(entity, document.text, gazetteer)
            if naming is not None and taken.isdisjoint(token.i for token in naming.tokens):
                found.append(naming)
                taken.update(token.i for token in naming.tokens)
        found.extend(_from_gazetteer(sentence, document.text, gazetteer, taken))
    found.sort(key=lambda naming: naming.start)
    _link_containers(found, document.text)
    return found


def _entities(sentence: Sentence) -> Iterator[Entity]:
    seen: set[int] = set()
    for token in sentence.tokens:
        entity = token.entity
        if entity is not None and entity.start not in seen:
            seen.add(entity.start)
            yield entity


def _from_entity(entity: Entity, text: str, gazetteer: Gazetteer) -> Naming | None:
    """Read a LOC name, or one with another tag that is a country, a region, or a town after "in"."""
    tokens = _without_leading(entity.tokens)
    if not tokens or not any(token.text[0].isupper() for token in tokens):
        return None
    naming = _make(tokens, text, [], tagged=entity.label == "LOC")
    if fold(naming.text) in rules().words["never"]:
        return None
    if naming.text in demonyms() and not gazetteer.is_known(naming.text):
        return None
    if entity.label != "LOC":
        return _mistagged(naming, entity, gazetteer)
    naming.candidates = _meanings(naming, gazetteer)
    if not naming.candidates:
        naming = _part(naming, text, gazetteer) or naming
    if not naming.candidates and not _looks_like_place(naming):
        return None
    return naming


def _mistagged(naming: Naming, entity: Entity, gazetteer: Gazetteer) -> Naming | None:
    if entity.label == "NORP":
        return None
    locative = _after_preposition(naming.tokens[0])
    if len(naming.tokens) == 1 and naming.tokens[0].deprel not in {"nsubj", "appos", "flat"}:
        naming.candidates = [
            c for c in gazetteer.lookup(naming.text) if c.kind == "city" and c.prior >= _GREAT
        ]
        if naming.candidates and fold(naming.text) not in rules().words["weak"]:
            return naming
        naming.candidates = []
    if gazetteer.is_known(naming.text) and (entity.label != "PERSON" or locative):
        naming.candidates = _meanings(naming, gazetteer)
    elif locative and not _name_goes_on(naming.tokens[0].sentence.tokens, _position(naming.tokens[-1]) + 1):
        lowest = 4.7 if entity.label == "PERSON" else 3.5
        naming.candidates = [c for c in _meanings(naming, gazetteer) if c.prior >= lowest]
    return naming if naming.candidates else None


def _part(naming: Naming, text: str, gazetteer: Gazetteer) -> Naming | None:
    """Return the longest part of a tagged name that the gazetteer knows: "Seoul City Hall", "Mid-Jutland"."""
    tokens = naming.tokens
    for length in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - length, -1, -1):
            part = _make(tokens[first : first + length], text, [], tagged=True)
            found = gazetteer.lookup(part.text)
            if found and found[0].prior >= 4.7 and part.text[0].isupper():
                part.candidates = found
                return part
    return None


def _looks_like_place(naming: Naming) -> bool:
    """Tell whether an unknown name has a preposition of place before it, or a word such as "village"."""
    words = rules().words
    kinds = words["site_words"] | words["division_words"]
    return (
        _after_preposition(naming.tokens[0])
        or _next_word(naming) in kinds
        or any(token.lower in kinds for token in naming.tokens)
    )


def _make(tokens: list[Token], text: str, candidates: list[Candidate], *, tagged: bool) -> Naming:
    start, end = tokens[0].start, tokens[-1].end
    return Naming(tokens, start, end, text[start:end], candidates, tagged)


def _without_leading(tokens: list[Token]) -> list[Token]:
    """Drop determiners and adjectives written small: "the", "northern"."""
    while len(tokens) > 1 and tokens[0].text[0].islower() and tokens[0].lower in rules().words["leading"]:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].lower in {"'s", "’s", ",", "'", "’"}:
        tokens = tokens[:-1]
    return tokens


def _meanings(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:  # noqa: PLR0911 -- one for each way
    """Look a tagged place up: as it stands, as a division, without leading words, without a site's word."""
    text, words = naming.text, rules().words
    if found := _counties(naming, gazetteer):
        return found
    last, following = naming.tokens[-1].lower, _next_word(naming)
    if last in words["division_words"] and (found := gazetteer.lookup(text)):
        return found
    if last in words["division_words"] or following in words["division_words"] or _of_division(naming):
        bare = text.rsplit(None, 1)[0] if last in words["division_words"] else text
        if found := gazetteer.division(bare):
            return found
    if found := gazetteer.lookup(text):
        return found
    parts = text.replace("-", " ").split()
    while len(parts) > 1 and parts[0].lower() in words["leading"]:
        parts = parts[1:]
        if found := gazetteer.lookup(" ".join(parts)):
            return found
    if len(parts) > 1 and parts[-1].lower() in words["site_words"] | words["division_words"]:
        return gazetteer.lookup(" ".join(parts[:-1]))
    return []


def _counties(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the American counties of "Scott County" or of "Barrow, Jackson and Madison counties"."""
    if naming.tokens[-1].lower in {"county", "parish", "borough"}:
        return gazetteer.counties(naming.text)
    following = naming.tokens[-1].sentence.tokens[_position(naming.tokens[-1]) + 1 :][:12]
    for token in following:
        if token.lower == "counties":
            return gazetteer.counties(naming.text + " County")
        if token.upos != "PROPN" and token.text not in {",", "and", "or", "&"}:
            break
    if following and following[0].lower in {"county", "parish"}:
        return gazetteer.counties(f"{naming.text} {following[0].text}")
    return []


def _of_division(naming: Naming) -> bool:
    """Return whether "the state of" or "the province of" stands before."""
    before = naming.tokens[0].sentence.tokens[: _position(naming.tokens[0])][-2:]
    return len(before) == 2 and before[1].lower == "of" and before[0].lower in rules().words["division_words"]


def _position(token: Token) -> int:
    return token.i - token.sentence.tokens[0].i


def _next_word(naming: Naming) -> str:
    last = naming.tokens[-1]
    following = last.sentence.tokens[_position(last) + 1 :]
    return following[0].lower if following else ""


def _from_gazetteer(sentence: Sentence, text: str, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Naming]:
    """Yield names that the gazetteer knows and the parser has not tagged as anything else."""
    tokens, position = sentence.tokens, 0
    while position < len(tokens):
        naming = None
        if _may_begin(tokens[position], taken):
            naming = _longest(tokens, position, text, gazetteer, taken)
        if naming is None:
            position += 1
        else:
            yield naming
            position += len(naming.tokens)


def _may_begin(token: Token, taken: set[int]) -> bool:
    if not token.text[0].isupper() or token.i in taken:
        return False
    return token.entity is None or (token.entity.label in {"ORG", "MISC"} and token.entity.tokens[0] is token)


def _longest(
    tokens: list[Token], position: int, text: str, gazetteer: Gazetteer, taken: set[int]
) -> Naming | None:
    run = tokens[position : position + _LONGEST]
    for length in range(len(run), 0, -1):
        part = run[:length]
        if not (part[-1].text[0].isupper() or part[-1].text.isdigit() or part[-1].text == "."):
            continue
        if any(token.i in taken for token in part) or not _free(part, tokens, position + length):
            continue
        naming = _make(part, text, [], tagged=False)
        if fold(naming.text) in rules().words["never"]:
            continue
        if gazetteer.is_known(naming.text):
            candidates = _meanings(naming, gazetteer)
        elif not _name_goes_on(tokens, position + length):
            lowest = 3.5 if _after_preposition(part[0]) else _GREAT
            candidates = [c for c in gazetteer.lookup(naming.text) if c.prior >= lowest]
        else:
            continue
        if candidates and _may_be_place(part, naming, candidates, tokens, position + length):
            naming.candidates = candidates
            return naming
    return None


def _free(part: list[Token], tokens: list[Token], after: int) -> bool:
    """Untagged words are free; so is a longer name that begins what was tagged and is not gone on with."""
    if all(token.entity is None for token in part):
        return True
    return len(part) > 1 and part[0].entity is not None and not _name_goes_on(tokens, after)


def _may_be_place(
    part: list[Token], naming: Naming, candidates: list[Candidate], tokens: list[Token], after: int
) -> bool:
    """Untagged names that are also common words, or parts of longer names, need a preposition of place."""
    if fold(naming.text) in rules().words["weak"] and candidates[0].kind != "country":
        return _after_preposition(part[0]) and not _name_goes_on(tokens, after)
    if part[0].upos not in {"PROPN", "X"} and len(part) == 1 and candidates[0].kind != "country":
        return False
    return not (candidates[0].kind == "city" and _name_goes_on(tokens, after))


def _name_goes_on(tokens: list[Token], after: int) -> bool:
    return after < len(tokens) and tokens[after].upos == "PROPN" and tokens[after].text[0].isupper()


def _after_preposition(token: Token) -> bool:
    before = token.sentence.tokens[: _position(token)][-2:]
    words = rules().words
    if not before:
        return False
    if before[-1].lower in words["locative"] and before[-1].lower != "of":
        return True
    return len(before) > 1 and before[-1].lower in words["leading"] and before[0].lower in words["locative"]


def _link_containers(found: list[Naming], text: str) -> None:
    """Note for "Tripoli, Lebanon" and "Paris (Texas)" which name holds which."""
    for naming, following in itertools.pairwise(found):
        between = text[naming.end : following.start]
        if (between.strip() in {",", "("} and len(between) <= 3) or (
            between.strip().lower() in {", in", ", in the", "in the", "in"} and "," in between
        ):
            naming.container = following.text
