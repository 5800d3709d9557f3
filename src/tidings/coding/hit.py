"""`Hit`: a mention found for what fills a slot, and the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tidings.records import ActorMention, Token

FAR = ("scene", "part")
Via = Literal["self", "of", "sender", "inside", "part", "scene"]


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A mention found for a filler, and the way to it.

    `self`: the filler is the mention; `of`: "hundreds of rebels"; `sender`: "envoys from Oslo and Baku";
    `inside`: "Russia's engagement"; `part`: "the arrival of migrants"; `scene`: "villages in Ukraine".
    """

    mention: ActorMention
    token: Token
    via: Via

    @property
    def direct(self) -> bool:
        """Whether the filler itself names the party."""
        return self.via in {"self", "of", "sender"}


def farther(outer: Via, inner: Via) -> Via:
    """Return the way of a mention that stands inside another phrase: the farther of the two."""
    if "scene" in (outer, inner):
        return "scene"
    return "part" if "part" in (outer, inner) else "inside"
