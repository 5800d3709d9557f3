"""The codebook: an ontology of political events as data that people read, edit and test.

`Codebook.load()` reads the PLOVER codebook in `codebook/plover/`; another folder is another ontology.
"""

from tidings.codebook.frames import Frame, Trigger
from tidings.codebook.loader import Codebook
from tidings.codebook.words import WordList

__all__ = ["Codebook", "Frame", "Trigger", "WordList"]
