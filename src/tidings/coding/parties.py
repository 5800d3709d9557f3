"""From the tokens that fill a slot to parties: coordination, apposition, and names inside a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases
from tidings.coding.coordination import conjuncts, is_full_phrase, with_preposition
from tidings.coding.hit import FAR, Hit, Via, farther
from tidings.records import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook import Codebook
    from tidings.records import Actor, ActorMention, Document, Mentions, Token

INSIDE = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "flat")
OF = frozenset({"of", "from"})
FROM = frozenset({"from"})
BY = frozenset({"by"})
PLACE = frozenset({"in", "at", "on", "near"})
DEPTH = 3


class Parties:
    """Looks up actor mentions by token and turns fillers into parties."""

    def __init__(self, document: Document, mentions: Mentions, codebook: Codebook) -> None:
        self._text = document.text
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
        self._cities = frozenset(
            m.start for place in mentions.places if place.precision == "city" for m in place.mentions
        )
        self._weapons = WordList(codebook.lists.get("weapon", ()))
        self._movable = WordList(codebook.lists.get("movable", ()))
        self._mutual = WordList(codebook.lists.get("mutual", ()))
        self._transparent = WordList(codebook.light_verbs.transparent_nouns)
        self._quantities = WordList(codebook.light_verbs.quantity_nouns)
        self._delegates = WordList(codebook.light_verbs.delegates)
        self._cache: dict[int, list[Hit]] = {}

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

    def is_date(self, token: Token) -> bool:
        """Whether the token belongs to a date."""
        return any(start <= token.start < end for start, end in self._dates)

    def hits(self, fillers: Iterable[Token], *, parts: bool = False) -> list[Hit]:
        """Return the mentions for the fillers and all that is coordinated with them, without repetition.

        With `parts`, a phrase that names no party stands for what it is part of.
        """
        found: dict[tuple[str, ...], Hit] = {}
        for filler in fillers:
            for token in (filler, *conjuncts(filler)):
                for hit in self._of(token):
                    if parts or hit.via not in FAR:
                        found.setdefault(hit.mention.actors, hit)
        return list(found.values())

    def _of(self, token: Token) -> list[Hit]:
        if token.i not in self._cache:
            self._cache[token.i] = self._find(token)
        return self._cache[token.i]

    def _find(self, token: Token) -> list[Hit]:
        mention = self.at(token)
        if any(c.lower == "no" for c in token.children if c.deprel == "det"):
            return []
        if self._quantities.has(token) or (mention is None and self._transparent.has(token)):
            counted = self._counted(token)
            if counted:
                return counted
        if mention is not None:
            return self._members(token, mention) or [
                *self._shared_head(token, mention),
                Hit(mention, token, "self"),
                *self._listed_appositions(token, mention),
            ]
        return [*self._inside(token, 0)[:1], *self._partners(token)]

    def heads(self, filler: Token) -> list[Token]:
        """Return the nouns of a phrase: head, conjuncts, and what it counts ("some of its troops")."""
        found = [filler, *conjuncts(filler)]
        for token in found:  # grows while it is walked
            if self._transparent.has(token):
                found.extend(c for c in with_preposition(token, OF) if c not in found)
        return found

    def _partners(self, token: Token) -> list[Hit]:
        """Return the other side of what two share: whom "Oslo's alliance with Kyiv" concerns beside Oslo."""
        if not self._mutual.has(token):
            return []
        found = [(c, self.at(c)) for c in with_preposition(token, frozenset({"with"}))]
        return [Hit(mention, c, "part") for c, mention in found if mention is not None]

    def _counted(self, token: Token) -> list[Hit]:
        """Return who is counted or meant: the "rebels" of "dozens of rebels"."""
        of = [c for c in token.children if c.deprel == "nmod" and "of" in phrases.prepositions(c)]
        hits = [hit for c in of for t in (c, *conjuncts(c)) for hit in self._of(t)]
        return [Hit(hit.mention, hit.token, "of") for hit in hits if hit.direct]

    def _members(self, token: Token, mention: ActorMention) -> list[Hit]:
        """Return the names that a plural stands for: "two leaders, A and B", "envoys from A and B"."""
        if mention.form == "name" or token.xpos not in {"NNS", "NN"}:
            return []
        lists = [c for c in token.children if c.deprel == "appos"] if token.xpos == "NNS" else []
        if self._delegates.has(token):
            lists += with_preposition(token, FROM)
        for first in lists:
            way: Via = "self" if first.deprel == "appos" else "sender"
            hits = [Hit(m, t, way) for t in (first, *conjuncts(first)) if (m := self.at(t)) is not None]
            if len({hit.mention.actors for hit in hits}) > 1 and all(h.mention.form != "role" for h in hits):
                return hits
        return []

    def _listed_appositions(self, token: Token, mention: ActorMention) -> list[Hit]:
        """Return a list's names that the parser took for apposition: "A, B and C" with B as `appos` of A."""
        found = []
        for c in token.children:
            other = self.at(c) if c.deprel == "appos" else None
            if other is None or other.locative:
                continue
            if other.actors == mention.actors:  # "hostages Ana Lopez and Max Berg"
                found += [hit for t in conjuncts(c) if is_full_phrase(t) for hit in self._of(t)]
                continue
            goes_on = any(g.deprel == "conj" for g in (*token.children, *c.children))
            if goes_on and other.form == mention.form and mention.form in {"name", "role"}:
                found.append(Hit(other, c, "self"))
                found += [hit for t in conjuncts(c) for hit in self._of(t)]
        return found

    def _shared_head(self, token: Token, mention: ActorMention) -> list[Hit]:
        """Return the first of two adjectives that share a noun: "Turkish and Russian soldiers"."""
        found = []
        for c in token.children:
            other = self.at(c) if c.deprel in {"amod", "compound"} else None
            coordinated = any(g.deprel == "conj" for g in c.children)
            if other is not None and coordinated and other.actors != mention.actors:
                found.append(Hit(other, c, "self"))
        return found

    def _inside(self, token: Token, depth: int) -> list[Hit]:
        """Return the mentions that a phrase without a mention of its own names inside it, best first."""
        if depth > DEPTH or token.upos in {"PRON", "DET"}:
            return []
        steps: tuple[tuple[Via, list[Token]], ...] = (
            ("self", [c for c in token.children if c.deprel == "appos"]),
            ("inside", [c for c in token.children if c.deprel in INSIDE]),
            ("part", with_preposition(token, BY)),
            ("part", with_preposition(token, OF)),
            ("scene", with_preposition(token, PLACE)),
        )
        for via, step in steps:
            for c in step:
                mention = self.at(c)
                if mention is not None and via in FAR and not self._may_stand_for(mention, token):
                    continue
                if mention is not None:
                    return [Hit(mention, c, via)]
                deeper = self._inside(c, depth + 1)
                if deeper:
                    return [Hit(deeper[0].mention, deeper[0].token, farther(via, deeper[0].via))]
        return []

    def _may_stand_for(self, mention: ActorMention, part: Token) -> bool:
        """Whether a place stands for what is in it: no sea does, nor a state for a ship that calls there."""
        if mention.form != "place":
            return True
        if self._movable.has(part):
            return False
        return any(actor is not None and actor.country for actor in map(self._actors.get, mention.actors))

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

    def has_sector(self, hit: Hit, sectors: frozenset[str]) -> bool:
        """Whether one of the mention's actors has one of the sectors, codes such as UNO, or kinds."""
        actors = (self._actors.get(a) for a in hit.mention.actors)
        return any(sectors & _codes(actor) for actor in actors if actor is not None)

    def countries(self, hit: Hit) -> list[str]:
        """Return the countries of the mention's actors."""
        actors = (self._actors.get(a) for a in hit.mention.actors)
        return [actor.country for actor in actors if actor is not None and actor.country]

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
