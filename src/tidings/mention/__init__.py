"""Who, where, when, and who said so: what a parsed document mentions, found and resolved."""

from __future__ import annotations

from tidings.mention.actors import ActorFinder
from tidings.mention.dates import find_dates
from tidings.mention.places import find_places
from tidings.mention.quotes import find_quotes
from tidings.mention.version import tables_version
from tidings.records import Document, Mentions, Reading

__all__ = ["VERSION", "Finder"]

VERSION = tables_version()
"""The version of all tables that decide what is found."""


class Finder:
    """Finds the mentions of documents. One finder serves any number of documents."""

    def __init__(self, actors: ActorFinder) -> None:
        self._actors = actors

    @classmethod
    def load(cls) -> Finder:
        """Read all tables that ship with the package."""
        return cls(ActorFinder.load())

    def __call__(self, document: Document, reading: Reading | None = None) -> Mentions:
        """Return the actors, places, dates and quotations of a document, each in text order."""
        actors, actor_mentions = self._actors(document)
        return Mentions(
            actors=actors,
            actor_mentions=actor_mentions,
            places=find_places(document, actors, actor_mentions),
            dates=find_dates(document, reading),
            quotes=find_quotes(document, actors, actor_mentions),
        )
