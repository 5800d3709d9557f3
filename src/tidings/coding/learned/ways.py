"""Ways through a tree: from the word that tells an event to a mention that may be its party."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tidings.records import Token

LONGEST: Final = 4
"""Steps from one token up to the common one, beyond which a way has no name of its own."""


def path(start: Token, end: Token) -> str:
    """Return the way from one token of a tree to another: relations up ("<nsubj"), then down (">obj")."""
    up, down = _way(start, end)
    if len(up) + len(down) > LONGEST:
        return f"far{min(len(up) + len(down), 9)}"
    return "".join([*(f"<{t.deprel}" for t in up), *(f">{t.deprel}" for t in down)])


def between(start: Token, end: Token) -> list[Token]:
    """Return the tokens that the way passes, without its ends."""
    up, down = _way(start, end)
    top = up[-1].head if up else start
    passed = [*up, *([top] if top is not None else []), *down]
    return [token for token in passed if token is not start and token is not end]


def _way(start: Token, end: Token) -> tuple[list[Token], list[Token]]:
    """Return the tokens below the lowest common one: on the way up, on the way down."""
    up, down = _to_root(start), _to_root(end)
    below = {token.i: k for k, token in enumerate(down)}
    for k, token in enumerate(up):
        if token.i in below:
            return up[:k], down[: below[token.i]][::-1]
    return up, down[::-1]


def _to_root(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head is not None:
        chain.append(chain[-1].head)
    return chain
