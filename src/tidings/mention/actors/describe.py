"""What a phrase says about its party: name, kind, country, sectors, role."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.entries import Entry, Term
from tidings.mention.actors.heads import sector_of_name
from tidings.mention.actors.phrase import Phrase, is_person
from tidings.mention.actors.phrase_country import owner_country
from tidings.mention.actors.phrase_sectors import OFFICES, role_sectors
from tidings.records.actor import ActorKind

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
    hit = phrase.name.hit if phrase.name else None
    if hit is not None and hit.weak and (entry not in hit.entries or (phrase.owners and owner != country)):
        country = owner or country
        return Description(f"{entry.key}:{country}", text, _KINDS[entry.kind], country, sectors, None, entry)
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
    if _newly_called(phrase, entry, term, choice):
        sectors = role_sectors(phrase, choice)
        country = owner_country(phrase, choice) or entry.country
        return Description(
            entry.key, entry.name, "person", country, sectors, _office(phrase), entry, entry.wikidata
        )
    current = term.covers(choice.day) or _still_called(phrase, term, choice)
    return known_person(entry, term, former=phrase.former or not current)


def _newly_called(phrase: Phrase, entry: Entry, term: Term, choice: Choice) -> bool:
    """Whether the phrase gives a person who has left all offices of the tables one that they never held."""
    head = phrase.roles[-1].role if phrase.roles and not phrase.former else None
    if head is None or not choice.dated or term.covers(choice.day) or head.sector in ("UNK", "ELI", "CRM"):
        return False
    return not any(head.noun in held.office for held in entry.terms if held.start <= choice.day)


def _still_called(phrase: Phrase, term: Term, choice: Choice) -> bool:
    """Whether the phrase gives a person an office ("Minister X") that they have left lately or undatedly."""
    if not choice.dated:
        return bool(phrase.roles)
    return term.left_lately(choice.day) and any(p.role and p.role.noun in term.office for p in phrase.roles)


def known_person(entry: Entry, term: Term, *, former: bool = False) -> Description:
    """Describe a person of the tables by an office."""
    sectors = ("ELI", term.sector) if former and term.sector in OFFICES else (term.sector,)
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
    if kind == "organisation" and not phrase.roles and (sector := sector_of_name(text)):
        sectors = (sector, *(s for s in sectors if s not in (sector, "UNK")))
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
