"""`Piece`: a stretch of a sentence that can be part of a party's name."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.gazetteer import Hit
from tidings.mention.actors.roles import Modifier, Role
from tidings.records.document import Entity


@dataclass(slots=True)
class Piece:
    """A stretch of tokens of one sentence, `first` to `last` (document indices, inclusive).

    `hit` is set for a known name, `entity` for a name the parser found, `role` and `modifier` for the words
    around names. `inner` are the pieces that a longer name holds ("Ukrainian" in "Ukrainian Red Cross").
    """

    first: int
    last: int
    hit: Hit | None = None
    entity: Entity | None = None
    role: Role | None = None
    modifier: Modifier | None = None
    inner: tuple[Piece, ...] = ()
    wider: Entity | None = None
    """The parser's longer name of a person, which goes on after the known name ("Jane Roe Duarte")."""

    @property
    def named(self) -> bool:
        """Whether the piece is a name."""
        return self.hit is not None or self.entity is not None
