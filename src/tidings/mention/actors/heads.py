"""What the head noun of a body's own name tells of its sector ("Democratic Front", "Army of Renewal")."""

from __future__ import annotations

import tomllib

from tidings.mention.actors.entries import TABLES

_LINKS = (" of ", " for ", " in ", " on ", " against ", " (")
"""What ends the head of a name."""

_LONGEST = 4
"""So many words has the longest entry of the table."""


def _sectors() -> dict[str, str]:
    table = tomllib.loads((TABLES / "heads.toml").read_text(encoding="utf-8"))["sectors"]
    return {noun: sector for sector, nouns in table.items() for noun in nouns}


_SECTORS = _sectors()


def sector_of_name(name: str) -> str | None:
    """Return the sector that the head noun of a body's name tells, or None.

    An entry with "of" in it goes before the head alone ("Bureau of Investigation"). One word is no such name.
    """
    if " " not in name:
        return None
    words = name.lower().replace("’", "'")
    head = words
    for link in _LINKS:
        head = head.split(link, 1)[0]
    whole = _ending(words.split())
    if whole is None or (head != words and " of " not in whole):
        whole = _ending(head.split()) or (whole if " of " not in words else None)
    return _SECTORS[whole] if whole else None


def _ending(words: list[str]) -> str | None:
    """Return the longest entry that the words end in."""
    endings = (" ".join(words[-length:]) for length in range(min(_LONGEST, len(words)), 0, -1))
    return next((ending for ending in endings if ending in _SECTORS), None)
