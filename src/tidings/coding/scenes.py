"""`Scenes`: events that go on telling one scene, and so have its place and day: an attack, a protest.

"On Monday gunmen attacked a market in Lima. … The gunmen shot two guards": they did that in Lima, on Monday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.deed_time import had_been, is_plain_past, lies_back
from tidings.coding.kinship import Kinship
from tidings.coding.told_days import is_recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.coding.settings import Setting

NEAR = 3
"""Sentences between two tellings of a scene: about a paragraph, beyond which the news may have moved on."""


class Scenes:
    """Finds for an event the one that sets its scene, by the settings that their own sentences tell."""

    def __init__(self, drafts: Sequence[Draft], own: Sequence[Setting], analysis: Analysis) -> None:
        self._drafts = drafts
        self._own = own
        self._analysis = analysis
        self._rules = analysis.coder.codebook.rules
        sentences = analysis.document.sentences
        self._lead = next((s.i for s in sentences if s.kind == "paragraph"), 0)
        self._kin = Kinship(analysis.coder.codebook, analysis.parties)
        self._stories = frozenset(at for at in range(len(drafts)) if self._is_story(at))

    def of(self, at: int) -> Setting | None:
        """Return the setting of the scene that an event belongs to, or None.

        `at` is the event's number among the drafts. Of several scenes one told before it goes before one told
        after, then the nearest. What is said has no scene, nor what has auxiliary modes (not done, or not
        now), holds of all times, or is of another time or place.
        """
        draft = self._drafts[at]
        if draft.type in self._rules.said_types or draft.aux or draft.generic or self._is_other(draft):
            return None
        others = [i for i in range(len(self._drafts)) if i != at and self._is_scene(i, at)]
        nearest = min(others, key=lambda i: (i > at, _distance(self._drafts[i], draft)), default=None)
        return self._own[nearest] if nearest is not None else None

    def _is_scene(self, other: int, at: int) -> bool:
        """Whether an event tells, with place or day, the scene of another one."""
        scene, draft = self._drafts[other], self._drafts[at]
        setting, own = self._own[other], self._own[at]
        if scene.type not in self._rules.lasting_scenes or scene.aux != draft.aux:
            return False
        if not _is_told(setting, self._analysis.document.published):
            return False
        if own.date is not None and (setting.date is None or own.date.value != setting.date.value):
            return False
        if own.place is not None and setting.place is not None and own.place.id != setting.place.id:
            return False
        near = _distance(scene, draft) <= NEAR
        if scene.type == draft.type:
            return near or self._may_share(scene, draft) or other in self._stories
        return near and bool(self._nameless(scene) & self._nameless(draft))

    def _is_story(self, at: int) -> bool:
        """Whether an event is what the text is about, so that all of its type belong to it.

        Headline or lead tell it, it has a date, and no event of its type tells another day or another place.
        """
        scene, setting = self._drafts[at], self._own[at]
        if not any(telling.token.sentence.i <= self._lead for telling in scene.tellings):
            return False
        like = [s for d, s in zip(self._drafts, self._own, strict=True) if d.type == scene.type]
        days = {s.date.value for s in like if s.date is not None}
        places = {s.place.id for s in like if s.place is not None}
        return setting.date is not None and len(days) == 1 and len(places) <= 1

    def _may_share(self, scene: Draft, draft: Draft) -> bool:
        """Whether two events of one type have like parties on one side, named or by their role."""
        actors, victims = draft.actor_ids(), draft.recipient_ids()
        return self._are_like(scene.actor_ids(), actors) or self._are_like(scene.recipient_ids(), victims)

    def _are_like(self, a: frozenset[str], b: frozenset[str]) -> bool:
        return bool(a and b) and (self._kin.agree(a, b) or bool(self._roles(a) & self._roles(b)))

    def _roles(self, ids: frozenset[str]) -> set[tuple[str | None, str | None]]:
        """Return sector and country of those that have a sector."""
        actors = (self._analysis.parties.actor(i) for i in ids)
        return {(actor.sector, actor.country) for actor in actors if actor is not None and actor.sector}

    def _nameless(self, draft: Draft) -> frozenset[str]:
        """Return the parties that are in one place at a time: people, and groups that have no country."""
        ids = draft.actor_ids() | draft.recipient_ids()
        known = ((i, self._analysis.parties.actor(i)) for i in sorted(ids))
        return frozenset(i for i, actor in known if actor is not None and actor.kind in {"person", "group"})

    def _is_other(self, draft: Draft) -> bool:
        """Whether the text tells the event of another time or place: "an earlier raid", "elsewhere"."""
        predicate = draft.predicate
        if had_been(predicate) or lies_back(predicate, self._rules) or not is_plain_past(predicate):
            return True
        return any(t.lower in self._rules.other_words for t in predicate.clause())


def _is_told(setting: Setting, published: str | None) -> bool:
    """Whether a setting has a place, or a recent day; one with an old date is no scene of the news."""
    if setting.date is None:
        return setting.place is not None
    return published is not None and is_recent(setting.date.value, published)


def _distance(scene: Draft, draft: Draft) -> int:
    """Return how many sentences lie between an event and the nearest telling of another."""
    at = draft.predicate.token.sentence.i
    return min(abs(telling.token.sentence.i - at) for telling in scene.tellings)
