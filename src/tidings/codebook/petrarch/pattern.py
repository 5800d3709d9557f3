"""One verb pattern of PETRARCH, taken apart: what stands before and after the verb, in our slots.

`- PRE * POST (PREP NOUN) [code]`: bare words are heads of noun phrases, `{…}` is a longer one, `(…)` a phrase
with its preposition, `&NAME` a synset, `$` the source, `+` the target, `^` anything.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

_PART = re.compile(r"[(){}]|[^\s(){}]+")
ANY = "any"


class PatternError(Exception):
    """A pattern that cannot be said in our terms: `reason` is one of few, `detail` says what exactly."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(slots=True)
class Pattern:
    """What a pattern asks for: `needs` by slot, either "any", "actor" or alternative words and phrases.

    `actor` and `recipient` name the slots of source and target where the pattern marks them; `particle` is a
    word that belongs to the verb.
    """

    needs: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    actor: str | None = None
    recipient: str | None = None
    particle: str | None = None

    def need(self, slot: str, what: str | tuple[str, ...]) -> None:
        """Add a condition on a slot that has none yet."""
        if slot in self.needs:
            raise PatternError("two phrases in one place", slot)
        self.needs[slot] = what


@cache
def word_lists() -> dict[str, tuple[str, ...]]:
    """Return the word lists of `words.toml`."""
    file = resources.files("tidings.codebook.petrarch") / "words.toml"
    return {name: tuple(words) for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def alternatives(text: str) -> list[str]:
    """Return the patterns that one with "(BY/WITH …)" stands for."""
    found = re.search(r"\((\w+(?:/\w+)+)(?=[\s)])", text)
    if found is None:
        return [text]
    return [text[: found.start(1)] + word + text[found.end(1) :] for word in found[1].split("/")]


def parse(text: str) -> Pattern:
    """Return a pattern, given without its dash and its code.

    Raises:
        PatternError: it is broken, or has no counterpart in our terms.
    """
    sides = re.split(r"\*+", text)
    if len(sides) != 2:
        raise PatternError("a pattern without one place for the verb")
    pattern = Pattern()
    _before(pattern, _groups(sides[0]))
    _after(pattern, _groups(sides[1]))
    return pattern


@dataclass(frozen=True, slots=True)
class _Group:
    """A noun phrase (`preposition` empty), or a phrase with a preposition; `words` are its noun phrases."""

    preposition: str
    words: tuple[str, ...]


def _groups(side: str) -> list[_Group]:
    """Return the phrases of one side of the verb."""
    found: list[_Group] = []
    parts = _PART.findall(side.lower())
    while parts:
        part = parts.pop(0)
        if part == "(":
            inside = _until(parts, ")")
            if not inside or inside[0] not in word_lists()["prepositions"]:
                raise PatternError("brackets without a preposition", " ".join(inside))
            found.append(_Group(inside[0], tuple(_phrases(inside[1:]))))
        elif part == "{":
            found.append(_Group("", (_noun(_until(parts, "}")),)))
        elif part in ")}":
            raise PatternError("brackets that do not close")
        elif part in word_lists()["prepositions"]:
            found.append(_Group(part, tuple(_phrases(_bare(parts)))))
        else:
            found += [_Group("", (phrase,)) for phrase in _phrases([part])]
    return found


def _until(parts: list[str], closing: str) -> list[str]:
    """Take the parts up to a bracket away and return them."""
    if closing not in parts:
        raise PatternError("brackets that do not close")
    at = parts.index(closing)
    inside = parts[:at]
    del parts[: at + 1]
    return inside


def _bare(parts: list[str]) -> list[str]:
    """Take the noun phrase after a preposition without brackets away and return it."""
    taken: list[str] = []
    while parts and parts[0] not in word_lists()["prepositions"] and parts[0] not in ("(", ")", "}"):
        taken.append(parts.pop(0))
        if taken[-1] == "{":
            taken += [*_until(parts, "}"), "}"]
        if taken[-1] not in word_lists()["articles"]:
            break
    return taken


def _phrases(parts: list[str]) -> list[str]:
    """Return the noun phrases of a run of parts: single words, and several in braces."""
    rest, found = list(parts), []
    while rest:
        part = rest.pop(0)
        if part == "{":
            found.append(_noun(_until(rest, "}")))
        elif part in ("(", ")", "}"):
            raise PatternError("brackets that do not close")
        elif part not in word_lists()["articles"]:
            found.append(_noun([part]))
    return found


def _noun(words: list[str]) -> str:
    """Return a noun phrase without its articles; underscores join words, but belong to a synset's name."""
    rest = [word for word in words if word not in word_lists()["articles"]]
    return " ".join(word if "&" in word else word.strip("_").replace("_", " ") for word in rest)


def _before(pattern: Pattern, groups: list[_Group]) -> None:
    if any(group.preposition for group in groups):
        raise PatternError("a phrase with a preposition before the verb")
    for group in groups:
        _fill(pattern, "subject", group.words[0])


def _after(pattern: Pattern, groups: list[_Group]) -> None:
    if groups and not groups[0].preposition and groups[0].words[0] in word_lists()["particles"]:
        pattern.particle = groups.pop(0).words[0]
    for group in groups:
        if not group.preposition:
            _fill(pattern, "object", group.words[0])
        elif len(group.words) > 1:
            raise PatternError("several noun phrases after one preposition", " ".join(group.words))
        else:
            _prepositional(pattern, group)


def _prepositional(pattern: Pattern, group: _Group) -> None:
    if group.words:
        _fill(pattern, group.preposition, group.words[0])
    else:
        pattern.need(group.preposition, ANY)


def _fill(pattern: Pattern, slot: str, word: str) -> None:
    """Say of a slot what a word or a mark asks for."""
    if word == "$":
        pattern.actor = slot
    elif word == "+":
        pattern.recipient = slot
        pattern.need(slot, "actor")
    elif word == "^":
        pattern.need(slot, ANY)
    elif word == "%" or "@" in word or not re.search(r"\w", word):
        raise PatternError("a mark that has no counterpart", word)
    elif _is_adverb(word):
        pattern.need("sentence", (word,))
    else:
        _refuse_non_nouns(word)
        pattern.need(slot, (word,))


def _is_adverb(word: str) -> bool:
    """Whether a word is an adverb, which fills no slot: that it stands in the sentence must do."""
    return word in word_lists()["adverbs"] or (word.endswith("ly") and " " not in word and "&" not in word)


def _refuse_non_nouns(word: str) -> None:
    lists = word_lists()
    if word in lists["clauses"]:
        raise PatternError("a clause", word)
    if word in lists["particles"]:
        raise PatternError("a particle away from the verb", word)
