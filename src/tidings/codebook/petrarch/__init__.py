"""Reads dictionaries of PETRARCH (verbs, actors, agents); writes a codebook and tables of actors."""

from tidings.codebook.petrarch.convert import Dictionaries, Imported, convert

__all__ = ["Dictionaries", "Imported", "convert"]
