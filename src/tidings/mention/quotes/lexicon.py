"""The words of cues.toml: what reports, and how what is reported hangs on it."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """cues.toml, by lemma."""

    contents: dict[str, frozenset[str]]
    direct: frozenset[str]
    nouns: frozenset[str]
    noun_contents: frozenset[str]
    according: frozenset[str]
    no_speaker: frozenset[str]
    naming: frozenset[str]
    about: frozenset[str]
    telling: frozenset[str]
    inverted: frozenset[str]
    times: frozenset[str]
    periods: frozenset[str]
    attitudes: frozenset[str]
    attitude_contents: frozenset[str]
    anonymous: frozenset[str]
    after_object: frozenset[str]
    quoted_as: frozenset[str]
    authored: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """Read cues.toml."""
    data: dict[str, Any] = tomllib.loads(
        files("tidings.mention.quotes").joinpath("cues.toml").read_text("utf-8")
    )
    contents: dict[str, set[str]] = {}
    direct: set[str] = set()
    for group in data["verbs"].values():
        for lemma in group["lemmas"]:
            contents.setdefault(lemma, set()).update(group["content"])
            if group.get("direct"):
                direct.add(lemma)
    return Lexicon(
        contents={lemma: frozenset(found) for lemma, found in contents.items()},
        direct=frozenset(direct),
        nouns=frozenset(data["nouns"]["lemmas"]),
        noun_contents=frozenset(data["nouns"]["content"]),
        according=frozenset(data["prepositions"]["according"]),
        no_speaker=frozenset(data["no_speaker"]["words"]),
        naming=frozenset(data["naming"]["lemmas"]),
        about=frozenset(data["about"]["lemmas"]),
        telling=frozenset(data["telling"]["lemmas"]),
        inverted=frozenset(data["inverted"]["lemmas"]),
        times=frozenset(data["times"]["words"]),
        periods=frozenset(data["times"]["periods"]),
        attitudes=frozenset(data["attitudes"]["lemmas"]),
        attitude_contents=frozenset(data["attitudes"]["content"]),
        anonymous=frozenset(data["anonymous"]["lemmas"]),
        after_object=frozenset(data["object"]["prepositions"]),
        quoted_as=frozenset(data["quoted_as"]["lemmas"]),
        authored=frozenset(data["authored"]["lemmas"]),
    )
