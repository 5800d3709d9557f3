"""Whether two sentences may mean the same party by other words: "rebels", "the fighters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.hit import Hit
    from tidings.coding.kinship import Kinship
    from tidings.coding.parties import Parties
    from tidings.records import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
NUMBERS = frozenset({"nummod"})
DESCRIBING = ("amod", "compound", "nmod", "acl", "flat", "appos", "nummod")


class Likeness:
    """Compares the parties of two tellings in one document."""

    def __init__(self, codebook: Codebook, parties: Parties, kin: Kinship) -> None:
        rules = codebook.rules
        self._parties = parties
        self._kin = kin
        self._state = frozenset(rules.state_sectors)
        self._armed = frozenset(rules.armed_sectors)
        self._private = frozenset(rules.private_sectors)
        self._sites = WordList(codebook.lists.get("war_targets", ()))
        self._anybody = WordList((*rules.bare_persons, *rules.anybody))

    def may_be(self, a: Sequence[Hit], b: Sequence[Hit]) -> bool:
        """Whether nothing that the text says of two sets of parties keeps them apart."""
        few, many = sorted((a, b), key=len)
        return all(any(self._may_be_one(x, y) for y in many) for x in few)

    def is_same(self, told: Sequence[Hit], again: Sequence[Hit]) -> bool:
        """Whether the later parties are the earlier ones: of one id, or taken up by "the" and a bare noun."""
        if not told or not again:
            return False
        return all(any(self._is_one(x, y) for x in told) for y in again)

    def are_definite(self, hits: Sequence[Hit]) -> bool:
        """Whether all are taken up: "the attackers"."""
        return all(_is_bare_definite(hit.token) for hit in hits)

    def _is_one(self, told: Hit, again: Hit) -> bool:
        if set(told.mention.actors) & set(again.mention.actors):
            return True
        if again.mention.form != "role" or not _is_bare_definite(again.token):
            return False
        if not self._may_be_one(told, again):
            return False
        if told.mention.form == "name" or told.token.lemma.lower() == again.token.lemma.lower():
            return True
        armed = all(self._parties.sectors(hit) & self._armed for hit in (told, again))
        return armed or self._anybody.has(again.token)

    def _may_be_one(self, a: Hit, b: Hit) -> bool:
        """Whether two parties do not contradict each other by name, country or sector."""
        ids = frozenset(a.mention.actors), frozenset(b.mention.actors)
        if ids[0] & ids[1] or self._kin.agree(*ids):
            return True
        if {a.mention.form, b.mention.form} == {"name"} and not (self._is_site(a) or self._is_site(b)):
            return False
        lands = [self._parties.stated_countries(hit) for hit in (a, b)]
        if all(lands) and not lands[0] & lands[1]:
            return False
        return self._sectors_agree(a, b)

    def _is_site(self, hit: Hit) -> bool:
        """Whether a party is but a place or building: only its country says who is there."""
        return self._parties.is_place(hit) or (hit.mention.form == "role" and self._sites.has(hit.token))

    def _sectors_agree(self, a: Hit, b: Hit) -> bool:
        if self._is_site(a) or self._is_site(b):
            return True
        sectors = [self._parties.sectors(hit) for hit in (a, b)]
        nations = [self._kin.is_nation(hit) for hit in (a, b)]
        if any(nations):
            return all(nation or found & self._state for nation, found in zip(nations, sectors, strict=True))
        if any(not found or found <= self._private for found in sectors):
            return True
        return bool(sectors[0] & sectors[1]) or any(
            all(found & family for found in sectors) for family in (self._state, self._armed)
        )


def _is_bare_definite(noun: Token) -> bool:
    """Whether a noun stands with "the" and nothing that describes it: it means whom the text has named."""
    if noun.upos != "NOUN":
        return False
    if not any(c.lower in DEFINITE and c.deprel == "det" for c in noun.children):
        return False
    return not any(c.deprel.startswith(DESCRIBING) and c.deprel not in NUMBERS for c in noun.children)
