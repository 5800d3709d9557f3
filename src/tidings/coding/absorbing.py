"""What a further telling of an event adds to it: parties, mode, day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.coding.hit import Hit
    from tidings.coding.kinship import Kinship

NAMED = {"name": 3, "place": 2, "role": 2, "pronoun": 0}


class Absorption:
    """Adds further tellings to the first one."""

    def __init__(self, codebook: Codebook, kin: Kinship) -> None:
        self._kin = kin
        self._visits = frozenset(codebook.rules.visits)
        self._plain = frozenset(codebook.rules.plain_modes)
        self._claims = frozenset(codebook.rules.claiming_frames)

    def absorb(self, kept: Draft, other: Draft) -> None:
        """Add a further telling to a draft, with what it alone says of parties, mode and day."""
        visit = next((d for d in (kept, other) if f"{d.type}.{d.mode}" in self._visits), None)
        if visit is not None and kept.mode != other.mode:
            self._settle_visit(kept, other, visit)
        else:
            self._settle_parties(kept, other)
        if kept.mode is None or (other.mode and f"{kept.type}.{kept.mode}" in self._plain):
            kept.mode = other.mode
        kept.day = kept.day or other.day
        kept.aux = max(kept.aux, other.aux, key=len)
        kept.confidence = max(kept.confidence, other.confidence)
        kept.tellings.extend(other.tellings)

    def take_up(self, kept: Draft, other: Draft) -> None:
        """Add a telling in another sentence: the parties stand as the one names them best.

        Who claims a deed has done it where the deed itself names nobody.
        """
        actor, recipient = kept.actor, kept.recipient
        self.absorb(kept, other)
        if other.match.frame.name in self._claims:
            kept.actor, kept.recipient = actor or other.actor, recipient
            return
        if not self._kin.is_closer(other.actor_ids(), frozenset(a for h in actor for a in h.mention.actors)):
            kept.actor = self._better(actor, other.actor)
        kept.recipient = self._better(recipient, other.recipient)

    def _settle_visit(self, kept: Draft, other: Draft, visit: Draft) -> None:
        """Make the hosts that were met the recipients, where the visit itself names but a place."""
        met = kept if visit is other else other
        visitors = visit.actor_ids()
        hosts = [h for h in (*met.actor, *met.recipient) if not frozenset(h.mention.actors) <= visitors]
        kept.actor, kept.mode = visit.actor, visit.mode
        kept.recipient = hosts or visit.recipient

    def _settle_parties(self, kept: Draft, other: Draft) -> None:
        if any(h.direct for h in other.recipient) and not any(h.direct for h in kept.recipient):
            kept.recipient = other.recipient
        named = any(h.mention.form != "pronoun" for h in other.actor)
        if len(other.actor_ids()) > len(kept.actor_ids()) and (named or not kept.actor):
            kept.actor = other.actor
            kept.recipient = other.recipient or kept.recipient
        elif kept.actor and self._kin.is_closer(other.actor_ids(), kept.actor_ids()):
            kept.actor = other.actor

    def _better(self, first: list[Hit], further: list[Hit]) -> list[Hit]:
        """Return the parties that the text names better; the first ones where it does both alike."""
        return further if self._rank(further) > self._rank(first) else first

    def _rank(self, hits: Sequence[Hit]) -> tuple[int, int, int]:
        """Return how well the parties are named: at all and directly, by name, by country."""
        direct = [hit for hit in hits if hit.direct]
        named = max((NAMED[hit.mention.form] for hit in direct), default=0)
        return (min(len(direct), 1), named, sum(self._kin.is_placed(hit) for hit in direct))
