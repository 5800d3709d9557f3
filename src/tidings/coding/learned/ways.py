"""Ways through a tree: from the word that tells an event to a mention that may be its party."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tidings.coding.upward import sides

if TYPE_CHECKING:
    from tidings.records import Token

LONGEST: Final = 4
"""Steps from one token up to the common one, beyond which a way has no name of its own."""


class Way(NamedTuple):
    """`path`: relations up ("<nsubj"), then down (">obj"); `between`: the tokens passed, without the ends."""

    path: str
    between: list[Token]


def way(start: Token, end: Token) -> Way:
    """Return the way from one token of a tree to another."""
    up, over_end = sides(start, end)
    down = over_end[::-1]
    top = up[-1].head if up else start
    passed = [*up, *([top] if top is not None else []), *down]
    return Way(_path(up, down), [token for token in passed if token is not start and token is not end])


def _path(up: list[Token], down: list[Token]) -> str:
    steps = [*(f"<{t.deprel}" for t in up), *(f">{t.deprel}" for t in down)]
    return f"far{min(len(steps), 9)}" if len(steps) > LONGEST else "".join(steps)
