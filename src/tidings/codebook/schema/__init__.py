"""The codebook's files as msgspec structs: what an entry may say, with its defaults.

A key that is not listed here is an error, so that a misspelt condition cannot silently be ignored.
"""

from tidings.codebook.schema.cues import (
    ContextEntry,
    Cues,
    Denial,
    DomainEntry,
    LightVerbs,
    Modality,
    Question,
)
from tidings.codebook.schema.entry import Entry, Need, Words
from tidings.codebook.schema.rules import Rewrite, Rules, Suppression
from tidings.codebook.schema.type_file import (
    ClauseNeed,
    Example,
    ExampleEvent,
    FrameEntry,
    ModeEntry,
    ModeRule,
    TypeEntry,
)

__all__ = [
    "ClauseNeed",
    "ContextEntry",
    "Cues",
    "Denial",
    "DomainEntry",
    "Entry",
    "Example",
    "ExampleEvent",
    "FrameEntry",
    "LightVerbs",
    "Modality",
    "ModeEntry",
    "ModeRule",
    "Need",
    "Question",
    "Rewrite",
    "Rules",
    "Suppression",
    "TypeEntry",
    "Words",
]
