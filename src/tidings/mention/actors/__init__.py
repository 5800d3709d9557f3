"""Who: the parties that a document names, with PLOVER country and sector, and which mentions are the same."""

from tidings.mention.actors.finder import ActorFinder
from tidings.mention.actors.resolve import resolve

__all__ = ["ActorFinder", "resolve"]
