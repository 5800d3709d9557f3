"""Whom an assault befell, where one sentence tells it twice: "shelled the town, killing two nurses".

Of several tellings the one counts that names whom it befell best: people of a role or nation before towns
and buildings, these before people as such, people before mere places and bare numbers. A killing by nobody
lends its victims to the assault by somebody that the sentence tells beside it: "six monks were killed when
gunmen opened fire".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding.recipients import without
from tidings.coding.voice import agents, is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Clauses
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

NOBODY, PLACE, PEOPLE, SITE, PARTY = range(5)
CLAUSES = frozenset({"advcl", "acl", "parataxis", "obl", "nmod", "xcomp"})
DYING = frozenset({"die", "perish"})
GOING_ON = frozenset({"advcl", "conj", "parataxis"})
LEAVING = "leave"
STRICKEN = frozenset({"dead", "wounded", "injured", "maimed"})
DEPTH = 8


class Victims:
    """Settles whom the drafts of one document befell."""

    def __init__(self, codebook: Codebook, clauses: Clauses, parties: Parties) -> None:
        self._suffering = frozenset(codebook.rules.suffering)
        self._clauses = clauses
        self._types = frozenset(codebook.rules.one_in_sentence)
        self._bare = WordList(codebook.rules.bare_persons)
        self._parties = parties
        self._sites = WordList(codebook.lists.get("war_targets", ()))

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
        if draft.match.frame.entry.reciprocal:
            return
        self._take(draft, self._harmed(draft))
        for verb in deed.sentence.tokens:
            if verb is deed or verb.lemma.lower() not in self._suffering or not is_suffered(verb):
                continue
            if is_beneath(verb, deed) or is_beneath(deed, verb):
                self._take(draft, self._clauses.surface_subjects(verb))

    def _take(self, draft: Draft, sufferers: Sequence[Token]) -> None:
        """Make the sufferers the recipients, if they name whom it befell better than those do."""
        dead = without(self._parties.hits(sufferers), draft.actor)
        if self.strength(dead) > max(self.strength(draft.recipient), PLACE):
            draft.recipient = dead

    def _harmed(self, draft: Draft) -> list[Token]:
        """Return whom a deed told by a noun harms: "the raid left three dead"."""
        nouns = _nouns_of(draft)
        return [
            c
            for verb in draft.predicate.token.sentence.tokens
            if verb.upos == "VERB" and self._harms(verb) and _is_done_by(verb, draft, nouns)
            for c in verb.children
            if c.deprel == "obj"
        ]

    def _harms(self, verb: Token) -> bool:
        if verb.lemma.lower() == LEAVING:
            return any(t.lower in STRICKEN for t in verb.subtree() if t.i > verb.i)
        return verb.lemma.lower() in self._suffering and not is_passive(verb)

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
        if self._bare.has(hit.token):
            return PEOPLE
        return SITE if self._is_site(hit) else PARTY

    def _is_site(self, hit: Hit) -> bool:
        """Whether a hit is a town or a building, be it that of a government or church."""
        if hit.mention.form == "role":
            return self._sites.has(hit.token)
        return hit.mention.form != "pronoun" and self._parties.is_city(hit.token)


def _is_same_deed(a: Draft, b: Draft) -> bool:
    """Whether two tellings of one sentence have the same actors, or none and the one hangs on the other."""
    same = a.type == b.type and a.predicate.token.sentence is b.predicate.token.sentence
    return same and a.actor_ids() == b.actor_ids() and (bool(a.actor) or a is b or _is_linked(a, b))


def _nouns_of(draft: Draft) -> list[Token]:
    """Return the nouns that stand for the deed: "the raid", "a bomb planted by X"."""
    token = draft.predicate.token
    if token.upos == "NOUN":
        return [token]
    head = [token.head] if token.head is not None and token.deprel.startswith("acl") else []
    below = [c for c in token.children if c.deprel == "nsubj:pass"] if agents(token) else []
    return [noun for noun in (*head, *below) if noun.upos == "NOUN"]


def _is_done_by(verb: Token, draft: Draft, nouns: Sequence[Token]) -> bool:
    """Whether a deed's noun is the verb's subject, or the verb goes on with the deed's clause."""
    subjects = [c for c in verb.children if c.deprel.startswith("nsubj")]
    if subjects:
        return any(subject in nouns for subject in subjects)
    tops = {draft.predicate.token, draft.predicate.carrier}
    return bool(nouns) and verb.deprel in GOING_ON and verb.head in tops


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
