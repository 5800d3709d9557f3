"""One event for all its tellings: headline, lead and body, attack and casualties, visit and meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.absorbing import Absorption
from tidings.coding.kinship import Kinship
from tidings.coding.resumptions import Resumptions
from tidings.coding.tags import GROUPING
from tidings.coding.upward import upward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.coding.parties import Parties
    from tidings.records import Token

LINKS = frozenset({"advcl", "xcomp", "nsubj", "obl:agent"})


def merge(drafts: Sequence[Draft], codebook: Codebook, parties: Parties) -> list[Draft]:
    """Join drafts that tell the same event; the first telling with most parties stands for all.

    What is told as happening at all times is dropped beside a dated event, which it does not tell.
    """
    kin = Kinship(codebook, parties)
    retellings = Retellings(codebook, kin)
    resumptions, absorption = Resumptions(codebook, parties, kin), Absorption(codebook, kin)
    events: list[list[Draft]] = []
    for draft in drafts:
        told = next((e for e in events if retellings.tell(e, draft)), None)
        again = told or next((e for e in reversed(events) if resumptions.takes_up(e, draft)), None)
        if again is None:
            events.append([draft])
        elif again[0].generic and draft.day and not draft.generic:
            again[0] = draft
        elif not (draft.generic and again[0].day):
            (absorption.absorb if told else absorption.take_up)(again[0], draft)
            again.append(draft)
    return [tellings[0] for tellings in events]


class Retellings:
    """Decides whether two drafts of one document tell one event."""

    def __init__(self, codebook: Codebook, kin: Kinship) -> None:
        rules = codebook.rules
        self._kin = kin
        self._in_sentence = frozenset(rules.one_in_sentence)
        self._whatever_mode = frozenset(rules.one_whatever_mode)
        self._in_group = frozenset(rules.one_in_group)
        self._own_deeds = frozenset(rules.own_deeds)
        self._visits = frozenset(rules.visits)

    def tell(self, event: Sequence[Draft], draft: Draft) -> bool:
        """Whether a draft tells the event of the tellings so far."""
        days = {telling.day for telling in event if telling.day}
        if draft.day and days - {draft.day}:
            return False
        return any(self.are_one(telling, draft) for telling in event)

    def are_one(self, a: Draft, b: Draft) -> bool:
        """Whether two drafts tell one event: same type, and parties, days and aux that agree."""
        if a.type != b.type or (a.day and b.day and a.day != b.day):
            return False
        if a.type in self._in_group and _said_at_once(a, b):
            return True
        if a.aux != b.aux and not (_linked(a, b) and _ages_alone(a, b)):
            return False
        return self._tell_the_same(a, b) or self._are_one_visit(a, b)

    def _tell_the_same(self, a: Draft, b: Draft) -> bool:
        """Whether modes and parties of two drafts of one type do not contradict each other."""
        if not self._modes_agree(a, b):
            return False
        if b.predicate.carrier is a.predicate.token or a.predicate.carrier is b.predicate.token:
            return True  # "met for talks": the noun repeats its verb
        if not self._actors_agree(a, b):
            return False
        if _one_sentence(a, b):
            sure = a.actor_ids() == b.actor_ids()
            if (sure and a.type in self._in_sentence) or _linked(a, b):
                return True
        return self._kin.may_agree(a.recipient_ids(), b.recipient_ids())

    def _actors_agree(self, a: Draft, b: Draft) -> bool:
        """Whether two drafts have one actor, or one has none: "gunmen opened fire; a guard was killed"."""
        if not (a.actor and b.actor) and a.type in self._in_sentence and _one_sentence(a, b):
            return True
        if self._kin.agree(a.actor_ids(), b.actor_ids()):
            return True
        all_a, all_b = a.actor_ids() | a.recipient_ids(), b.actor_ids() | b.recipient_ids()
        reciprocal = a.match.frame.entry.reciprocal or b.match.frame.entry.reciprocal
        return reciprocal and (all_a <= all_b or all_b <= all_a)

    def _modes_agree(self, a: Draft, b: Draft) -> bool:
        if a.mode != b.mode and {f"{d.type}.{d.mode}" for d in (a, b)} & self._own_deeds:
            return False
        if a.mode == b.mode or a.mode is None or b.mode is None:
            return True
        if a.type in self._in_sentence and _coordinated(a, b):
            return True
        if a.type not in self._whatever_mode or not _one_sentence(a, b) or not self._one_actor(a, b):
            return False
        return _linked(a, b) or self._kin.may_agree(a.recipient_ids(), b.recipient_ids())

    def _one_actor(self, a: Draft, b: Draft) -> bool:
        return bool(a.actor and b.actor) and self._kin.agree(a.actor_ids(), b.actor_ids())

    def _are_one_visit(self, a: Draft, b: Draft) -> bool:
        """Whether a visit and a meeting with the hosts, or two visits, are told in one sentence."""
        if not _one_sentence(a, b):
            return False
        visits = [d for d in (a, b) if f"{d.type}.{d.mode}" in self._visits]
        if not visits:
            return False
        visit = visits[0]
        other = b if visit is a else a
        visitors = visit.actor_ids()
        hosts = (other.actor_ids() | other.recipient_ids()) - visitors
        if not visitors <= other.actor_ids() | other.recipient_ids() or not hosts:
            return False
        return self._kin.is_at_home(hosts, visit.recipient_ids())


def _ages_alone(a: Draft, b: Draft) -> bool:
    """Whether only one of two drafts is dated: "the 2006 bombing killed hundreds"."""
    return set(a.aux) ^ set(b.aux) == {"historical"}


def _one_sentence(a: Draft, b: Draft) -> bool:
    return a.predicate.token.sentence is b.predicate.token.sentence


def _said_at_once(a: Draft, b: Draft) -> bool:
    """Whether coordinated or governed verbs say one thing of one actor: "will comply and agrees to help"."""
    if a.actor_ids() != b.actor_ids() or ("negation" in a.aux) != ("negation" in b.aux):
        return False
    ids_a, ids_b = a.recipient_ids(), b.recipient_ids()
    return _group(a) is _group(b) and (ids_a <= ids_b or ids_b <= ids_a)


def _group(draft: Draft) -> Token:
    """Return the verb at the top of the predicate group: above coordination and complements."""
    start = draft.predicate.carrier or draft.predicate.token
    return next(at for at in upward(start) if at.deprel not in GROUPING or at.head is None)


def _coordinated(a: Draft, b: Draft) -> bool:
    """Whether two verbs say one deed of the same parties: "shot and killed the suspect"."""
    if a.actor_ids() != b.actor_ids() or a.recipient_ids() != b.recipient_ids():
        return False
    tokens = a.predicate.token, b.predicate.token
    return any(x.deprel == "conj" and x.head is y for x, y in (tokens, tokens[::-1]))


def _linked(a: Draft, b: Draft) -> bool:
    """Whether the one predicate hangs on the other: "attacked X, killing Y", "the strike killed X".

    A verb that only carries a noun stands for it: "the strike launched by Israel killed X".
    """
    for upper, lower in ((a, b), (b, a)):
        at = lower.predicate.token
        above = upper.predicate.carrier or upper.predicate.token
        for _ in range(2):
            if at.deprel in LINKS and at.head in {upper.predicate.token, above}:
                return True
            if at.deprel != "acl" or at.head is None:
                break
            at = at.head
    return False
