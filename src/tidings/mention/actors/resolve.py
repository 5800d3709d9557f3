"""`resolve`: one phrase, without an article, to the actor it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from tidings.mention.actors.finder import ActorFinder
from tidings.mention.actors.pieces import Piece
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
    sure = {i for p in pieces if not (p.hit and p.hit.bare) for i in range(p.first, p.last + 1)}
    add_names(document, sure, _labeller(document, pieces))
    actors, mentions = finder(document, context or "")
    head = next(token for token in document.tokens if token.head is None)
    over = [mention for mention in mentions if mention.first <= head.i <= mention.last]
    chosen = next(iter([*over, *(m for m in mentions if not m.locative), *mentions]), None)
    actor = next((actor for actor in actors if chosen and actor.id == chosen.actors[0]), None)
    if actor and chosen and not actor.sectors and finder.is_capital(document.text[chosen.start : chosen.end]):
        return msgspec.structs.replace(actor, sector="GOV", sectors=("GOV",))
    return actor


def _labeller(document: Document, pieces: Sequence[Piece]) -> Callable[[str, int], EntityLabel | None]:
    """Return what tells the label of a name that stands at a token of the document."""
    titles = {p.last + 1 for p in pieces if p.role and p.role.kind == "person"}
    people = {p.first for p in pieces if p.hit and p.hit.entries[0].kind == "person"}

    def label(name: str, first: int) -> EntityLabel | None:
        words = len(name.split())
        if first in titles or first in people:
            return "PERSON"
        prior = max((place.prior for place in gazetteer.load().lookup(name)), default=0.0)
        alone = words == 1 and first == 0 and len(document.tokens) > 1
        if prior > (_LARGE if alone else 0.0):
            return "LOC"
        return None if alone else "PERSON" if words > 1 else "ORG"

    return label
