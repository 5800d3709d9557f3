"""Names of authors in a byline, and the dateline at the head of a wire story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = r"[A-ZÀ-ÞĀ-ŽА-Я][\w’'.-]*"
_PARTICLE = "de|da|del|van|von|der|den|bin|al|el|la|le|di|dos|ter"
_PERSON = re.compile(rf"{_NAME}(?:\s(?:{_NAME}|{_PARTICLE})){{0,4}}")
_SPLIT = re.compile(r"\s*(?:,|\||•|·|/|\band\b|\bund\b|\bet\b|\by\b|&|–|—)\s*")

_OPENER = re.compile(r"(?:by|von|par|por|di|door|af|av)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"www\.|://|@|\.(?:com|net|org|de|tr|no)\b", re.IGNORECASE)
_PLACE_IN_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
# A place in small letters opens a dateline only with an agency in brackets behind it.
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}(?=[^—–()]{0,40}\()"
_COUNTRY = r"(?:,? [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+){0,2})?"
_DAY = r"(?:, [^()—–]{3,24}?)?"
_AGENCY = r"(?:\s?\([^()]{2,40}\))?"
_DATELINE = re.compile(
    rf"(?:{_PLACE_IN_CAPITALS}|{_PLACE}){_COUNTRY}{_DAY}{_AGENCY}\s?(?:—|–|--|-)\s+(?=[\"“‘'A-ZÀ-Þ\d])"
)
_MIN_WORDS_BEHIND = 4


def authors(text: str) -> str | None:
    """Return the names in the rest of a byline ("Jane Doe, Staff Writer" → "Jane Doe"), or null."""
    names: list[str] = []
    for part in _SPLIT.split(text.strip(" :|•·,–—-.")):
        match = _PERSON.fullmatch(part)
        if match is None:
            break
        names.append(part)
    return ", ".join(names) or None


def author_names(declared: Sequence[str], publisher: str | None) -> str | None:
    """Return the people among the authors that a page declares, which may name the publisher itself."""
    site = _key(publisher or "")
    names: list[str] = []
    for entry in declared:
        for part in _SPLIT.split(_OPENER.sub("", entry.strip())):
            key = _key(part)
            if (
                key
                and key not in map(_key, names)
                and not (site and key in site)
                and not _ADDRESS.search(part)
            ):
                names.append(part)
    return ", ".join(names) or None


def _key(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def dateline_length(text: str) -> int:
    """Return the length of a paragraph's dateline ("GENEVA, May 3 (Agency) — "), 0 without one."""
    match = _DATELINE.match(text)
    if match is None or len(text.split()) < len(match.group().split()) + _MIN_WORDS_BEHIND:
        return 0
    return match.end()
