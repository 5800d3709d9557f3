"""Who speaks for whom: a minister who says that "the government will agree" has himself said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Clauses
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

DEPTH = 6
OFFICES = frozenset({"GOV", "MIL"})


class Speakers:
    """Puts the speaker in the place of the state that he speaks for."""

    def __init__(self, codebook: Codebook, clauses: Clauses, parties: Parties) -> None:
        self._types = frozenset(codebook.rules.spoken_types)
        self._reporting = frozenset(codebook.light_verbs.reporting)
        self._clauses = clauses
        self._parties = parties

    def name(self, drafts: Sequence[Draft]) -> None:
        """Set the actors of what officials say of their own state."""
        for draft in drafts:
            if draft.type in self._types and len(draft.actor) == 1 and self._is_state(draft.actor[0]):
                speaker = self._speaker(draft.predicate.carrier or draft.predicate.token)
                if speaker is not None and self._speaks_for(speaker, draft.actor[0]):
                    draft.actor = [speaker]

    def _speaker(self, token: Token) -> Hit | None:
        """Return who says what the token says, if somebody alone does."""
        at = token
        for _ in range(DEPTH):
            if at.head is None:
                return None
            if at.deprel == "ccomp" and at.head.lemma.lower() in self._reporting:
                hits = self._parties.hits(self._clauses.surface_subjects(at.head))
                return hits[0] if len(hits) == 1 and hits[0].direct else None
            at = at.head
        return None

    def _is_state(self, hit: Hit) -> bool:
        sectors = self._parties.sectors(hit)
        return bool(self._parties.countries(hit)) and (not sectors or bool(OFFICES & sectors))

    def _speaks_for(self, speaker: Hit, state: Hit) -> bool:
        """Whether an official speaks of his own state, and not the state itself."""
        if speaker.mention.actors == state.mention.actors or not self._parties.sectors(speaker):
            return False
        return bool(set(self._parties.countries(speaker)) & set(self._parties.countries(state)))
