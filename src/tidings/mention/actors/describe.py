"""What a phrase says about its party: name, kind, country, sectors, role."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.entries import Entry, Term
from tidings.mention.actors.phrase import Phrase, is_person
from tidings.mention.actors.pieces import Choice, Piece
from tidings.records.actor import ActorKind

_OFFICES = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"])
"""Sectors of offices that can be left: their former holders are PLOVER's ELI."""

_STATES = frozenset(["state", "region", "capital", "demonym"])

_KINDS: dict[str, ActorKind] = {
    "state": "state",
    "capital": "state",
    "region": "group",
    "demonym": "state",
    "metonym": "organisation",
    "organisation": "organisation",
    "group": "group",
    "person": "person",
}


@dataclass(slots=True)
class Description:
    """What is known about a party from one phrase. `key` is equal for phrases of one known actor."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    role: str | None = None
    entry: Entry | None = None
    wikidata: str | None = None


def describe(phrase: Phrase, choice: Choice, text: str, phrase_text: str) -> Description:
    """Describe the party of a phrase. `text` is that of the name, `phrase_text` of the whole phrase."""
    if phrase.name is not None and phrase.name.hit is not None:
        return _known(phrase, choice.pick(phrase.name.hit), choice, text)
    if phrase.name is not None:
        return _unknown(phrase, choice, text)
    country = owner_country(phrase, choice)
    sectors = role_sectors(phrase, choice)
    role = phrase.roles[-1].role
    kind: ActorKind = (
        "role"
        if role and role.kind == "person"
        else "organisation"
        if role and role.kind == "body"
        else "group"
    )
    country, sectors = _nongovernmental(country, sectors)
    noun = role.noun if role else ""
    return Description(
        f"role:{noun}:{country}:{'/'.join(sectors)}", phrase_text, kind, country, sectors, phrase_text
    )


def _known(phrase: Phrase, entry: Entry, choice: Choice, text: str) -> Description:
    if entry.kind == "person":
        return _known_person(phrase, entry, choice)
    if phrase.people:
        return Description(f"people:{entry.country}", text, "group", entry.country, ())
    if entry.kind in ("state", "capital", "demonym"):
        return Description(
            f"state:{entry.country}",
            entry.name,
            _KINDS[entry.kind],
            entry.country,
            (),
            None,
            entry,
            entry.wikidata,
        )
    owner = owner_country(phrase, choice)
    country = entry.country or owner
    sectors = entry.sectors or (role_sectors(phrase, choice) if phrase.roles else ())
    return Description(
        entry.key, entry.name, _KINDS[entry.kind], country, sectors, None, entry, entry.wikidata
    )


def _known_person(phrase: Phrase, entry: Entry, choice: Choice) -> Description:
    term = choice.term(entry)
    if term is None:
        sectors = role_sectors(phrase, choice)
        return Description(
            entry.key, entry.name, "person", entry.country, sectors, _office(phrase), entry, entry.wikidata
        )
    current = term.covers(choice.day) or (not choice.dated and bool(phrase.roles))
    return known_person(entry, term, former=phrase.former or not current)


def known_person(entry: Entry, term: Term, *, former: bool = False) -> Description:
    """Describe a person of the tables by an office."""
    sectors = ("ELI", term.sector) if former and term.sector in _OFFICES else (term.sector,)
    office = f"former {term.office}" if former else term.office
    return Description(entry.key, entry.name, "person", term.country, sectors, office, entry, entry.wikidata)


def _unknown(phrase: Phrase, choice: Choice, text: str) -> Description:
    assert phrase.name is not None  # noqa: S101  (the caller has looked)
    person = is_person(phrase.name)
    label = phrase.name.entity.label if phrase.name.entity else ""
    country = owner_country(phrase, choice) or (choice.locate(text) if label == "LOC" else None)
    sectors = role_sectors(phrase, choice)
    grouped = label == "NORP" or (label == "LOC" and not phrase.name.inner)
    kind: ActorKind = "person" if person else "group" if grouped else "organisation"
    if not person:
        sectors = sectors or _inner_sectors(phrase.name)
    country, sectors = _nongovernmental(country, sectors)
    return Description(
        f"{'person' if person else 'name'}:{text}",
        text,
        kind,
        country,
        sectors,
        _office(phrase) if person else None,
    )


def _office(phrase: Phrase) -> str | None:
    roles = [piece.role.noun for piece in phrase.roles if piece.role]
    return roles[-1] if roles else None


def _nongovernmental(country: str | None, sectors: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Turn the table's mark NGO into the country code and the sector that PLOVER has for it."""
    if "NGO" not in sectors:
        return country, sectors
    rest = tuple(dict.fromkeys("CVL" if sector == "NGO" else sector for sector in sectors))
    return country or "NGO", rest


def owner_country(phrase: Phrase, choice: Choice) -> str | None:
    """Return the country that the words of a phrase give: owner, complement, place, or a part of the name."""
    own = [*reversed(phrase.owners), *(a for a in phrase.after), *((phrase.place,) if phrase.place else ())]
    inner = list(phrase.name.inner) if phrase.name and not is_person(phrase.name) else []
    role = phrase.roles[-1].role if phrase.roles else None
    abroad = role is not None and role.noun.endswith(
        ("ambassador", "envoy", "representative", "embassy", "consulate")
    )
    if abroad:
        own = list(reversed(phrase.owners))
    if not own and phrase.name and (place := _place_in_name(phrase.name, choice)):
        return place
    states = [c for p in [*own, *inner] if (c := _country(p, choice, states=True))]
    return next(iter(states), None) or next(
        (c for p in [*own, *inner] if (c := _country(p, choice, states=False))), None
    )


def _place_in_name(name: Piece, choice: Choice) -> str | None:
    """Return the country of the place that a body's own name begins with ("Toronto Police")."""
    role = next((piece for piece in name.inner if piece.role), None)
    if name.entity is None or name.hit or role is None or name.entity.label == "PERSON":
        return None
    before = [token.text for token in name.entity.tokens if token.i < role.first]
    country = choice.locate(" ".join(before)) if before else None
    return country if country and choice.votes[country] else None


def _country(piece: Piece, choice: Choice, *, states: bool) -> str | None:
    if piece.hit is None:
        place = states and piece.entity is not None and piece.entity.label == "LOC"
        if place and piece.entity:
            return choice.locate(piece.entity.text)
        return next((c for inner in piece.inner if (c := _country(inner, choice, states=states))), None)
    entry = choice.pick(piece.hit)
    if states != (entry.kind in _STATES) or entry.kind == "person":
        return None
    return entry.country


def role_sectors(phrase: Phrase, choice: Choice) -> tuple[str, ...]:
    """Return the sectors that the role nouns of a phrase give, the primary one first."""
    if not phrase.roles:
        return _inner_sectors(phrase.name) if phrase.name and not is_person(phrase.name) else ()
    head = phrase.roles[-1].role
    assert head is not None  # noqa: S101  (pieces in `roles` have one)
    beside = [*_beside(phrase, choice)]
    first = beside[:1] if head.generic and beside else [head.sector]
    sectors = [*first, *beside] if head.generic else [*first, *(m for m in beside)]
    found = tuple(dict.fromkeys(s for s in sectors if s != "UNK")) or ("UNK",)
    if phrase.former and head.kind == "person" and found[0] in _OFFICES:
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


def _last(piece: Piece) -> int:
    return piece.last


def _inner_sectors(name: Piece) -> tuple[str, ...]:
    found = [piece.role.sector for piece in name.inner if piece.role and piece.role.sector != "UNK"]
    return tuple(dict.fromkeys(reversed(found)))
