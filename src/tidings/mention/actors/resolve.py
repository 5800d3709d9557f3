"""`resolve`: one phrase, without an article, to the actor it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from tidings.mention.actors.finder import ActorFinder
from tidings.mention.actors.heads import sector_of_name
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.shallow import add_names, document_of
from tidings.mention.places import gazetteer
from tidings.records.actor import Actor
from tidings.records.document import Document, EntityLabel

_LARGE = 5.0
"""A capital letter at the beginning of a phrase says little: only a place of 100,000 people counts there."""


@lru_cache(maxsize=1)
def _finder() -> ActorFinder:
    return ActorFinder.load()


def resolve(
    text: str, context: str | None = None, date: str | None = None, finder: ActorFinder | None = None
) -> Actor | None:
    """Return the actor that a phrase names on a day, or None where the phrase names none.

    `context` is text that the phrase stands in or a country's name. `date` is an ISO 8601 day. The language
    model has no part in it: the head of the phrase is its last noun before a preposition or comma. `finder`
    is one with the user's own actors; without it those of the package are known.
    """
    document = document_of(text, date)
    if not document.tokens:
        return None
    finder = finder or _finder()
    pieces = finder.pieces(document)
    _lower_titles(document, pieces)
    sure = {i for p in pieces if not (p.hit and p.hit.bare) for i in range(p.first, p.last + 1)}
    if _is_body(document, pieces):
        sure.clear()
    add_names(document, sure, _labeller(finder, document, pieces))
    actors, mentions = finder(document, context or "")
    head = next(token for token in document.tokens if token.head is None)
    over = [mention for mention in mentions if mention.first <= head.i <= mention.last]
    chosen = next(iter([*over, *(m for m in mentions if not m.locative), *mentions]), None)
    actor = next((actor for actor in actors if chosen and actor.id == chosen.actors[0]), None)
    if actor and chosen and not actor.sectors and finder.is_capital(document.text[chosen.start : chosen.end]):
        return msgspec.structs.replace(actor, sector="GOV", sectors=("GOV",))
    return actor


def _is_body(document: Document, pieces: Sequence[Piece]) -> bool:
    """Whether the whole phrase is the name of a body that no table knows ("Free Volta Liberation Front")."""
    words = [token for token in document.tokens if token.upos not in ("DET", "ADP", "CCONJ", "PART", "PUNCT")]
    capitals = all(token.text[0].isupper() for token in words)
    if len(words) < 3 or any(map(_tells, pieces)) or not capitals or not sector_of_name(document.text):
        return False
    return _prior(words[0].text) <= _LARGE


def _tells(piece: Piece) -> bool:
    """Whether a piece of a name tells more than that it is a name: a title, a state, a long known name."""
    if piece.hit is None or piece.hit.bare:
        return piece.role is not None and piece.role.kind == "person"
    return piece.last > piece.first or piece.hit.entries[0].kind != "organisation"


def _prior(name: str) -> float:
    return max((place.prior for place in gazetteer.load().lookup(name)), default=0.0)


def _lower_titles(document: Document, pieces: Sequence[Piece]) -> None:
    """Make nouns of the titles before a name, so that they are no part of it ("Defence Minister Shoigu")."""
    starts = {piece.first for piece in pieces if piece.hit and piece.hit.entries[0].kind == "person"}
    for piece in pieces:
        if piece.role and piece.role.kind == "person" and piece.last + 1 in starts:
            for token in document.tokens[piece.first : piece.last + 1]:
                token.upos, token.xpos = "NOUN", "NN"


def _labeller(
    finder: ActorFinder, document: Document, pieces: Sequence[Piece]
) -> Callable[[str, int], EntityLabel | None]:
    """Return what tells the label of a name that stands at a token of the document."""
    titles = {p.last + 1 for p in pieces if p.role and p.role.kind == "person"}
    people = {p.first for p in pieces if p.hit and p.hit.entries[0].kind == "person"}

    def label(name: str, first: int) -> EntityLabel | None:
        words = len(name.split())
        if first in titles or first in people:
            return "PERSON"
        if sector_of_name(name) or finder.spells(name):
            return "ORG"
        prior = _prior(name)
        alone = words == 1 and first == 0 and len(document.tokens) > 1
        if prior > (_LARGE if alone else 0.0):
            return "LOC"
        return None if alone else "PERSON" if words > 1 else "ORG"

    return label
