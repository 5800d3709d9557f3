"""Frames made from a dictionary, before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.phrases import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook.petrarch.codes import Meaning

Conditions = dict[str, str | tuple[str, ...]]


@dataclass(slots=True)
class MadeFrame:
    """A frame to be written, with the place in the dictionary that it comes from."""

    id: str
    verbs: tuple[str, ...]
    meaning: Meaning
    needs: Conditions = field(default_factory=dict)
    without: Conditions = field(default_factory=dict)
    actor: str | None = None
    recipient: str | None = None
    lines: list[int] = field(default_factory=list)
    file: str = ""

    def alike(self) -> tuple[object, ...] | None:
        """Return what two frames share that can be one with more words; None: not just one condition."""
        if len(self.needs) != 1:
            return None
        ((slot, words),) = self.needs.items()
        if isinstance(words, str):
            return None
        return (self.verbs, self.meaning, slot, self.actor, self.recipient, self.file)


@dataclass(slots=True)
class Made:
    """Frames by type in the order of the dictionary, and the word lists that they use."""

    frames: dict[str, list[MadeFrame]] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


def merged(frames: Sequence[MadeFrame]) -> list[MadeFrame]:
    """Join frames that differ in the words of their one condition only."""
    found: list[MadeFrame] = []
    known: dict[tuple[object, ...], MadeFrame] = {}
    for frame in frames:
        key = frame.alike()
        first = known.get(key) if key is not None else None
        if first is None:
            found.append(frame)
            if key is not None:
                known[key] = frame
        else:
            ((slot, words),) = frame.needs.items()
            first.needs[slot] = tuple(dict.fromkeys((*first.needs[slot], *words)))
            first.lines += frame.lines
    return found


def slots(frame: MadeFrame) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Return where actor and recipient of a frame stand: the marked slots, or else the usual ones."""
    usual = word_lists()["recipient"]
    actor = (frame.actor,) if frame.actor else None
    recipient = (frame.recipient,) if frame.recipient else tuple(s for s in usual if s != frame.actor)
    if frame.meaning.reverse:
        return recipient, actor or ("subject",)
    return actor, recipient
