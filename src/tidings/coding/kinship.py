"""`Kinship`: which parties may be one side: a state and its government, a country and who speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Actor

Ids = frozenset[str]


class Kinship:
    """Compares sets of actor ids of one document."""

    def __init__(self, codebook: Codebook, parties: Parties) -> None:
        self._parties = parties
        self._state_sectors = frozenset(codebook.rules.state_sectors)

    def agree(self, a: Ids, b: Ids) -> bool:
        """Whether two sets name the same actors, or one a state and the other its government or army."""
        return a == b or self._stands_for(a, b) or self._stands_for(b, a)

    def may_agree(self, a: Ids, b: Ids) -> bool:
        """Whether two sets do not contradict each other: the one has no others, or they agree."""
        return a <= b or b <= a or self.agree(a, b)

    def is_closer(self, a: Ids, b: Ids) -> bool:
        """Whether the first set names who acts for the state that the second names."""
        return self._stands_for(b, a)

    def is_nation(self, hit: Hit) -> bool:
        """Whether a party is a state, or a people by its state's name."""
        return any(_is_nation(self._parties.actor(i)) for i in hit.mention.actors)

    def is_placed(self, hit: Hit) -> bool:
        """Whether the text names the country of a party."""
        return bool(self._parties.stated_countries(hit))

    def is_at_home(self, hosts: Ids, place: Ids) -> bool:
        """Whether all hosts belong to the country or countries visited, so far as the text says."""
        lands = self._countries(place)
        actors = [self._parties.actor(i) for i in hosts]
        return bool(lands) and all(actor is not None and actor.country in lands for actor in actors)

    def _stands_for(self, states: Ids, others: Ids) -> bool:
        """Whether one set has only states, and the other only who acts for just these states."""
        nations = [self._parties.actor(i) for i in states]
        if not nations or not others or not all(map(_is_nation, nations)):
            return False
        actors = [self._parties.actor(i) for i in others]
        if not all(self._is_official(actor) for actor in actors):
            return False
        return self._countries(states) == self._countries(others)

    def _is_official(self, actor: Actor | None) -> bool:
        return actor is not None and bool(self._state_sectors & {actor.sector, *actor.sectors})

    def _countries(self, ids: Ids) -> frozenset[str | None]:
        actors = (self._parties.actor(i) for i in ids)
        return frozenset(actor.country for actor in actors if actor is not None and actor.country)


def _is_nation(actor: Actor | None) -> bool:
    """Whether an actor is a state, by its name or its people's: "Israel", "Israeli"."""
    if actor is None or not actor.country:
        return False
    return actor.kind == "state" or (actor.kind == "group" and not actor.sector)
