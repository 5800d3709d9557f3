"""Who of the tables holds an office on a day: of a state, of a region, of a body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.describe import Description, known_person
from tidings.mention.actors.entries import BEYOND_STATES, Entry, Term
from tidings.mention.actors.gazetteer import fold
from tidings.mention.actors.leading import body_and_title, leading_offices
from tidings.mention.actors.offices import (
    CHIEFS,
    OFFICES,
    SAME_OFFICE,
    is_body,
    is_dependent,
    offices_of,
    title_and_body,
)
from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.piece import Piece

_HEADS, _LESSER = (frozenset(OFFICES["chiefs"][key]) for key in ("offices", "lesser"))
_MANY = frozenset(OFFICES["posts"]["many"])
_DISPUTED = frozenset(OFFICES["posts"]["disputed"])


@dataclass(frozen=True, slots=True)
class Holding:
    """An office that somebody holds: its title, the body that it is of (may be empty), the term."""

    title: str
    body: str
    term: Term
    entry: Entry


class Offices:
    """The people of the tables by the country and by the body whose office they hold."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._by_country: dict[str, list[Holding]] = defaultdict(list)
        self._by_body: dict[str, list[Holding]] = defaultdict(list)
        for entry in known:
            for term in entry.terms:
                if term.office not in _MANY:
                    self._add(term, entry)

    def _add(self, term: Term, entry: Entry) -> None:
        title, body = title_and_body(term.office)
        if not term.shared:
            self._by_country[term.country].append(Holding(title, body, term, entry))
        title, body = (title, body) if body else body_and_title(term.office)
        if body:
            self._by_body[_plain(body)].append(Holding(title, body, term, entry))

    def holder(self, noun: str, country: str | None, phrase: Phrase, choice: Choice) -> Description | None:
        """Describe who holds, on the day, the office that a phrase of a state or an organisation names.

        Where several do, an office of the very name goes before others that the noun can mean ("the Israeli
        interior minister"), then the one who came last. None where the tables know nobody who holds it on
        the day, where they have two for an office that is disputed, and where the phrase names somebody
        beside the holder ("the deputy minister").
        """
        words = [piece.modifier.word for piece in phrase.modifiers if piece.modifier]
        words += [piece.role.noun for piece in phrase.roles[:-1] if piece.role]
        if _LESSER.intersection(words):
            return None
        owners = [*phrase.owners, *phrase.after]
        bodies = [p for p in owners if p.role or is_dependent(p) or is_body(p)]
        found = self._named(noun, country, owners, of_state=not bodies)
        if bodies:
            found += self._heads(noun, country, owners)
        elif noun == "leader" and country and not phrase.modifiers and len(phrase.roles) == 1:
            found += self._leaders(country, choice.day)
        held = [one for one in found if one.term.covers(choice.day)]
        if not held or (noun in _DISPUTED and len({one.entry.key for one in held}) > 1):
            return None
        best = max(held, key=lambda one: (one.title == noun, not one.term.shared, one.term.start))
        return known_person(best.entry, best.term)

    def _named(self, noun: str, country: str | None, owners: list[Piece], *, of_state: bool) -> list[Holding]:
        """Return those of a country whose office a phrase of the owners names.

        It is that of the state itself (with `of_state`: the phrase names no body or region of it), of a name
        of the owners ("mayor of NAME"), or has one in its title ("NAME chief"); where there is no owner, the
        noun may be the whole office.
        """
        names = {name for piece in owners for name in _names(piece)}
        prefixed = {f"{name.removeprefix('the ')} {noun}" for name in names}
        titles = offices_of(noun).union(*(SAME_OFFICE.get(name.lower(), ()) for name in prefixed))
        return [
            one
            for one in self._by_country.get(country or "", ())
            if (one.title in titles and (one.body.removeprefix("the ") in names if one.body else of_state))
            or one.title in prefixed
            or (one.term.office.lower() == noun and not owners)
        ]

    def _heads(self, noun: str, country: str | None, owners: list[Piece]) -> list[Holding]:
        """Return those at the head of the bodies named, of whatever country where the body is of none."""
        titles = _HEADS | offices_of(noun) if noun in CHIEFS else offices_of(noun) & _HEADS
        abroad = country is None or country in BEYOND_STATES
        names = dict.fromkeys(_plain(name) for piece in owners for name in _names(piece))
        heads = [one for name in names for one in self._by_body.get(name, ())]
        return [one for one in heads if one.title in titles and (abroad or one.term.country == country)]

    def _leaders(self, country: str, day: str) -> list[Holding]:
        """Return those who hold the first office of a state that "its leader" can mean."""
        for title in leading_offices(country):
            held = [
                one
                for one in self._by_country.get(country, ())
                if one.title == title and not one.body and one.term.covers(day)
            ]
            if held:
                return held
        return []


def _plain(name: str) -> str:
    return fold(name.removeprefix("the "))


def _names(piece: Piece) -> tuple[str, ...]:
    """Return the names under which an office can be of a name: those of the region for its people."""
    if piece.hit is None:
        return (piece.entity.text,) if piece.entity else ()
    return (piece.hit.entries[0].name, *piece.hit.entries[0].names)
