"""Blocks from labelled units: a partition of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.records import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.lines import Labelled


def partition(text: str, parts: Sequence[Labelled]) -> tuple[Block, ...]:
    """Return blocks that cover the text, one for each part, in order.

    White space after a part belongs to it; what stands before the first part belongs to that one.
    A text without parts is one paragraph.
    """
    if not text:
        return ()
    if not parts:
        return (Block(kind="paragraph", start=0, end=len(text)),)
    starts = [0, *(part.start for part in parts[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        Block(kind=part.kind, start=start, end=end)
        for part, start, end in zip(parts, starts, ends, strict=True)
    )
