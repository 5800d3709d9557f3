"""Names of places that the gazetteer knows and the parser has not tagged."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.mention.places.candidates import Candidate, rules
from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.meanings import meanings
from tidings.mention.places.names import fold
from tidings.mention.places.naming import Naming, after_preposition, is_dateline, make, name_goes_on
from tidings.records import Sentence, Token

_LONGEST = 6  # words in a name
_GREAT = 5.8  # a town that is meant even without a tag of the parser or a preposition (600,000 people)


def from_gazetteer(sentence: Sentence, text: str, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Naming]:
    """Yield names that the gazetteer knows and the parser has not tagged as anything else."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        naming = None
        if _may_begin(tokens[at], taken):
            naming = _longest(tokens, at, text, gazetteer, taken)
        if naming is None:
            at += 1
        else:
            yield naming
            at += len(naming.tokens)


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
        naming = make(part, text, [], tagged=False)
        if fold(naming.text) in rules().words["never"]:
            continue
        if gazetteer.is_known(naming.text):
            candidates = meanings(naming, gazetteer)
        elif is_dateline(part):
            candidates = gazetteer.lookup(naming.text)
        elif not name_goes_on(tokens, position + length):
            lowest = 3.5 if after_preposition(part[0]) else _GREAT
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
    return len(part) > 1 and part[0].entity is not None and not name_goes_on(tokens, after)


def _may_be_place(
    part: list[Token], naming: Naming, candidates: list[Candidate], tokens: list[Token], after: int
) -> bool:
    """Untagged names that are also common words, or parts of longer names, need a preposition of place."""
    if is_dateline(part):
        return True
    if fold(naming.text) in rules().words["weak"] and candidates[0].kind != "country":
        return after_preposition(part[0]) and not name_goes_on(tokens, after)
    if part[0].upos not in {"PROPN", "X"} and len(part) == 1 and candidates[0].kind != "country":
        return False
    return not (candidates[0].kind == "city" and name_goes_on(tokens, after))
