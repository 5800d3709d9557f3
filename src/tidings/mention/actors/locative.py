"""Names that stand for a mere place, which does not act ("in Oslo")."""

from __future__ import annotations

from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.references import TABLE
from tidings.records.document import Token

_LOCATIVE = frozenset(TABLE["locative"]["prepositions"])
_PLACE_NOUNS = frozenset(TABLE["locative"]["nouns"])
_PLACES = frozenset(["state", "capital", "region"])
_BESIDE = frozenset(["conj", "appos", "nmod:unmarked", "list", "flat", "nmod:desc"])
"""Relations of a second place name to the first ("in Reno, Nevada")."""


def is_locative(phrase: Phrase, head: Token) -> bool:
    """Whether a state or city is named as a mere place."""
    name = phrase.name
    if name is None or phrase.roles:
        return False
    place = (
        name.hit.entries[0].kind in _PLACES if name.hit else bool(name.entity and name.entity.label == "LOC")
    )
    if not place:
        return False
    if head.deprel == "nmod" and head.head is not None and head.head.lemma.lower() in _PLACE_NOUNS:
        return True
    first = head
    while first.deprel in _BESIDE and first.head is not None and first.head.upos in ("PROPN", "NOUN"):
        first = first.head
    cases = {child.lower for child in first.children if child.deprel == "case"}
    return bool(cases & _LOCATIVE) or (
        name.hit is None and head.deprel in ("appos", "nmod:unmarked", "compound")
    )


def is_place(phrase: Phrase) -> bool:
    """Whether a phrase names a mere region or place."""
    name = phrase.name
    if name is None or name.hit is not None:
        return bool(name and name.hit and name.hit.entries[0].kind == "region")
    return bool(name.entity and name.entity.label == "LOC")
