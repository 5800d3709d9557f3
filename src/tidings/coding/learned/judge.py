"""`Judge`: reads every sentence with the frames' drafts in view, drops, mends and adds drafts.

The network has the frames' opinion among its inputs, so what it returns is a joint one. A draft that stays
keeps the frame as its `why`; one that the frames did not propose has `TYPE.learned`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tidings.coding.draft import Draft
from tidings.coding.frames import Match
from tidings.coding.learned.network import BATCH, Network, Telling
from tidings.coding.learned.parties import EVEN, set_parties
from tidings.coding.learned.view import views
from tidings.coding.learned.weights import load
from tidings.coding.modality import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook import Codebook, Frame
    from tidings.coding.coder import Analysis
    from tidings.coding.learned.view import Floats, View
    from tidings.coding.learned.weights import Weights
    from tidings.records.event import Aux

WORD: Final = "learned"


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
        told = [
            (telling, draft, float(p[at, telling.kind]))
            for view, p in self.read(analysis, drafts)
            for at in np.flatnonzero(p[:, :-1].max(axis=1) >= floor)
            for telling, draft in self._told(view, int(at), p[at])
        ]
        roles = self.network.roles([telling for telling, _, _ in told])
        for (telling, draft, p), who in zip(told, roles, strict=True):
            self._complete(telling, draft, p, who)
        return [draft for _, draft, _ in told if _by_frame(draft) or _may_be_added(analysis, draft)]

    def read(self, analysis: Analysis, drafts: Sequence[Draft]) -> Iterator[tuple[View, Floats]]:
        """Yield every sentence with the probabilities of the types for each token (tokens, types + 1)."""
        seen = views(analysis, drafts, self.types)
        for start in range(0, len(seen), BATCH):
            part = seen[start : start + BATCH]
            self.network.read(part)
            for view in part:
                yield view, self.network.triggers(view)

    def _told(self, view: View, at: int, p: Floats) -> Iterator[tuple[Telling, Draft]]:
        """Yield what a word tells: the frames' drafts that stay, or else one of another type."""
        drafts = view.drafts.get(at, [])
        kept = [d for d in drafts if p[self._index[d.type]] >= self._floors["keep"]]
        for draft in kept:
            yield Telling(view, at, self._index[draft.type]), draft
        best = int(p[:-1].argmax())
        if not kept and p[best] >= self._floors["change" if drafts else "add"]:
            yield Telling(view, at, best), self._added(view, at, self.types[best])

    def _added(self, view: View, at: int, kind: str) -> Draft:
        """Return a draft that no frame has proposed, without parties."""
        token, analysis = view.sentence.tokens[at], view.analysis
        predicate = analysis.predicate(token)
        frame = self._frames.setdefault(kind, analysis.coder.codebook.frame(kind, WORD))
        draft = Draft(Match(frame, predicate), kind, analysis.drafter.mode(frame, predicate), [], [])
        draft.tellings = [predicate]
        analysis.date(draft)
        return draft

    def _complete(self, telling: Telling, draft: Draft, p: float, roles: Floats) -> None:
        """Set parties, auxiliary modes, confidence, and the mode where the codebook has no word for it."""
        sure = set_parties(telling.view, telling.at, draft, roles, self._floors)
        if draft.mode is None:
            draft.mode = self._mode(telling)
        if not _by_frame(draft):
            draft.aux = self._aux(telling)
        draft.confidence = self._confidence(p, sure, by_frame=_by_frame(draft))

    def _aux(self, telling: Telling) -> tuple[Aux, ...]:
        probabilities = self.network.auxiliaries(telling)
        return tuple(mode for mode, q in zip(ORDER, probabilities, strict=True) if q >= EVEN)

    def _mode(self, telling: Telling) -> str | None:
        of_type = self._modes[telling.kind]
        scores = self.network.modes(telling)[[m for m, _ in of_type]]
        return of_type[int(scores.argmax())][1] or None

    def _confidence(self, p: float, sure: float, *, by_frame: bool) -> float:
        base, of_p, of_sure = self._calibration["frame" if by_frame else "added"]
        return float(1 / (1 + np.exp(-(base + of_p * log_odds(p) + of_sure * log_odds(sure)))))


def _by_frame(draft: Draft) -> bool:
    return draft.match.frame.entry.id != WORD


def _may_be_added(analysis: Analysis, draft: Draft) -> bool:
    """Whether what no frame has proposed has a party and passes the rules that drafts of frames pass."""
    return bool(draft.actor or draft.recipient) and analysis.may_be_coded(draft)


def log_odds(p: float) -> float:
    """Return ln(p / (1 - p)), p held away from 0 and 1."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return float(np.log(p / (1 - p)))
