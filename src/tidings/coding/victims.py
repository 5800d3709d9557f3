"""Whom an assault befell, where one sentence tells it twice: "shelled the town, killing two nurses".

Of several tellings the one counts that names whom it befell best: people of a role or nation before people
as such, people before places and bare numbers. A killing by nobody lends its victims to the assault by
somebody that the sentence tells beside it: "six monks were killed when gunmen opened fire".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding.recipients import without
from tidings.coding.syntax import agents, is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Clauses
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

NOBODY, PLACE, PEOPLE, PARTY = range(4)
CLAUSES = frozenset({"advcl", "acl", "parataxis", "obl", "nmod", "xcomp"})
DYING = frozenset({"die", "perish"})
DEPTH = 8


class Victims:
    """Settles whom the drafts of one document befell."""

    def __init__(self, codebook: Codebook, clauses: Clauses, parties: Parties) -> None:
        self._suffering = frozenset(codebook.rules.suffering)
        self._clauses = clauses
        self._types = frozenset(codebook.rules.one_in_sentence)
        self._bare = WordList(codebook.rules.bare_persons)
        self._parties = parties

    def settle(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts with the best recipients, those of nobody's deed told beside another dropped."""
        harms = [d for d in drafts if d.type in self._types]
        dropped = [d for d in harms if not d.actor and any(self._lend(d, other) for other in harms)]
        for draft in harms:
            self._add_dead(draft)
        for draft in harms:
            self._improve(draft, [d for d in harms if _is_same_deed(d, draft)])
        return [d for d in drafts if d not in dropped]

    def _lend(self, killing: Draft, deed: Draft) -> bool:
        """Give the victims of a killing by nobody to the deed told beside it; whether that was done."""
        if not deed.actor or killing.type != deed.type or self.strength(deed.recipient) > PLACE:
            return False
        if not _is_linked(killing, deed):
            return False
        deed.recipient = killing.recipient
        return True

    def _add_dead(self, draft: Draft) -> None:
        """Give a deed that names no victim those who die or are wounded in its sentence."""
        deed = draft.predicate.token
        if not draft.actor or draft.match.frame.entry.reciprocal:
            return
        for verb in deed.sentence.tokens:
            if verb is deed or verb.lemma.lower() not in self._suffering or not is_suffered(verb):
                continue
            if is_beneath(verb, deed) or is_beneath(deed, verb):
                dead = without(self._parties.hits(self._clauses.surface_subjects(verb)), draft.actor)
                if self.strength(dead) > max(self.strength(draft.recipient), PLACE):
                    draft.recipient = dead

    def _improve(self, draft: Draft, tellings: list[Draft]) -> None:
        best = max(tellings, key=lambda d: self.strength(d.recipient), default=draft)
        if self.strength(best.recipient) > self.strength(draft.recipient):
            draft.recipient = best.recipient
        named = [hit for hit in draft.recipient if hit.token.xpos != "CD"]
        draft.recipient = named

    def strength(self, hits: Sequence[Hit]) -> int:
        """Return how well the best of the hits names whom it befell: from NOBODY to PARTY."""
        return max((self._strength(hit) for hit in hits), default=NOBODY)

    def _strength(self, hit: Hit) -> int:
        if hit.token.xpos == "CD" or self._parties.is_place(hit):
            return PLACE
        return PEOPLE if self._bare.has(hit.token) else PARTY


def _is_same_deed(a: Draft, b: Draft) -> bool:
    """Whether two tellings of one sentence have the same actors."""
    same = a.type == b.type and a.predicate.token.sentence is b.predicate.token.sentence
    return same and bool(a.actor) and a.actor_ids() == b.actor_ids()


def _is_linked(a: Draft, b: Draft) -> bool:
    """Whether the one is told in a clause or phrase beneath the other."""
    tops = [d.predicate.token for d in (a, b)]
    return is_beneath(tops[0], tops[1]) or is_beneath(tops[1], tops[0])


def is_suffered(verb: Token) -> bool:
    """Whether a verb tells what befell its subject: "died", "was killed", not "killed three"."""
    if agents(verb) or any(c.deprel == "obj" for c in verb.children):
        return False
    return verb.upos == "VERB" and (is_passive(verb) or verb.lemma.lower() in DYING)


def is_beneath(token: Token, top: Token) -> bool:
    """Whether a word stands in a clause or phrase that hangs on another."""
    at = token
    clause = False
    for _ in range(DEPTH):
        clause = clause or at.deprel.partition(":")[0] in CLAUSES
        if at.head is None:
            return False
        at = at.head
        if at is top:
            return clause
    return False
