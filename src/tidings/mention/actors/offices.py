"""Offices: which role nouns mean the same one, and who of the tables holds it on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.describe import Description, known_person
from tidings.mention.actors.entries import BEYOND_STATES, Entry, Term
from tidings.mention.actors.gazetteer import fold
from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.references import TABLE

_REGIONAL = frozenset(TABLE["posts"]["regional"])
_UNIQUE = _REGIONAL | frozenset(TABLE["posts"]["unique"])
_OWNING_STATES = frozenset(["state", "capital", "region", "demonym", "metonym"])


def _same_office() -> dict[str, frozenset[str]]:
    groups = [frozenset(group) for group in TABLE["same_office"]["groups"]]
    return {noun: group for group in groups for noun in group}


_SAME_OFFICE = _same_office()
_EXACT = frozenset(TABLE["same_office"]["exact"])
_PROVISIONAL = tuple(f"{word} " for word in TABLE["same_office"]["provisional"])
_CHIEFS, _HEADS = (frozenset(TABLE["chiefs"][key]) for key in ("nouns", "offices"))
_MANY = frozenset(TABLE["posts"]["many"])
_DISPUTED = frozenset(TABLE["posts"]["disputed"])
_LEADING = frozenset(TABLE["same_office"]["high"])
HIGH = _LEADING | frozenset(TABLE["same_office"]["ministers"])
"""Offices that the bare noun means in an article about one country."""


def titles_of(noun: str) -> frozenset[str]:
    """Return the offices that a role noun can mean ("premier": also "prime minister")."""
    return _LEADING | {noun} if noun == "leader" else _offices(noun)


def _offices(noun: str) -> frozenset[str]:
    return frozenset([noun]) if noun in _EXACT else _SAME_OFFICE.get(noun, frozenset([noun]))


def office_noun(role: str) -> str:
    """Return the noun of an office without what it is of and without "acting"."""
    return _title_and_body(role)[0].lower()


def _title_and_body(office: str) -> tuple[str, str]:
    """Split an office into its noun and the body that it is of, which may be empty."""
    for word in _PROVISIONAL:
        office = office.removeprefix(word)
    if office in _SAME_OFFICE:
        return office, ""
    title, _, body = office.partition(" of ")
    return title, body


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
    if is_dependent(piece):
        return role.noun, fold(entry.name)
    return role.noun, (entry.country or entry.key) if entry.kind in _OWNING_STATES else entry.key


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


class Offices:
    """The people of the tables by country and office."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._by_country: dict[str, list[tuple[Term, Entry]]] = defaultdict(list)
        for entry in known:
            for term in entry.terms:
                if not (term.shared or term.office in _MANY):
                    self._by_country[term.country].append((term, entry))

    def holder(self, noun: str, country: str | None, phrase: Phrase, choice: Choice) -> Description | None:
        """Describe who holds, on the day, the office that a phrase of a state or an organisation names.

        Where several do, an office of the very name goes before others that the noun can mean ("the Israeli
        interior minister"), then the one who came last.
        """
        owners = [*phrase.owners, *phrase.after]
        bodies = [p for p in owners if p.role or is_dependent(p) or _is_body(p)]
        names = {name for p in owners for name in _names(p)}
        titles = _offices(noun)
        prefixed = {f"{name.removeprefix('the ')} {noun}" for name in names}
        heads = _HEADS if bodies and noun in _CHIEFS and country in BEYOND_STATES else frozenset[str]()
        holders: list[tuple[bool, str, Term, Entry]] = []
        for term, entry in self._by_country.get(country or "", ()):
            if not term.covers(choice.day):
                continue
            title, body = _title_and_body(term.office)
            named = body.removeprefix("the ") in names if body else not bodies
            if (named and (title in titles or (body and title in heads))) or title in prefixed:
                holders.append((title == noun, term.start, term, entry))
        if not holders or (noun in _DISPUTED and len({entry.key for *_, entry in holders}) > 1):
            return None
        *_, term, entry = max(holders, key=_closeness)
        return known_person(entry, term)


def _is_body(piece: Piece) -> bool:
    return piece.hit is not None and piece.hit.entries[0].kind not in _OWNING_STATES


def _names(piece: Piece) -> tuple[str, ...]:
    """Return the names under which an office can be of a name: those of the region for its people."""
    if piece.hit is None:
        return (piece.entity.text,) if piece.entity else ()
    return (piece.hit.entries[0].name, *piece.hit.entries[0].names)


def _closeness(holder: tuple[bool, str, Term, Entry]) -> tuple[bool, str]:
    return holder[:2]
