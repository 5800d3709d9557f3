"""`ActorFinder`: the actors of a document and every mention of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tidings.mention.actors.choice import vote
from tidings.mention.actors.entries import Entry
from tidings.mention.actors.gazetteer import Gazetteer
from tidings.mention.actors.known import entries
from tidings.mention.actors.office_holders import Offices
from tidings.mention.actors.own import read_own, with_own
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.pieces import Spotter
from tidings.mention.actors.reading import Reading
from tidings.mention.actors.roles import modifier_phrases, role_phrases
from tidings.mention.actors.spellings import Spellings
from tidings.records.actor import Actor, ActorMention
from tidings.records.document import Document


@lru_cache(maxsize=1)
def known_entries() -> tuple[Entry, ...]:
    """Return all entries of the tables, read once."""
    return tuple(entries())


class ActorFinder:
    """Finds the actors of documents. One finder serves any number of documents."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._spellings = Spellings(known)
        self._spotter = Spotter(Gazetteer(known), role_phrases(), modifier_phrases(), self._spellings.add_hit)
        self._offices = Offices(known)

    @classmethod
    def load(cls, actors: Sequence[Path] = ()) -> ActorFinder:
        """Read the tables that ship with the package, and the user's own.

        Raises:
            UsageError: A table of the user's cannot be used.

        """
        known = known_entries()
        for path in actors:
            known = with_own(known, read_own(path))
        return cls(known)

    def __call__(
        self, document: Document, context: str = ""
    ) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
        """Return the actors and their mentions, both in text order.

        `context` is text whose countries count as those of the document do.
        """
        votes = vote(self._spotter.find(context)) if context else Counter()
        return Reading(document, self._spotter, self._offices, votes).run()

    def pieces(self, document: Document) -> list[Piece]:
        """Return the known names, role nouns and modifiers of a document, without its entities."""
        spotter = self._spotter
        return [p for s in document.sentences for p in spotter.pieces(s, spotter.hits(document, s), [])]

    def spells(self, name: str) -> bool:
        """Whether a name is another spelling of a known group's."""
        return bool(self._spellings.groups(name))

    def is_capital(self, name: str) -> bool:
        """Whether a name is that of a seat of government."""
        return any(hit.entries[0].kind == "capital" for hit in self._spotter.find(name))
