"""Ways in a tree: from a word up to what governs it, and from two words up to where they meet."""

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


def sides(start: Token, end: Token) -> tuple[list[Token], list[Token]]:
    """Return the tokens from each of two words upward to the lowest common one, which is left out.

    Either is empty where its word is itself the common one; words of two trees go up to their roots.
    """
    up, down = [*upward(start)], [*upward(end)]
    below = {token.i: k for k, token in enumerate(down)}
    for k, token in enumerate(up):
        if token.i in below:
            return up[:k], down[: below[token.i]]
    return up, down
