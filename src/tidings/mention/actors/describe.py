"""What a phrase says about its party: name, kind, country, sectors, role."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.entries import Entry
from tidings.mention.actors.phrases import Phrase, is_person
from tidings.mention.actors.pieces import Choice, Piece
from tidings.records.actor import ActorKind

_OFFICES = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"])
"""Sectors of offices that can be left: their former holders are PLOVER's ELI."""

_STATES = frozenset(["state", "region", "capital", "demonym"])

_KINDS: dict[str, ActorKind] = {
    "state": "state",
    "capital": "state",
    "region": "group",
    "demonym": "group",
    "metonym": "organisation",
    "organisation": "organisation",
    "group": "group",
    "person": "person",
}


@dataclass(slots=True)
class Description:
    """What is known about a party from one phrase. `key` is equal for phrases that name the same known actor."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    role: str | None = None
    entry: Entry | None = None
    wikidata: str | None = None


def describe(phrase: Phrase, choice: Choice, text: str, phrase_text: str) -> Description:
    """Describe the party of a phrase. `text` is the name's own text, `phrase_text` that of the whole phrase."""
    if phrase.name is not None and phrase.name.hit is not None:
        return _known(phrase, choice.pick(phrase.name.hit), choice, text)
    if phrase.name is not None:
        return _unknown(phrase, choice, text)
    country = owner_country(phrase, choice)
    sectors = role_sectors(phrase, choice)
    role = phrase.roles[-1].role
    kind: ActorKind = "role" if role and role.kind == "person" else "organisation" if role and role.kind == "body" else "group"
    country, sectors = _nongovernmental(country, sectors)
    noun = role.noun if role else ""
    return Description(f"role:{noun}:{country}:{'/'.join(sectors)}", phrase_text, kind, country, sectors, phrase_text)


def _known(phrase: Phrase, entry: Entry, choice: Choice, text: str) -> Description:
    if entry.kind == "person":
        return _known_person(phrase, entry, choice)
    if entry.kind in ("state", "capital", "demonym"):
        return Description(f"state:{entry.country}", entry.name, _KINDS[entry.kind], entry.country, (), None, entry, entry.wikidata)
    owner = owner_country(phrase, choice)
    country = entry.country or owner
    sectors = entry.sectors or role_sectors(phrase, choice)
    role = None
    return Description(entry.key, entry.name, _KINDS[entry.kind], country, sectors, role, entry, entry.wikidata)


def _known_person(phrase: Phrase, entry: Entry, choice: Choice) -> Description:
    term = choice.term(entry)
    if term is None:
        sectors = role_sectors(phrase, choice)
        return Description(entry.key, entry.name, "person", entry.country, sectors, _office(phrase), entry, entry.wikidata)
    ended = phrase.former or not term.covers(choice.day)
    sectors = ("ELI", term.sector) if ended and term.sector in _OFFICES else (term.sector,)
    office = f"former {term.office}" if ended else term.office
    return Description(entry.key, entry.name, "person", term.country, sectors, office, entry, entry.wikidata)


def _unknown(phrase: Phrase, choice: Choice, text: str) -> Description:
    assert phrase.name is not None  # noqa: S101  (the caller has looked)
    person = is_person(phrase.name)
    country = owner_country(phrase, choice)
    sectors = role_sectors(phrase, choice)
    label = phrase.name.entity.label if phrase.name.entity else ""
    kind: ActorKind = "person" if person else "group" if label in ("LOC", "NORP") else "organisation"
    if not person:
        sectors = sectors or _inner_sectors(phrase.name)
    country, sectors = _nongovernmental(country, sectors)
    return Description(f"{kind}:{text}", text, kind, country, sectors, _office(phrase) if person else None)


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
    inner = list(phrase.name.inner) if phrase.name else []
    role = phrase.roles[-1].role if phrase.roles else None
    abroad = role is not None and role.noun.endswith(("ambassador", "envoy", "representative", "embassy", "consulate"))
    if abroad:
        own = list(reversed(phrase.owners))
    states = [c for p in [*own, *inner] if (c := _country(p, choice, states=True))]
    return next(iter(states), None) or next((c for p in [*own, *inner] if (c := _country(p, choice, states=False))), None)


def _country(piece: Piece, choice: Choice, *, states: bool) -> str | None:
    if piece.hit is None:
        return None
    entry = choice.pick(piece.hit)
    if states != (entry.kind in _STATES):
        return None
    return entry.country


def role_sectors(phrase: Phrase, choice: Choice) -> tuple[str, ...]:
    """Return the sectors that the role nouns of a phrase give, the primary one first."""
    if not phrase.roles:
        return _inner_sectors(phrase.name) if phrase.name else ()
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
    sectors = []
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
