"""Puts the places of a document together: one `Place` for each location, with all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.mention.places import gazetteer
from tidings.mention.places.acting import acts
from tidings.mention.places.gazetteer import Candidate
from tidings.mention.places.names import fold
from tidings.mention.places.resolve import resolve
from tidings.mention.places.spans import Naming, namings
from tidings.records import Actor, ActorMention, Document, Place, Span, Token


def find_places(
    document: Document, actors: Sequence[Actor] = (), actor_mentions: Sequence[ActorMention] = ()
) -> tuple[Place, ...]:
    """Find the places that a parsed document names, in the order of their first mention.

    Names that an actor mention gives to a person are no places. A capital that acts ("Moscow said") is no
    mention of a place. A name that the parser takes for a place and the gazetteer does not know has no
    coordinates and a low confidence. Ids are "p1", "p2", …
    """
    known = gazetteer.load()
    named = namings(document, known, _people(document, actors, actor_mentions))
    meanings = resolve(named, document, known)
    groups: dict[str, list[tuple[Naming, Candidate | None, float]]] = {}
    for i, naming in enumerate(named):
        candidate, sure = meanings.get(i, (None, 0.3))
        if candidate is not None and acts(naming, candidate):
            continue
        identity = candidate.id if candidate is not None else f"name:{fold(naming.text)}"
        groups.setdefault(identity, []).append((naming, candidate, sure))
    return tuple(place(number, group) for number, group in enumerate(groups.values(), 1))


def _people(document: Document, actors: Sequence[Actor], mentions: Sequence[ActorMention]) -> frozenset[int]:
    """Return the tokens of people's names; one word that only the parser takes for a person may be a town.

    A place before the name ("Richland County Sheriff …") is not part of it.
    """
    people = {
        actor.id for actor in actors if actor.kind == "person" and (" " in actor.name or actor.wikidata)
    }
    return frozenset(
        i
        for mention in mentions
        if mention.form == "name" and people.issuperset(mention.actors)
        for i in range(mention.first, mention.last + 1)
        if not _is_place_before(document.tokens[i], mention)
    )


def _is_place_before(token: Token, mention: ActorMention) -> bool:
    entity = token.entity
    return entity is not None and entity.label in {"LOC", "ORG"} and entity.tokens[-1].i < mention.head


def place(number: int, group: Sequence[tuple[Naming, Candidate | None, float]]) -> Place:
    """Return the record of one location from its mentions: each with its meaning and how sure that is."""
    candidate = group[0][1]
    mentions = tuple(Span(start=n.start, end=n.end, text=n.text) for n, _, _ in group)
    confidence = max(sure for _, _, sure in group)
    if candidate is None:
        return Place(id=f"p{number}", name=group[0][0].text, confidence=confidence, mentions=mentions)
    return Place(
        id=f"p{number}",
        name=candidate.name,
        lat=candidate.lat,
        lon=candidate.lon,
        country=candidate.country,
        admin1=candidate.admin1,
        geonames=candidate.geonames,
        precision=candidate.precision,
        confidence=confidence,
        mentions=mentions,
    )
