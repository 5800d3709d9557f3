"""The phrase that a place stands in: which word has its preposition, and whether it says where it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidings.coding.phrases import prepositions

if TYPE_CHECKING:
    from tidings.codebook.schema import Rules
    from tidings.records import Span, Token

HYPHENED = re.compile(r"\s?-\s?(\w+)")
WITHIN = frozenset({"compound", "flat", "appos", "nmod:desc", "nmod:unmarked", "amod"})


def site_of(head: Token, rules: Rules) -> Token:
    """Return the word that has the preposition of a place: "in the *city* of Bor", "in Bor *district*"."""
    at = head
    while at.head is not None and not prepositions(at) and _is_part(at):
        at = at.head
    if at.head is None:
        return at
    if _is_after_part(at, rules) and is_scene_noun(at.head, rules):
        return site_of(at.head, rules)
    if at.deprel == "nmod:poss" and (is_scene_noun(at.head, rules) or _is_place_name(at.head)):
        return at.head
    return at


def _is_after_part(token: Token, rules: Rules) -> bool:
    names = prepositions(token)
    return len(names) == 1 and names[0] in rules.part_prepositions


def is_scene_noun(token: Token, rules: Rules) -> bool:
    """Whether a noun only says what kind of place it is: "city", "the north"."""
    return token.lemma.lower() in rules.scene_nouns


def _is_part(token: Token) -> bool:
    return token.deprel in WITHIN and token.head is not None and token.head.upos in {"NOUN", "PROPN"}


def _is_place_name(token: Token) -> bool:
    return token.entity is not None and token.entity.label == "LOC"


def is_locative(site: Token, kind: str, rules: Rules) -> bool:
    """Whether a preposition says that it was there: one of place, or of the event's type."""
    names = prepositions(site)
    if not names:
        return False
    if names[0] in rules.upon_prepositions and is_scene_noun(site, rules):
        return True
    return names[0] in rules.scene_prepositions or names[0] in rules.scene_prepositions_of.get(kind, ())


def ends_headline(head: Token) -> bool:
    """Whether a place ends a headline behind a comma: "Thousands march in protest, London"."""
    sentence = head.sentence
    if sentence.kind != "title" or head.i != sentence.tokens[-1].i:
        return False
    before = [t for t in sentence.tokens if t.i < head.i and t.deprel not in {"compound", "flat"}]
    return bool(before) and before[-1].text == ","


def describes(place: Span, text: str, rules: Rules) -> bool:
    """Whether a place only says whose somebody is: "the envoy for Ukraine", "the Yemen-based group"."""
    before = text[max(0, place.start - 8) : place.start].split()
    after = HYPHENED.match(text, place.end)
    if before and before[-1] in rules.concern_prepositions:
        return True
    return after is not None and after[1] in rules.belonging
