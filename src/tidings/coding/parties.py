"""From the tokens that fill a slot to parties: coordination, apposition, and names inside a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases
from tidings.coding.actors import NamedActors
from tidings.coding.coordination import conjuncts, is_full_phrase, with_preposition
from tidings.coding.hit import FAR, Hit, Via, farther

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook import Codebook
    from tidings.records import ActorMention, Document, Mentions, Token

INSIDE = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "flat")
OF = frozenset({"of", "from"})
FROM = frozenset({"from"})
BY = frozenset({"by"})
PLACE = frozenset({"in", "at", "on", "near"})
INCLUDING = frozenset({"including"})
NAME_WORDS = frozenset({"flat", "compound", "appos", "nmod:desc"})
DEPTH = 3


class Parties(NamedActors):
    """Looks up actor mentions by token and turns fillers into parties."""

    def __init__(self, document: Document, mentions: Mentions, codebook: Codebook) -> None:
        super().__init__(document, mentions, codebook)
        self._mutual = WordList(codebook.lists.get("mutual", ()))
        self._transparent = WordList(codebook.light_verbs.transparent_nouns)
        self._quantities = WordList(codebook.light_verbs.quantity_nouns)
        self._delegates = WordList(codebook.light_verbs.delegates)
        self._cache: dict[int, list[Hit]] = {}

    def hits(self, fillers: Iterable[Token], *, parts: bool = False) -> list[Hit]:
        """Return the mentions for the fillers and all that is coordinated with them, without repetition.

        With `parts`, a phrase that names no party stands for what it is part of.
        """
        found: dict[tuple[str, ...], Hit] = {}
        for filler in fillers:
            for token in (filler, *self._beside(filler)):
                for hit in self._of(token):
                    if parts or hit.via not in FAR:
                        found.setdefault(hit.mention.actors, hit)
        return list(found.values())

    def _beside(self, token: Token) -> list[Token]:
        """Return what is coordinated with a noun, or with another word of the name that it heads."""
        found = conjuncts(token)
        mention = self.at(token)
        if mention is None or mention.form == "pronoun":
            return found
        first = token.sentence.tokens[0].i
        for word in token.sentence.tokens[mention.first - first : mention.last - first + 1]:
            if word is not token and word.deprel in NAME_WORDS:
                others = [c for c in conjuncts(word) if c.i > mention.last and c not in found]
                found += [c for c in others if is_full_phrase(c) and self.at(c) is not None]
        return found

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
                *self._included(token),
            ]
        inside = self._inside(token, 0)[:1]
        return [*inside, *self._listed_after(inside), *self._partners(token)]

    def _listed_after(self, hits: list[Hit]) -> list[Hit]:
        """Return who stands beside the name of a noun that is no mention: "anchor Ana Lopez and her crew"."""
        names = [hit.token for hit in hits if hit.via == "self" and hit.token.deprel == "appos"]
        others = [t for name in names for t in conjuncts(name) if is_full_phrase(t)]
        return [hit for t in others for hit in self._of(t) if hit.direct]

    def _included(self, token: Token) -> list[Hit]:
        """Return the members of a group that the text names: "five ministers, including Ana Lopez"."""
        first = with_preposition(token, INCLUDING)
        members = [(t, self.at(t)) for c in first for t in (c, *conjuncts(c))]
        return [Hit(m, t, "of") for t, m in members if m is not None and m.form == "name"]

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
            alike = other.form == mention.form and mention.form in {"name", "role"}
            if goes_on and (alike or _is_other_kind(token, c)):
                found.append(Hit(other, c, "self"))
                found += [hit for t in conjuncts(c) for hit in self._of(t)]
        return found

    def _shared_head(self, token: Token, mention: ActorMention) -> list[Hit]:
        """Return the first of adjectives that share a noun: "Turkish and Russian soldiers"."""
        found = []
        for c in token.children:
            other = self.at(c) if c.deprel in {"amod", "compound"} else None
            listed = [c, *(g for g in c.children if g.deprel == "conj")]
            if other is None or len(listed) == 1:
                continue
            names = [(g, self.at(g)) for g in listed]
            found += [Hit(m, g, "self") for g, m in names if m is not None and m.actors != mention.actors]
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


def _is_other_kind(token: Token, listed: Token) -> bool:
    """Whether a plural and a body after it are not the same: "bishops, the council and the mayor"."""
    own_article = any(c.lower == "the" for c in listed.children if c.deprel == "det")
    continued = any(c.deprel == "conj" for c in token.children)
    return token.xpos == "NNS" and listed.xpos in {"NN", "NNP"} and own_article and continued
