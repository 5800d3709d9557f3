"""Who, where, when, and who said so: what a parsed document mentions, found and resolved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tidings.mention.actors import ActorFinder
from tidings.mention.actors.own import own_version
from tidings.mention.actors.speakers import with_speakers
from tidings.mention.dates import find_dates
from tidings.mention.places import find_places
from tidings.mention.quotes import find_quotes
from tidings.mention.version import tables_version
from tidings.records import Document, Mentions, Reading

__all__ = ["VERSION", "Finder", "tables_in_use"]

VERSION = tables_version()
"""The version of all tables of the package that decide what is found."""


def tables_in_use(actors: Sequence[Path] = ()) -> str:
    """Return the version of the tables, with that of the user's own tables of actors where there are any."""
    return f"{VERSION}+{own_version(actors)}" if actors else VERSION


class Finder:
    """Finds the mentions of documents. One finder serves any number of documents."""

    def __init__(self, actors: ActorFinder) -> None:
        self._actors = actors

    @classmethod
    def load(cls, actors: Sequence[Path] = ()) -> Finder:
        """Read all tables that ship with the package, and the user's own tables of actors.

        Raises:
            UsageError: A table of the user's cannot be used.

        """
        return cls(ActorFinder.load(actors))

    def __call__(self, document: Document, reading: Reading | None = None) -> Mentions:
        """Return the actors, places, dates and quotations of a document, each in text order."""
        actors, actor_mentions = self._actors(document)
        quotes = find_quotes(document, actors, actor_mentions)
        actors, actor_mentions = with_speakers(document, actors, actor_mentions, quotes)
        return Mentions(
            actors=actors,
            actor_mentions=actor_mentions,
            places=find_places(document, actors, actor_mentions),
            dates=find_dates(document, reading),
            quotes=quotes,
        )
