"""Which verb lends an event noun its subject and tense: "held talks", "an attack took place"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases, voice
from tidings.coding.tags import VERBAL

if TYPE_CHECKING:
    from tidings.codebook.schema import LightVerbs
    from tidings.records import Token


class Carriers:
    """Finds the carriers of nouns by the codebook's word lists."""

    def __init__(self, words: LightVerbs) -> None:
        self._light = WordList(words.light)
        self._happen = frozenset(words.happen)
        self._oblique_verbs = frozenset(words.oblique_verbs)
        self._oblique_prepositions = frozenset(words.oblique_prepositions)
        self._shared = WordList(words.shared_nouns)
        self._sharing = frozenset(words.shared_prepositions)
        self._transparent = WordList(words.transparent_nouns)

    def carrier(self, noun: Token) -> Token | None:
        """Return the verb that carries the noun's arguments and tense, if one does."""
        top = self.top(noun)
        verb = top.head
        if verb is None or verb.upos not in VERBAL:
            return None
        lemma = verb.lemma.lower()
        if top.deprel in {"obj", "nsubj:pass"} and lemma in self._light.single:
            return verb
        if top.deprel == "nsubj" and lemma in self._happen:
            return verb
        if top.deprel.startswith("obl") and lemma in self._oblique_verbs:
            cases = {c.lower for c in top.children if c.deprel == "case"}
            if cases & self._oblique_prepositions:
                return verb
        if top.deprel == "acl" and voice.is_passive(verb):
            return verb
        return None

    def companion(self, noun: Token) -> Token | None:
        """Return the verb whose subject takes part in the noun beside it: "during a visit, the king said"."""
        verb = noun.head
        if verb is None or verb.upos != "VERB" or not noun.deprel.startswith("obl"):
            return None
        if not self._shared.has(noun) or not self._sharing & set(phrases.prepositions(noun)):
            return None
        return verb

    def top(self, noun: Token) -> Token:
        """Return the head of the phrase the noun is in: over conjuncts and "a series of"."""
        top = noun
        for _ in range(6):
            head = top.head
            if head is None:
                break
            of = top.deprel == "nmod" and any(c.lower == "of" for c in top.children if c.deprel == "case")
            if (top.deprel == "conj" and head.upos in {"NOUN", "PROPN"}) or (
                of and self._transparent.has(head)
            ):
                top = head
            else:
                break
        return top
