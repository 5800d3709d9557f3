"""What is of no public concern: what befalls private persons, and what others do in their trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook import Codebook
    from tidings.coding.contexts import Contexts
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

ATTRIBUTIVE = frozenset({"amod", "compound", "nmod:poss"})
NAMED = frozenset({"compound", "appos", "flat"})


class Privacy:
    """Tells private matters by the codebook's sectors, persons and occupations."""

    def __init__(self, codebook: Codebook, contexts: Contexts) -> None:
        rules = codebook.rules
        self._sectors = frozenset(rules.private_sectors)
        self._persons = WordList(rules.public_persons)
        self._public = frozenset(rules.public_contexts)
        self._occupations = WordList(rules.private_occupations)
        self._of_trade = frozenset(rules.occupational_types)
        self._contexts = contexts

    def covers(self, draft: Draft, parties: Parties) -> bool:
        """Whether nothing shows a public concern: "a man was arrested", "the pianist attacked"."""
        if draft.actor and not self._is_trade(draft, parties):
            return False
        if any(
            parties.is_public(hit, self._sectors) or self._persons.has(hit.token) for hit in draft.recipient
        ):
            return False
        found = self._contexts.of(draft.predicate.token.sentence, draft.type, draft.mode)
        return self._public.isdisjoint(found)

    def _is_trade(self, draft: Draft, parties: Parties) -> bool:
        """Whether all who act are artists, athletes and the like, and it concerns no state or body."""
        if draft.type not in self._of_trade or any(
            parties.is_political(hit.mention) and not self._is_occupied(hit) for hit in draft.recipient
        ):
            return False
        private = self._sectors
        return all(self._is_occupied(hit) and not parties.is_public(hit, private) for hit in draft.actor)

    def _is_occupied(self, hit: Hit) -> bool:
        return any(self._occupations.has(token) for token in _called(hit.token))


def _called(token: Token) -> Iterator[Token]:
    """Yield a party's word and the nouns that say what it is: "Danish brewer Holm", "the Swiss skipper"."""
    yield token
    holder = token
    if token.deprel in ATTRIBUTIVE and token.head is not None:
        holder = token.head
        yield holder
    yield from (c for c in holder.children if c.deprel in NAMED)
