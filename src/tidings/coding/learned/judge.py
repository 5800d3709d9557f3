"""`Judge`: reads every sentence with the frames' drafts in view, drops, mends and adds drafts.

The network has the frames' opinion among its inputs, so what it returns is a joint one. A draft that stays
keeps the frame as its `why`; one that the frames did not propose has `TYPE.learned`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tidings.coding.coordination import conjuncts
from tidings.coding.draft import Draft
from tidings.coding.frames import Match
from tidings.coding.hit import Hit
from tidings.coding.learned.network import Network
from tidings.coding.learned.view import ACTOR, RECIPIENT, views
from tidings.coding.learned.weights import load
from tidings.coding.modality import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook import Codebook, Frame
    from tidings.coding.coder import Analysis
    from tidings.coding.learned.view import Floats, View
    from tidings.coding.learned.weights import Weights
    from tidings.records.event import Aux

BATCH: Final = 64
"""Sentences that run together: bounds memory."""

WORD: Final = "learned"
EVEN: Final = 0.5
TRUST: Final = 2.0
"""How many times likelier the role is that a frame gives a mention, beside what the network makes of it."""


class Judge:
    """The learned part, ready to use; it knows the types of one codebook only."""

    def __init__(self, weights: Weights) -> None:
        self.network = Network(weights)
        self.types = weights.types
        self._index = {kind: i for i, kind in enumerate(weights.types)}
        self._modes = {
            i: [
                (m, mode.split(".", 1)[1])
                for m, mode in enumerate(weights.modes)
                if mode.split(".")[0] == kind
            ]
            for i, kind in enumerate(weights.types)
        }
        self._frames: dict[str, Frame] = {}
        self._floors = weights.floors
        self._calibration = weights.calibration

    @classmethod
    def of(cls, codebook: Codebook) -> Judge | None:
        """Return the learned part that ships with Tidings, if it was trained for the codebook's types."""
        weights = load()
        return cls(weights) if set(weights.types) == set(codebook.types) else None

    def __call__(self, analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts that stay and those that are added, in text order."""
        floor = min(self._floors[name] for name in ("keep", "change", "add"))
        found: list[Draft] = []
        for view, p in self.read(analysis, drafts):
            for at in np.flatnonzero(p[:, :-1].max(axis=1) >= floor):
                found.extend(self._word(view, int(at), p[at]))
        return found

    def read(self, analysis: Analysis, drafts: Sequence[Draft]) -> Iterator[tuple[View, Floats]]:
        """Yield every sentence with the probabilities of the types for each token (tokens, types + 1)."""
        seen = views(analysis, drafts, self.types)
        for start in range(0, len(seen), BATCH):
            part = seen[start : start + BATCH]
            self.network.read(part)
            for view in part:
                yield view, self.network.triggers(view)

    def _word(self, view: View, at: int, p: Floats) -> Iterator[Draft]:
        drafts = view.drafts.get(at, [])
        kept = [d for d in drafts if p[self._index[d.type]] >= self._floors["keep"]]
        for draft in kept:
            self._complete(view, at, draft, p)
            yield draft
        best = int(p[:-1].argmax())
        if not kept and p[best] >= self._floors["change" if drafts else "add"]:
            draft = self._added(view, at, self.types[best])
            self._complete(view, at, draft, p)
            if (draft.actor or draft.recipient) and view.analysis.may_be_coded(draft):
                yield draft

    def _added(self, view: View, at: int, kind: str) -> Draft:
        """Return a draft that no frame has proposed, without parties."""
        token, analysis = view.sentence.tokens[at], view.analysis
        predicate = analysis.predicate(token)
        frame = self._frames.setdefault(kind, analysis.coder.codebook.frame(kind, WORD))
        draft = Draft(Match(frame, predicate), kind, analysis.drafter.mode(frame, predicate), [], [])
        draft.tellings = [predicate]
        analysis.date(draft)
        return draft

    def _complete(self, view: View, at: int, draft: Draft, p: Floats) -> None:
        """Set parties, auxiliary modes, confidence, and the mode where the codebook has no word for it."""
        kind = self._index[draft.type]
        sure = self._parties(view, at, kind, draft)
        if draft.mode is None:
            draft.mode = self._mode(view, at, kind)
        by_frame = draft.match.frame.entry.id != WORD
        if not by_frame:
            draft.aux = self._aux(view, at, kind)
        draft.confidence = self._confidence(float(p[kind]), sure, by_frame=by_frame)

    def _aux(self, view: View, at: int, kind: int) -> tuple[Aux, ...]:
        probabilities = self.network.auxiliaries(view, at, kind)
        return tuple(mode for mode, q in zip(ORDER, probabilities, strict=True) if q >= EVEN)

    def _mode(self, view: View, at: int, kind: int) -> str | None:
        scores = np.exp(self.network.modes(view, at, kind)[[m for m, _ in self._modes[kind]]])
        best = int(scores.argmax())
        return (self._modes[kind][best][1] or None) if scores[best] >= EVEN * scores.sum() else None

    def _parties(self, view: View, at: int, kind: int, draft: Draft) -> float:
        """Set the parties; return how sure the least sure of the choices is (probability)."""
        if not view.candidates:
            return 1.0
        here = {id(c.mention) for c in view.candidates}
        by_role = ((ACTOR, draft.actor), (RECIPIENT, draft.recipient))
        chosen = {role: [hit for hit in hits if id(hit.mention) not in here] for role, hits in by_role}
        given = {hit.mention.actors: (hit, role) for role, hits in by_role for hit in hits}
        p = _shared(self.network.roles(view, at, kind), view)
        if given:
            for k, candidate in enumerate(view.candidates):
                p[k, given.get(candidate.mention.actors, (None, 0))[1]] *= TRUST
            p /= p.sum(axis=1, keepdims=True)
        for candidate, row in zip(view.candidates, p, strict=True):
            role = 1 + int(row[1:].argmax())
            hit = given.get(candidate.mention.actors, (None, 0))[0]
            if row[role] >= self._floors["party"] and (hit is not None or candidate.head != at):
                chosen[role].append(hit or Hit(candidate.mention, candidate.token, "self"))
        draft.actor = chosen[ACTOR]
        taken = draft.actor_ids()
        draft.recipient = [h for h in chosen[RECIPIENT] if not taken.issuperset(h.mention.actors)]
        return float(np.abs(p[:, 0] - EVEN).min() + EVEN)

    def _confidence(self, p: float, sure: float, *, by_frame: bool) -> float:
        base, of_p, of_sure = self._calibration["frame" if by_frame else "added"]
        return float(1 / (1 + np.exp(-(base + of_p * log_odds(p) + of_sure * log_odds(sure)))))


def log_odds(p: float) -> float:
    """Return ln(p / (1 - p)), p held away from 0 and 1."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return float(np.log(p / (1 - p)))


def _shared(p: Floats, view: View) -> Floats:
    """Return the roles with those of a coordination averaged: its members act, or receive, together."""
    at = {candidate.token.i: k for k, candidate in enumerate(view.candidates)}
    shared = p.copy()
    entities = [candidate.entity for candidate in view.candidates]
    for k, candidate in enumerate(view.candidates):
        group = [k, *(at[t.i] for t in conjuncts(candidate.token) if t.i in at)]
        if candidate.token.deprel != "conj" and len(group) > 1:
            everywhere = np.isin(entities, [entities[j] for j in group])
            shared[everywhere] = p[group].mean(axis=0)
    return shared
