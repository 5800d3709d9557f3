"""Who reported an event: the quotation it stands in, or the reporting verb or "according to" above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import phrases
from tidings.records import Attribution

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.clauses import Clauses
    from tidings.coding.draft import Draft
    from tidings.coding.parties import Parties
    from tidings.records import Mentions, Quote, Token

DEPTH = 10


class Attributions:
    """Finds the reporter of events in one document."""

    def __init__(self, mentions: Mentions, clauses: Clauses, parties: Parties, codebook: Codebook) -> None:
        self._quotes = tuple(q for q in mentions.quotes if q.kind != "indirect")
        self._clauses = clauses
        self._parties = parties
        self._reporting = frozenset(codebook.light_verbs.reporting)
        self._own = frozenset(codebook.modality.denial.own)
        self._blamed = frozenset(codebook.modality.denial.blamed)
        self._actors = mentions.actors
        self._sources = tuple(codebook.light_verbs.sources)

    def quote(self, token: Token) -> Quote | None:
        """Return the direct or partial quotation that the token stands in."""
        return next((q for q in self._quotes if q.start <= token.start < q.end), None)

    def of(self, token: Token) -> Attribution | None:
        """Return who reported what the token says, or None where the article itself says it."""
        quote = self.quote(token)
        speaker = self._speaker(token)
        if quote is not None:
            return Attribution(speaker=quote.speaker or speaker, quote=quote.id)
        return Attribution(speaker=speaker) if speaker else None

    def is_own_denial(self, draft: Draft) -> bool:
        """Whether somebody says that he has not done it: "the army said that its men had not fired"."""
        verb = draft.predicate.carrier or draft.predicate.token
        if draft.type not in self._blamed or "negation" not in draft.aux or not _is_past(verb):
            return False
        reported = self.of(verb)
        if reported is None:
            return False
        first = [t for hit in draft.actor for t in (hit.token, *hit.token.children)]
        if any(t.lower in self._own for t in first):
            return True
        return reported.speaker is not None and bool(
            self._concerns(frozenset({reported.speaker})) & self._concerns(draft.actor_ids())
        )

    def is_prediction(self, draft: Draft) -> bool:
        """Whether others say that somebody may do it: "Oslo says that Minsk may attack"."""
        if "hypothetical" not in draft.aux:
            return False
        reported = self.of(draft.predicate.carrier or draft.predicate.token)
        if reported is None or reported.speaker is None:
            return False
        lands, others = self._lands(frozenset({reported.speaker})), self._lands(draft.actor_ids())
        return bool(lands and others) and not lands & others

    def _lands(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(a.country for a in self._actors if a.id in ids and a.country)

    def _concerns(self, ids: frozenset[str]) -> frozenset[str]:
        """Return the actors and their countries."""
        return ids | self._lands(ids)

    def _speaker(self, token: Token) -> str | None:
        at = token
        for _ in range(DEPTH):
            for c in at.children:
                found = self._reporting_parenthesis(c) or self._according_to(c)
                if found:
                    return found
            head = at.head
            if head is None:
                return None
            if at.deprel in {"ccomp", "parataxis"} and head.lemma.lower() in self._reporting:
                return self._first(self._clauses.surface_subjects(head))
            at = head
        return None

    def _reporting_parenthesis(self, child: Token) -> str | None:
        if child.deprel not in {"parataxis", "advcl"} or child.lemma.lower() not in self._reporting:
            return None
        return self._first([c for c in child.children if c.deprel.startswith("nsubj")])

    def _according_to(self, child: Token) -> str | None:
        if not child.deprel.startswith("obl"):
            return None
        name = " ".join(phrases.prepositions(child))
        return self._first([child]) if name in self._sources else None

    def _first(self, tokens: list[Token]) -> str | None:
        hits = self._parties.hits(tokens)
        return hits[0].mention.actors[0] if hits else None


def _is_past(verb: Token) -> bool:
    """Whether a negated verb tells of the past: "did not", "had never", "has not"."""
    auxiliaries = [c for c in verb.children if c.deprel.startswith("aux")]
    if any(c.xpos == "MD" for c in auxiliaries):
        return False
    return verb.xpos == "VBD" or any(c.xpos == "VBD" or c.lemma.lower() == "have" for c in auxiliaries)
