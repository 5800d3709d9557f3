"""The actor mentions of a document by token, and what is known of those whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.records import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook import Codebook
    from tidings.coding.hit import Hit
    from tidings.records import Actor, ActorMention, Document, Mentions, Token

LANDS = frozenset({"LOC", "NORP"})


class NamedActors:
    """Looks up actor mentions by token, and the actors of hits."""

    def __init__(self, document: Document, mentions: Mentions, codebook: Codebook) -> None:
        self._text = document.text
        self.sentences = document.sentences
        self._lands = tuple(e.start for e in document.entities if e.label in LANDS)
        self._actors = {actor.id: actor for actor in mentions.actors}
        self._by_token: dict[int, ActorMention] = {}
        for mention in mentions.actor_mentions:
            for i in range(mention.first, mention.last + 1):
                self._by_token.setdefault(i, mention)
        self._named: dict[str, list[ActorMention]] = {}
        for mention in mentions.actor_mentions:
            if mention.form != "pronoun" and len(mention.actors) == 1:
                self._named.setdefault(mention.actors[0], []).append(mention)
        self._dates = tuple((d.start, d.end) for d in mentions.dates)
        cities = [m for place in mentions.places if place.precision == "city" for m in place.mentions]
        self._cities = frozenset(m.start for m in cities)
        self._towns = frozenset((m.start, m.end) for m in cities)
        self._movable = WordList(codebook.lists.get("movable", ()))
        self._weapons = WordList(codebook.lists.get("weapon", ()))

    def actor(self, actor_id: str) -> Actor | None:
        """Return the actor of that id."""
        return self._actors.get(actor_id)

    def at(self, token: Token) -> ActorMention | None:
        """Return the mention that covers the token."""
        return self._by_token.get(token.i)

    def is_named(self, token: Token) -> bool:
        """Whether the token is a word of a name: the "Air" of "the Air Force"."""
        mention = self.at(token)
        if mention is not None and mention.form == "name":
            return True
        return token.upos == "PROPN" and token.sentence.kind != "title"

    def is_scene(self, hit: Hit) -> bool:
        """Whether a city before an event noun only says where it happened: "the Paris attacks"."""
        return hit.token.deprel == "compound" and hit.mention.start in self._cities

    def is_place(self, hit: Hit) -> bool:
        """Whether a hit is a mere place: named as such, or a city that names no government."""
        return hit.mention.locative or hit.via == "scene" or self.is_town(hit)

    def is_town(self, hit: Hit) -> bool:
        """Whether a hit is a city that stands for no government."""
        if (hit.mention.start, hit.mention.end) not in self._towns:
            return False
        actors = map(self._actors.get, hit.mention.actors)
        return all(actor is not None and actor.kind == "group" and not actor.sector for actor in actors)

    def _may_stand_for(self, mention: ActorMention, part: Token) -> bool:
        """Whether a place stands for what is in it: no sea does, nor a state for a ship that calls there."""
        if mention.form != "place":
            return True
        if self._movable.has(part):
            return False
        return any(actor is not None and actor.country for actor in map(self._actors.get, mention.actors))

    def is_city(self, token: Token) -> bool:
        """Whether the name of a city begins there."""
        return token.start in self._cities

    def is_date(self, token: Token) -> bool:
        """Whether the token belongs to a date."""
        return any(start <= token.start < end for start, end in self._dates)

    def _naming(self, mention: ActorMention, actor: str) -> ActorMention:
        """Return the last mention before a pronoun that names its actor alone, or else the mention."""
        if mention.form != "pronoun":
            return mention
        before = [m for m in self._named.get(actor, ()) if m.start < mention.start]
        return before[-1] if before else mention

    def political(self, hit: Hit) -> bool:
        """Whether one of the mention's actors has a country or a sector; a weapon needs a country."""
        if hit.mention.form == "role" and self._weapons.has(hit.token):
            actors = map(self._actors.get, hit.mention.actors)
            return any(actor is not None and actor.country for actor in actors)
        return self.is_political(hit.mention)

    def is_political(self, mention: ActorMention) -> bool:
        """Whether one of the mention's actors has a country or a sector."""
        actors = map(self._actors.get, mention.actors)
        return any(actor is not None and (actor.country or actor.sector) for actor in actors)

    def sectors(self, hit: Hit) -> frozenset[str]:
        """Return the sectors of the mention's actors."""
        actors = map(self._actors.get, hit.mention.actors)
        return frozenset(actor.sector for actor in actors if actor is not None and actor.sector)

    def has_sector(self, hit: Hit, sectors: frozenset[str]) -> bool:
        """Whether one of the mention's actors has one of the sectors, codes such as UNO, or kinds."""
        actors = (self._actors.get(a) for a in hit.mention.actors)
        return any(sectors & _codes(actor) for actor in actors if actor is not None)

    def countries(self, hit: Hit) -> list[str]:
        """Return the countries of the mention's actors."""
        actors = (self._actors.get(a) for a in hit.mention.actors)
        return [actor.country for actor in actors if actor is not None and actor.country]

    def stated_countries(self, hit: Hit) -> set[str]:
        """Return the countries of the mention's actors, if the mention itself names one: "Thai soldiers"."""
        mention = hit.mention
        if mention.form == "role" and not any(mention.start <= at < mention.end for at in self._lands):
            return set()
        return set(self.countries(hit))

    def is_public(self, hit: Hit, private: frozenset[str]) -> bool:
        """Whether one of the mention's actors has a sector that is not among the private ones."""
        actors = (self._actors.get(a) for a in hit.mention.actors)
        return any(actor is not None and actor.sector and actor.sector not in private for actor in actors)

    def as_parties(self, hits: Iterable[Hit]) -> tuple[Party, ...]:
        """Return one party for every actor of every hit; for a pronoun, what it stands for."""
        found: dict[str, Party] = {}
        for hit in hits:
            for actor in hit.mention.actors:
                m = self._naming(hit.mention, actor)
                found.setdefault(
                    actor, Party(actor=actor, start=m.start, end=m.end, text=self._text[m.start : m.end])
                )
        return tuple(found.values())


def _codes(actor: Actor) -> set[str | None]:
    """Return what an actor may be asked for; a nation without a sector ("Israeli") counts as its state."""
    codes = {actor.kind, actor.country, actor.sector, *actor.sectors}
    return codes | {"state"} if actor.country and not actor.sector and actor.kind == "group" else codes
