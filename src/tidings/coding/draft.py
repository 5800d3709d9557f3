"""`Draft`: an event under construction, before rules, merging and ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.coding.clauses import Predicate
    from tidings.coding.frames import Match
    from tidings.coding.hit import Hit
    from tidings.records.event import Aux


@dataclass(slots=True, eq=False)
class Draft:
    """A match with its parties, mode and auxiliary modes.

    `day` is the day (YYYY-MM-DD) that its clause names, if one alone; `generic` says that it is told in the
    simple present, as what happens at all times. `partners` are those actors of a mutual deed whom its frame
    has for recipients: "met with X".
    """

    match: Match
    type: str
    mode: str | None
    actor: list[Hit]
    recipient: list[Hit]
    aux: tuple[Aux, ...] = ()
    confidence: float = 0.0
    tellings: list[Predicate] = field(default_factory=list)
    day: str | None = None
    generic: bool = False
    partners: list[Hit] = field(default_factory=list)

    @property
    def predicate(self) -> Predicate:
        """The predicate whose word is the trigger."""
        return self.match.predicate

    @property
    def position(self) -> int:
        """The index of the trigger's word in the document."""
        return self.predicate.token.i

    def actor_ids(self) -> frozenset[str]:
        """Ids of the actors."""
        return frozenset(a for hit in self.actor for a in hit.mention.actors)

    def recipient_ids(self) -> frozenset[str]:
        """Ids of the recipients."""
        return frozenset(a for hit in self.recipient for a in hit.mention.actors)

    def take_sides(self) -> None:
        """Make the partners of a mutual deed its recipients: who says that he will meet X agrees, not X."""
        theirs = {a for hit in self.partners for a in hit.mention.actors}
        own = [hit for hit in self.actor if not theirs.issuperset(hit.mention.actors)]
        if own and self.partners:
            self.actor, self.recipient = own, self.partners
