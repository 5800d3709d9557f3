"""Offices: which role nouns mean the same one, and whose the one is that a phrase names."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.entries import TABLES
from tidings.mention.actors.gazetteer import fold
from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.piece import Piece

OFFICES = tomllib.loads((TABLES / "offices.toml").read_text(encoding="utf-8"))
"""The tables of `offices.toml`."""

_REGIONAL = frozenset(OFFICES["posts"]["regional"])
_UNIQUE = _REGIONAL | frozenset(OFFICES["posts"]["unique"])
_OWNING_STATES = frozenset(["state", "capital", "region", "demonym", "metonym"])


def _same_office() -> dict[str, frozenset[str]]:
    groups = [frozenset(group) for group in OFFICES["same_office"]["groups"]]
    return {noun: group for group in groups for noun in group}


SAME_OFFICE = _same_office()
"""Role nouns that mean one office, with all its names."""

_EXACT = frozenset(OFFICES["same_office"]["exact"])
_PROVISIONAL = tuple(f"{word} " for word in OFFICES["same_office"]["provisional"])
_HEAD = "head"
_LEADING = frozenset(OFFICES["same_office"]["high"])

CHIEFS = frozenset(OFFICES["chiefs"]["nouns"])
"""Nouns for who is at the head of a body."""

HIGH = _LEADING | frozenset(OFFICES["same_office"]["ministers"])
"""Offices that the bare noun means in an article about one country."""


def titles_of(noun: str) -> frozenset[str]:
    """Return the offices that a role noun can mean ("premier": also "prime minister")."""
    return _LEADING | {noun} if noun == "leader" else offices_of(noun)


def offices_of(noun: str) -> frozenset[str]:
    """Return the offices that a role noun can mean, of a state: without those of "leader"."""
    return frozenset([noun]) if noun in _EXACT else SAME_OFFICE.get(noun, frozenset([noun]))


def office_noun(role: str) -> str:
    """Return the noun of an office without what it is of and without "acting"."""
    return title_and_body(role)[0].lower()


def title_and_body(office: str) -> tuple[str, str]:
    """Split an office into its noun and the body that it is of, which may be empty."""
    for word in _PROVISIONAL:
        office = office.removeprefix(word)
    if office in SAME_OFFICE:
        return office, ""
    title, _, body = office.partition(" of ")
    return title, body


def post_of(phrase: Phrase, choice: Choice) -> tuple[str, str] | None:
    """Return the office that a phrase names, and whose it is; None where it is not one person's.

    The owner is a country's code or the name of a region or body.
    """
    role = phrase.roles[-1].role if phrase.roles else None
    owners = [*reversed(phrase.owners), *phrase.after]
    if role is None or not owners or phrase.former:
        return None
    if role.noun in CHIEFS and (body := next(filter(None, map(_body_key, owners)), None)):
        return _HEAD, body
    if role.noun not in _UNIQUE:
        return None
    piece = owners[0]
    if piece.hit is None:
        return (role.noun, fold(piece.entity.text)) if piece.entity else None
    entry = choice.pick(piece.hit)
    if is_dependent(piece):
        return role.noun, fold(entry.name)
    return role.noun, (entry.country or entry.key) if entry.kind in _OWNING_STATES else entry.key


def is_of_body(post: tuple[str, str] | None) -> bool:
    """Whether an office is that of who is at the head of a body, and not of a state."""
    return post is not None and post[0] == _HEAD


def is_body(piece: Piece) -> bool:
    """Whether a known name is that of a body, and of no state, region, people or seat of government."""
    return piece.hit is not None and piece.hit.entries[0].kind not in _OWNING_STATES


def _body_key(piece: Piece) -> str | None:
    if piece.hit is not None:
        return piece.hit.entries[0].key if is_body(piece) else None
    named = piece.entity is not None and piece.entity.label == "ORG"
    return f"body:{fold(piece.entity.text)}" if named and piece.entity else None


def is_dependent(piece: Piece) -> bool:
    """Whether a name is that of a region, its people or a town: its offices are none of the state's."""
    if piece.hit is None:
        return piece.entity is not None and piece.entity.label == "LOC"
    return piece.hit.entries[0].key.startswith("region")


def is_of_region(phrase: Phrase) -> bool:
    """Whether the office of a phrase is one that a country has many of, or that a region has."""
    noun = phrase.roles[-1].role.noun if phrase.roles and phrase.roles[-1].role else ""
    return noun in _REGIONAL or any(map(is_dependent, (*phrase.owners, *phrase.after)))


def holds_for_region(posts: Sequence[tuple[str, str] | None]) -> bool:
    """Whether all offices that the text gives a person are those of a region or town."""
    named = [owner for _, owner in filter(None, posts)]
    return bool(named) and all(owner.islower() and ":" not in owner for owner in named)
