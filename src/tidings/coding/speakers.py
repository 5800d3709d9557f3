"""Who speaks for whom: a minister who says that "the government will agree" has himself said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Clauses, Predicate
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

OFFICES = frozenset({"GOV", "MIL"})


class Speakers:
    """Puts the speaker in the place of the state that he speaks for."""

    def __init__(self, codebook: Codebook, clauses: Clauses, parties: Parties) -> None:
        self._types = frozenset(codebook.rules.spoken_types)
        self._clauses = clauses
        self._parties = parties

    def name(self, drafts: Sequence[Draft]) -> None:
        """Set the actors of what officials say of their own state."""
        for draft in drafts:
            if draft.type in self._types and len(draft.actor) == 1:
                speaker = self._speaker(draft.predicate)
                if speaker is not None and self._speaks_for(speaker, draft.actor[0]):
                    draft.actor = [speaker]

    def _speaker(self, predicate: Predicate) -> Hit | None:
        """Return who says what the predicate tells, if somebody alone does."""
        hits = self._parties.hits(self._clauses.fillers(predicate, "speaker"))
        return hits[0] if len(hits) == 1 and hits[0].direct else None

    def _is_state(self, hit: Hit) -> bool:
        sectors = self._parties.sectors(hit)
        return bool(self._parties.countries(hit)) and (not sectors or bool(OFFICES & sectors))

    def _speaks_for(self, speaker: Hit, other: Hit) -> bool:
        """Whether an official speaks of his own state, or somebody of those whose he is: "its director".

        An official of no country that is named is one of the state that he speaks of.
        """
        if speaker.mention.actors == other.mention.actors or not self._parties.sectors(speaker):
            return False
        if self._is_of(speaker.token, other):
            return True
        if not self._is_state(other):
            return False
        lands = set(self._parties.countries(speaker))
        if not lands:
            return bool(OFFICES & self._parties.sectors(speaker))
        return bool(lands & set(self._parties.countries(other)))

    def _is_of(self, token: Token, other: Hit) -> bool:
        owners = [self._parties.at(c) for c in token.children if c.deprel == "nmod:poss" and c.upos == "PRON"]
        return any(m is not None and set(m.actors) & set(other.mention.actors) for m in owners)
