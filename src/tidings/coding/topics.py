"""Nouns that say what is talked of or wanted, and no event: "discussed the attack", "called for talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.records import Token


class Topics:
    """Tells topics by the words that govern them."""

    def __init__(self, codebook: Codebook) -> None:
        rules = codebook.rules
        self._topic_prepositions = frozenset(rules.topic_prepositions)
        self._topic_verbs = WordList(rules.topic_verbs)
        self._sought_words = WordList(rules.sought_words)
        self._sought_prepositions = frozenset(rules.sought_prepositions)

    def is_topic(self, token: Token) -> bool:
        """Whether a noun is what is talked of or wanted ("discussed the attack", "called for talks")."""
        at: Token | None = token
        for _ in range(3):
            if at is None or at.head is None:
                return False
            if self._governs_topic(at, at.head):
                return True
            if at.deprel not in {"conj", "nmod", "appos"}:
                return False
            at = at.head
        return False

    def _governs_topic(self, noun: Token, head: Token) -> bool:
        marks = set(phrases.prepositions(noun))
        if self._topic_prepositions & marks:
            return True
        if self._sought_prepositions & marks and self._sought_words.has(head):
            return True
        return noun.deprel in {"obj", "nsubj:pass"} and self._topic_verbs.has(head)
