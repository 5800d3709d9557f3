"""The way up a tree: from a word to what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.records import Token


def upward(token: Token) -> Iterator[Token]:
    """Yield a word and what governs it, up to the root."""
    at: Token | None = token
    while at is not None:
        yield at
        at = at.head
