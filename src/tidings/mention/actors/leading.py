"""Who leads a state ("its leader") or a body, and offices that one state alone has ("taoiseach")."""

from __future__ import annotations

import tomllib

from tidings.mention.actors.entries import TABLES

_TABLE = tomllib.loads((TABLES / "leading.toml").read_text(encoding="utf-8"))
_STATE_OF = {noun: state for state, nouns in _TABLE["one_state"].items() for noun in nouns}
_ALWAYS: tuple[str, ...] = tuple(_TABLE["leader"]["always"])
_BY_STATE = {
    state: tuple(kind["offices"]) for kind in _TABLE["leader"]["kinds"] for state in kind["states"].split()
}
_OTHERS: tuple[str, ...] = tuple(_TABLE["leader"]["others"])
_UNCLEAR = frozenset(_TABLE["leader"]["unclear"].split())
_LAST_WORDS = frozenset(_TABLE["body"]["last_words"])


def state_of_office(noun: str) -> str | None:
    """Return the state of an office that only one state has ("taoiseach"), else None."""
    return _STATE_OF.get(noun)


def leading_offices(state: str) -> tuple[str, ...]:
    """Return the offices that "the leader" of a state (ISO 3166-1 alpha-3) means, the first to be held first.

    They are empty where the word means now one office, now another, so that it names nobody.
    """
    return () if state in _UNCLEAR else (*_ALWAYS, *_BY_STATE.get(state, _OTHERS))


def body_and_title(office: str) -> tuple[str, str]:
    """Split an office with the body before it ("CIA director") into title and body; the body may be empty."""
    body, _, title = office.rpartition(" ")
    return (title, body) if title in _LAST_WORDS and not body.islower() else (office, "")
