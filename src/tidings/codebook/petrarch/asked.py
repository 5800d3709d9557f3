"""What a pattern asks for, in our slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.codebook.petrarch.phrases import PatternError

ANY = "any"
ACTOR = "actor"


@dataclass(slots=True)
class Pattern:
    """What a pattern asks for: `needs` by slot, either "any", "actor" or alternative words and phrases.

    `actor` and `recipient` name the slots of source and target where the pattern marks them; `both`: one slot
    holds them together; `particle` is a word that belongs to the verb.
    """

    needs: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    actor: str | None = None
    recipient: str | None = None
    both: bool = False
    particle: str | None = None

    def need(self, slot: str, what: str | tuple[str, ...]) -> None:
        """Add a condition on a slot that has none yet."""
        if slot in self.needs:
            raise PatternError("two phrases in one place", slot)
        self.needs[slot] = what
