"""Offices: which role nouns mean the same one, and who of the tables holds it on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tidings.mention.actors.describe import Description, known_person
from tidings.mention.actors.entries import Entry
from tidings.mention.actors.gazetteer import fold
from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.pieces import Choice
from tidings.mention.actors.references import TABLE

_REGIONAL = frozenset(TABLE["posts"]["regional"])
_UNIQUE = _REGIONAL | frozenset(TABLE["posts"]["unique"])
_OWNING_STATES = frozenset(["state", "capital", "region", "demonym", "metonym"])


def _same_office() -> dict[str, frozenset[str]]:
    groups = [frozenset(group) for group in TABLE["same_office"]["groups"]]
    return {noun: group for group in groups for noun in group}


_SAME_OFFICE = _same_office()
HIGH = frozenset(TABLE["same_office"]["high"])
"""Offices that the bare noun means in an article about one country."""


def titles_of(noun: str) -> frozenset[str]:
    """Return the offices that a role noun can mean ("premier": also "prime minister")."""
    return HIGH | {noun} if noun == "leader" else _SAME_OFFICE.get(noun, frozenset([noun]))


def office_noun(role: str) -> str:
    """Return the noun of an office without what it is of."""
    return role.partition(" of ")[0].lower()


def post_of(phrase: Phrase, choice: Choice) -> tuple[str, str] | None:
    """Return the office that a phrase names, and whose it is; None where it is not one person's.

    The owner is a country's code or the name of a region or body.
    """
    role = phrase.roles[-1].role if phrase.roles else None
    owners = [*reversed(phrase.owners), *phrase.after]
    if role is None or role.noun not in _UNIQUE or not owners or phrase.former:
        return None
    piece = owners[0]
    if piece.hit is None:
        return (role.noun, fold(piece.entity.text)) if piece.entity else None
    entry = choice.pick(piece.hit)
    state = entry.kind in _OWNING_STATES and entry.kind != "region"
    return role.noun, (entry.country or entry.key) if state else entry.key


def is_regional(noun: str) -> bool:
    """Whether a country has many of an office, one for each region."""
    return noun in _REGIONAL


class Offices:
    """The people of the tables by country and office."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._by_country: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for entry in known:
            for office, country in dict.fromkeys((term.office, term.country) for term in entry.terms):
                self._by_country[country].append((office, entry))

    def holder(self, noun: str, country: str | None, phrase: Phrase, choice: Choice) -> Description | None:
        """Describe who holds, on the day, the office that a phrase of a state or an organisation names."""
        owners = [*phrase.owners, *phrase.after]
        bodies = [p for p in owners if p.role or (p.hit and p.hit.entries[0].kind not in _OWNING_STATES)]
        titles = _SAME_OFFICE.get(noun, frozenset([noun]))
        for office, entry in self._by_country.get(country or "", ()):
            title, _, body = office.partition(" of ")
            if title not in titles:
                continue
            term = entry.term_on(choice.day)
            named = any(p.hit and body.removeprefix("the ") in p.hit.entries[0].names for p in owners)
            if term is not None and term.office == office and (named if body else not bodies):
                return known_person(entry, term)
        return None
