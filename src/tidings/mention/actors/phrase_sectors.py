"""The sectors that the words of a phrase give it."""

from __future__ import annotations

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.phrase import Phrase, is_person
from tidings.mention.actors.piece import Piece

OFFICES = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"])
"""Sectors of offices that can be left: their former holders are PLOVER's ELI."""

_ARMED, _PEOPLES = frozenset(["UAF", "MIL"]), frozenset(["SOC", "REL"])
"""Sectors of the armed, which the people or faith that they are of does not change ("Kurdish fighters")."""

_STATES = frozenset(["state", "region", "capital", "demonym"])


def role_sectors(phrase: Phrase, choice: Choice) -> tuple[str, ...]:
    """Return the sectors that the role nouns of a phrase give, the primary one first."""
    if not phrase.roles:
        return inner_sectors(phrase.name) if phrase.name and not is_person(phrase.name) else ()
    head = phrase.roles[-1].role
    assert head is not None  # noqa: S101  (pieces in `roles` have one)
    beside = [*_beside(phrase, choice)]
    if head.sector in _ARMED:
        beside.sort(key=_is_of_people)
    first = beside[:1] if head.generic and beside else [head.sector]
    if head.sector in _ARMED and beside[:1] and _is_of_people(beside[0]):
        first = [head.sector]
    sectors = [*first, *beside]
    found = tuple(dict.fromkeys(s for s in sectors if s != "UNK")) or ("UNK",)
    if phrase.former and head.kind == "person" and found[0] in OFFICES:
        return ("ELI", *found)
    return found


def _beside(phrase: Phrase, choice: Choice) -> list[str]:
    """Return the sectors of what stands beside the head role: other roles, organisations, modifiers."""
    pieces = [*phrase.roles[:-1], *phrase.owners, *phrase.modifiers]
    ranked = sorted(pieces, key=_last, reverse=True)
    sectors = [p.role.sector for p in phrase.after if p.role and p.role.generic and p.role.sector != "UNK"]
    for piece in [*ranked, *phrase.after]:
        if piece.role and not piece.role.generic:
            sectors.append(piece.role.sector)
        elif piece.modifier and piece.modifier.sector:
            sectors.append(piece.modifier.sector)
        elif piece.hit:
            entry = choice.pick(piece.hit)
            if entry.kind not in _STATES and entry.sectors:
                sectors.append(entry.sectors[0])
    return sectors


def _is_of_people(sector: str) -> bool:
    return sector in _PEOPLES


def _last(piece: Piece) -> int:
    return piece.last


def inner_sectors(name: Piece) -> tuple[str, ...]:
    """Return the sectors that role nouns inside a name give, the last noun's first."""
    found = [piece.role.sector for piece in name.inner if piece.role and piece.role.sector != "UNK"]
    return tuple(dict.fromkeys(reversed(found)))
