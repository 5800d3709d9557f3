"""Whether a later sentence takes up an event that the text has told: lead after headline, body after lead.

"Rebels storm base" / "Fighters overran a barracks", "the attackers", "40 people were killed in the strike",
"the group claimed responsibility for the attack".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding.likeness import DEFINITE, Likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.kinship import Kinship
    from tidings.coding.parties import Parties
    from tidings.records import Token

LEAD = 2
"""How many sentences after a headline may tell what it tells."""


class Resumptions:
    """Decides whether a draft takes up what an earlier sentence of the document tells."""

    def __init__(self, codebook: Codebook, parties: Parties, kin: Kinship) -> None:
        rules = codebook.rules
        self._parties = parties
        self._like = Likeness(codebook, parties, kin)
        self._other = WordList(rules.other_words)
        self._claims = frozenset(rules.claiming_frames)
        self._whatever_mode = frozenset(rules.one_whatever_mode)
        self._plain = frozenset(rules.plain_modes)
        self._own_deeds = frozenset(rules.own_deeds)
        self._nouns = {
            kind: WordList((*_nouns(codebook, kind), *rules.event_nouns.get(kind, ())))
            for kind in codebook.types
        }

    def takes_up(self, told: Sequence[Draft], draft: Draft) -> bool:
        """Whether the draft tells once more the event of these tellings, from another sentence."""
        first = told[0]
        if first.type != draft.type or any(_is_apart(earlier, draft) for earlier in told):
            return False
        if draft.match.frame.name in self._claims:
            return True
        return first.aux == draft.aux and self._tells_again(told, draft)

    def _tells_again(self, told: Sequence[Draft], draft: Draft) -> bool:
        """Whether modes, parties and words say that it is the event told."""
        if not self._modes_agree(told[0], draft):
            return any(self._is_headline_of(t, draft) and _has_ids_of(t, draft) for t in told)
        if self._refers_back(draft) and self._like.may_be(told[0].actor, draft.actor):
            return True
        if self._says_other(draft) or any(self._is_elsewhere(earlier, draft) for earlier in told):
            return False
        return any(self._is_headline_of(t, draft) or self._names_the_same(t, draft) for t in told)

    def _modes_agree(self, a: Draft, b: Draft) -> bool:
        if a.mode == b.mode:
            return True
        modes = {f"{d.type}.{d.mode}" for d in (a, b)}
        if modes & self._own_deeds:
            return False
        return a.mode is None or b.mode is None or a.type in self._whatever_mode

    def _is_headline_of(self, told: Draft, draft: Draft) -> bool:
        """Whether the one is told in the headline, the other in the lead, of parties that may be the same."""
        if told.predicate.token.sentence.kind != "title" or not self._is_lead(draft):
            return False
        return self._like.may_be(told.actor, draft.actor) and self._like.may_be(
            told.recipient, draft.recipient
        )

    def _is_lead(self, draft: Draft) -> bool:
        body = [s for s in self._parties.sentences if s.kind != "title"]
        return any(s is draft.predicate.token.sentence for s in body[:LEAD])

    def _names_the_same(self, told: Draft, draft: Draft) -> bool:
        """Whether it names the same parties once more, by other words: "the attackers", "the man"."""
        if not self._plain_modes_agree(told, draft):
            return False
        same_victims = self._like.is_same(told.recipient, draft.recipient)
        if not (told.actor and draft.actor):
            return same_victims
        if not self._like.is_same(told.actor, draft.actor):
            return False
        return same_victims or not (told.recipient and draft.recipient)

    def _plain_modes_agree(self, a: Draft, b: Draft) -> bool:
        modes = {f"{d.type}.{d.mode}" for d in (a, b)}
        return a.mode == b.mode or a.mode is None or b.mode is None or bool(modes & self._plain)

    def _refers_back(self, draft: Draft) -> bool:
        """Whether the clause itself says "in the attack": what the text has told of."""
        nouns = self._nouns[draft.type]
        if draft.actor and not self._like.are_definite(draft.actor):
            return False
        return any(
            nouns.has(t) and t.upos == "NOUN" and t.deprel.startswith("obl") and _is_definite(t)
            for t in draft.predicate.token.children
        )

    def _says_other(self, draft: Draft) -> bool:
        """Whether a word says that it is another event: "another attack", "also arrested", "two more"."""
        top = [draft.predicate.token, draft.predicate.carrier or draft.predicate.token]
        hits: list[Hit] = [*draft.actor, *draft.recipient]
        nouns = [c for t in top for c in t.children if c.deprel.startswith(("obl", "nmod", "obj", "nsubj"))]
        near: list[Token] = [*top, *nouns, *(hit.token for hit in hits)]
        return any(self._other.has(c) for t in near for c in t.children)

    def _is_elsewhere(self, a: Draft, b: Draft) -> bool:
        """Whether two clauses name towns, and not the same."""
        towns = [self._towns(d) for d in (a, b)]
        return all(towns) and all(not (x & y) for x, y in pairwise(towns))

    def _towns(self, draft: Draft) -> set[str]:
        return {t.lower for t in draft.predicate.clause() if self._parties.is_city(t)}


def _has_ids_of(told: Draft, draft: Draft) -> bool:
    """Whether the text says that both sides are the same: the headline only names the deed otherwise."""
    sides = (told.actor_ids(), draft.actor_ids()), (told.recipient_ids(), draft.recipient_ids())
    return all(a and a == b for a, b in sides)


def _is_apart(told: Draft, draft: Draft) -> bool:
    """Whether the one sentence tells both, or each has a day of its own."""
    if told.predicate.token.sentence is draft.predicate.token.sentence:
        return True
    return bool(told.day and draft.day and told.day != draft.day)


def _is_definite(noun: Token) -> bool:
    return any(c.lower in DEFINITE and c.deprel == "det" for c in noun.children)


def _nouns(codebook: Codebook, kind: str) -> list[str]:
    """Return the nouns that tell events of the type."""
    return [noun for frame in codebook.types[kind].frames for noun in frame.nouns if not noun.startswith("@")]
