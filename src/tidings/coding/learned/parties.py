"""Who takes part in an event: from the network's probabilities to actors and recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tidings.coding.coordination import conjuncts
from tidings.coding.hit import Hit
from tidings.coding.learned.view import ACTOR, RECIPIENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tidings.coding.draft import Draft
    from tidings.coding.learned.view import Candidate, Floats, View

EVEN: Final = 0.5
TRUST: Final = 2.0
"""How many times likelier the role is that a frame gives a mention, beside what the network makes of it."""

Ids = tuple[str, ...]


def set_parties(view: View, at: int, draft: Draft, roles: Floats, floors: Mapping[str, float]) -> float:
    """Set the parties of a draft; return how sure the least sure of the choices is (probability).

    `roles` are the network's (candidates, 3). A mention is a party from the floor `party` on; a role that
    nobody has by that goes to the likeliest one, from the lower floor `want` on. What a frame found outside
    the sentence stays.
    """
    if not view.candidates:
        return 1.0
    choice = Choice(view, at, draft, roles)
    for role in (ACTOR, RECIPIENT):
        choice.take(role, floors["party"])
    for role in (ACTOR, RECIPIENT):
        if choice.lacks(role):
            choice.take_likeliest(role, floors["want"])
    draft.actor = choice.hits[ACTOR]
    taken = draft.actor_ids()
    draft.recipient = [h for h in choice.hits[RECIPIENT] if not taken.issuperset(h.mention.actors)]
    return choice.sure


class Choice:
    """The hits chosen so far for each role."""

    def __init__(self, view: View, at: int, draft: Draft, roles: Floats) -> None:
        by_role = ((ACTOR, draft.actor), (RECIPIENT, draft.recipient))
        here = {id(candidate.mention) for candidate in view.candidates}
        self.hits = {role: [h for h in hits if id(h.mention) not in here] for role, hits in by_role}
        self._given = {h.mention.actors: (h, role) for role, hits in by_role for h in hits}
        self._at = at
        self._candidates = view.candidates
        self._p = self._trusting(shared(roles, view))

    @property
    def sure(self) -> float:
        """The probability of the least sure answer to "is this a party?"."""
        return float(np.abs(self._p[:, 0] - EVEN).min() + EVEN)

    def lacks(self, role: int) -> bool:
        """Whether nobody has the role; two who act need nobody at whom it is directed."""
        acting = {h.mention.actors for h in self.hits[ACTOR]}
        return not self.hits[role] and (role == ACTOR or len(acting) < 2)

    def take(self, role: int, floor: float) -> None:
        """Add the candidates that have no likelier role and reach the floor."""
        for candidate, p in zip(self._candidates, self._p, strict=True):
            if p[role] >= floor and p[1:].argmax() + 1 == role and self._may_be(candidate):
                self.hits[role].append(self._hit(candidate))

    def take_likeliest(self, role: int, floor: float) -> None:
        """Add all mentions of the likeliest of those that have no other role."""
        open_ = [
            (float(p[role]), candidate.mention.actors)
            for candidate, p in zip(self._candidates, self._p, strict=True)
            if p[1:].argmax() + 1 == role and self._may_be(candidate)
        ]
        best, actors = max(open_, key=lambda one: one[0], default=(0.0, ()))
        if best >= floor:
            mentions = [c for c in self._candidates if c.mention.actors == actors]
            self.hits[role].extend(self._hit(candidate) for candidate in mentions)

    def _may_be(self, candidate: Candidate) -> bool:
        return candidate.head != self._at or candidate.mention.actors in self._given

    def _hit(self, candidate: Candidate) -> Hit:
        given = self._given.get(candidate.mention.actors)
        return given[0] if given else Hit(candidate.mention, candidate.token, "self")

    def _trusting(self, p: Floats) -> Floats:
        """Return the probabilities with the roles that the frame gave counted more; none where none."""
        if not self._given:
            return p
        for k, candidate in enumerate(self._candidates):
            p[k, self._given.get(candidate.mention.actors, (None, 0))[1]] *= TRUST
        result: Floats = p / p.sum(axis=1, keepdims=True)
        return result


def shared(p: Floats, view: View) -> Floats:
    """Return the roles with those of a coordination averaged: its members act, or receive, together."""
    at = {candidate.token.i: k for k, candidate in enumerate(view.candidates)}
    mean = p.copy()
    entities = [candidate.entity for candidate in view.candidates]
    for k, candidate in enumerate(view.candidates):
        group = [k, *(at[t.i] for t in conjuncts(candidate.token) if t.i in at)]
        if candidate.token.deprel != "conj" and len(group) > 1:
            everywhere = np.isin(entities, [entities[j] for j in group])
            mean[everywhere] = p[group].mean(axis=0)
    return mean
