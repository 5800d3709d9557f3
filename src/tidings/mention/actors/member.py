"""`Member`: an actor while its document is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.mention.actors.describe import Description
from tidings.records.actor import Actor, ActorKind
from tidings.records.span import Span


@dataclass(slots=True, eq=False)
class Member:
    """An actor while the document is being read. `number` counts the members by first mention."""

    number: int
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    role: str | None
    wikidata: str | None = None
    gender: str | None = None
    plural: bool = False
    place: bool = False
    known: bool = False
    """Whether the tables have the actor by a full name that the text gives."""
    named: bool = False
    """Whether the text names the actor, and not the office alone."""
    called: int = 0
    """How often a person was named by the surname alone."""
    last: int = 0
    """The sentence of the last mention by name."""
    spans: list[Span] = field(default_factory=list)
    posts: list[tuple[str, str] | None] = field(default_factory=list)
    """The office and its owner that each phrase of the actor names, None where a phrase names none."""

    def learn(self, description: Description) -> None:
        """Fill in what a later phrase says and an earlier one did not."""
        self.country = self.country or description.country
        if not self.sectors or self.sectors == ("UNK",):
            self.sectors = description.sectors or self.sectors
        self.role = self.role or description.role
        if description.kind == "state":
            self.kind = "state"
        if self.kind == "person" and description.kind == "person" and len(description.name) > len(self.name):
            self.name = description.name

    def record(self) -> Actor:
        """Return the finished record."""
        return Actor(
            id=f"a{self.number}",
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sectors[0] if self.sectors else None,
            sectors=self.sectors,
            role=self.role,
            wikidata=self.wikidata,
            mentions=tuple(self.spans),
        )
