"""Where a document may name places: the parser's LOC names, and names that the gazetteer knows."""

from __future__ import annotations

import itertools

from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.naming import Naming, is_dateline, stands_in
from tidings.mention.places.otherwise import is_other_thing, is_road, without_initials
from tidings.mention.places.tagged import entities, from_entity
from tidings.mention.places.untagged import from_gazetteer
from tidings.records import Document, Token

__all__ = ["Naming", "namings"]


def namings(document: Document, gazetteer: Gazetteer, people: frozenset[int]) -> list[Naming]:
    """Return the namings of a document in text order, without overlap; `people` are tokens of people."""
    found: list[Naming] = []
    for sentence in document.sentences:
        taken = {token.i for token in sentence.tokens if token.i in people}
        for entity in entities(sentence):
            if _is_unknown_road(entity.tokens, document.text, gazetteer):
                taken.update(token.i for token in entity.tokens)
                continue
            naming = from_entity(entity, document.text, gazetteer)
            if naming is not None and taken.isdisjoint(token.i for token in naming.tokens):
                found.append(naming)
                taken.update(token.i for token in naming.tokens)
        found.extend(from_gazetteer(sentence, document.text, gazetteer, taken))
    found = [naming for naming in found if _is_place(naming)]
    found.sort(key=lambda naming: naming.start)
    _link_containers(found, document.text)
    surnames = _surnames(document)
    return [naming for naming in found if not (naming.text in surnames and _may_be_surname(naming))]


def _surnames(document: Document) -> frozenset[str]:
    """Return the last words of the names of people in a document."""
    return frozenset(
        entity.tokens[-1].text
        for entity in document.entities
        if entity.label == "PERSON" and len(entity.tokens) > 1
    )


def _may_be_surname(naming: Naming) -> bool:
    """Tell whether nothing shows that a name means a place: no "in" before it and no division after it."""
    return naming.container is None and not stands_in(naming.tokens[0])


def _is_place(naming: Naming) -> bool:
    """Tell whether a name is meant as a place; takes out the meanings that its form rules out."""
    if not naming.candidates:
        return True
    if is_other_thing(naming) or is_road(naming.tokens):
        return False
    naming.candidates = naming.candidates if is_dateline(naming.tokens) else without_initials(naming)
    return bool(naming.candidates)


def _is_unknown_road(tokens: list[Token], text: str, gazetteer: Gazetteer) -> bool:
    return is_road(tokens) and not gazetteer.is_known(text[tokens[0].start : tokens[-1].end])


def _link_containers(found: list[Naming], text: str) -> None:
    """Note for "Tripoli, Lebanon" and "Paris (Texas)" which name holds which."""
    for naming, following in itertools.pairwise(found):
        between = text[naming.end : following.start]
        if (between.strip() in {",", "("} and len(between) <= 3) or (
            between.strip().lower() in {", in", ", in the", "in the", "in"} and "," in between
        ):
            naming.container = following.text
