"""The phrases on one side of a pattern's verb: noun phrases, and phrases with a preposition."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = "$+%^"
_PART = re.compile(r"[(){}$+%^]|[^\s(){}$+%^]+")
# Bare words in a row are one phrase, up to so many.
LONGEST = 3


class PatternError(Exception):
    """A pattern that cannot be said in our terms: `reason` is one of few, `detail` says what exactly."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@cache
def word_lists() -> dict[str, tuple[str, ...]]:
    """Return the word lists of `words.toml`."""
    file = resources.files("tidings.codebook.petrarch") / "words.toml"
    return {name: tuple(words) for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}


@dataclass(slots=True)
class Phrase:
    """A noun phrase (`preposition` empty), or a phrase with a preposition.

    `nouns` are its noun phrases, without articles; `marks` the marks for source, target and so on in it.
    `begun`: the last noun phrase is of bare words, which the next one goes on.
    """

    preposition: str = ""
    nouns: list[str] = field(default_factory=list)
    marks: str = ""
    begun: bool = False

    def add(self, word: str) -> None:
        """Add a bare word, a mark or an article."""
        if word in MARKS:
            self.marks += word
            self.begun = False
        elif word not in word_lists()["articles"]:
            alone = word in word_lists()["particles"] or is_adverb(word)
            if self.begun and not alone:
                self._go_on(word)
            else:
                self.nouns.append(word)
            self.begun = not alone

    def add_phrase(self, words: Iterable[str]) -> None:
        """Add a noun phrase in braces; a mark in it is one of this phrase."""
        noun = []
        for word in words:
            if word in MARKS:
                self.marks += word
            elif word not in word_lists()["articles"]:
                noun.append(word)
        if noun:
            self.nouns.append(" ".join(noun))
        self.begun = False

    def _go_on(self, word: str) -> None:
        self.nouns[-1] += f" {word}"
        if self.nouns[-1].count(" ") >= LONGEST:
            raise PatternError("many words in a row", self.nouns[-1])


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb, which fills no slot: that it stands in the sentence must do."""
    return word in word_lists()["adverbs"] or (word.endswith("ly") and " " not in word and "&" not in word)


def phrases(side: str) -> list[Phrase]:
    """Return the phrases of one side of the verb, given without its choices.

    Raises:
        PatternError: brackets that do not fit.
    """
    parts = [word for part in _PART.findall(side.lower()) for word in _words(part)]
    found: list[Phrase] = []
    bare: Phrase | None = None
    while parts:
        part = parts.pop(0)
        if part == "(":
            found.append(_bracketed(_until(parts, ")")))
            bare = None
        elif part in ")}":
            raise PatternError("brackets that do not close")
        elif part in word_lists()["prepositions"]:
            bare = Phrase(part)
            found.append(bare)
        else:
            if bare is None or (part == "{" and bare.nouns):
                bare = Phrase()
                found.append(bare)
            _add(bare, part, parts)
    return found


def _words(part: str) -> list[str]:
    """Return the words of a part; underscores join words, but not a preposition to its noun.

    "on_two_fronts" is "on" and "two fronts", "held_by" is "held" and "by". A synset keeps its name.
    """
    if "&" in part or len(part) == 1:
        return [part] if part.strip("_") else []
    words = [word for word in part.split("_") if word]
    prepositions = word_lists()["prepositions"]
    before = words[:1] if words[:1] and words[0] in prepositions else []
    rest = words[len(before) :]
    after = rest[-1:] if rest and rest[-1] in prepositions else []
    middle = " ".join(rest[: len(rest) - len(after)])
    return [*before, *([middle] if middle else []), *after]


def _bracketed(inside: list[str]) -> Phrase:
    """Return what stands in brackets: a phrase with its preposition, or a particle and its noun phrase."""
    lists = word_lists()
    if inside and inside[0] in lists["prepositions"]:
        phrase = Phrase(inside.pop(0))
    elif len(inside) > 1 and inside[0] in lists["particles"]:
        phrase = Phrase()
    else:
        raise PatternError("brackets without a preposition", " ".join(inside))
    while inside:
        _add(phrase, inside.pop(0), inside)
    return phrase


def _add(phrase: Phrase, part: str, rest: list[str]) -> None:
    if part == "{":
        phrase.add_phrase(_until(rest, "}"))
    elif part in "()}":
        raise PatternError("brackets that do not close")
    else:
        phrase.add(part)


def _until(parts: list[str], closing: str) -> list[str]:
    """Take the parts up to a bracket away and return them."""
    if closing not in parts:
        raise PatternError("brackets that do not close")
    at = parts.index(closing)
    inside = parts[:at]
    del parts[: at + 1]
    return inside
