"""When two spellings are one name: transliterations, doubled letters and the like."""

from __future__ import annotations

import re
from functools import lru_cache

from tidings.mention.actors.gazetteer import fold
from tidings.mention.actors.references import TABLE, gender_of_name

_PARTICLES = frozenset(TABLE["spelling"]["particles"])
_SOUNDS = tuple((old, new) for old, new in TABLE["spelling"]["sounds"])
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"[\s\-‐–]+")
_SHORTEST = 5
"""Shorter names are too often those of different people to be compared by sound."""


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, without "al-", "bin" and the like."""
    folded = (fold(word).strip(".,'’") for word in _SPLIT.split(name))
    words = [word for word in folded if word]
    kept = [word for word in words[:-1] if word not in _PARTICLES]
    return tuple(kept + words[-1:])


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return what the spellings of a folded word have in common; of a short one the word itself.

    Consonants that transliterations exchange are one. A vowel is high ("a", "e", "i") or low ("o", "u").
    """
    return _VOWELS.sub(_height, _plain(word))


def similar(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one name.

    A final "a" tells names apart ("Ivanov", "Ivanova"), and so does "a" against "i" ("Hariri", "Harari").
    """
    if one == other:
        return True
    first, second = _plain(one), _plain(other)
    if sound(one) != sound(other) or (first[-1] == "a") != (second[-1] == "a"):
        return False
    return not any(map(_differ, _VOWELS.findall(first), _VOWELS.findall(second)))


def similar_first(one: str, other: str) -> bool:
    """Whether two folded first names are one: also an initial, never a man's and a woman's."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    genders = {gender_of_name(one.capitalize()), gender_of_name(other.capitalize())}
    return similar(one, other) and not genders >= {"m", "f"}


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the words of the shorter one stand in the longer one.

    Words may be spelt otherwise where they are the last ones, or the first ones of two full names.
    """
    if len(one) > len(other):
        one, other = other, one
    if set(one) <= set(other) or "".join(one) == "".join(other):
        return True
    if not similar(one[-1], other[-1]):
        return False
    if len(one) == 1:
        return True
    between = len(one) != len(other) or all(map(similar, one[1:], other[1:]))
    return between and len(one) in (2, len(other)) and similar_first(one[0], other[0])


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """Return a word with each consonant as it sounds, no letter doubled and no final "h"."""
    if len(word) < _SHORTEST - 1:
        return word
    single = _DOUBLED.sub(r"\1", word)
    if len(word) < _SHORTEST:
        return single
    for old, new in _SOUNDS:
        single = single.replace(old, new)
    return single.removesuffix("h") if single[-2] in "aeiou" else single


def _height(run: re.Match[str]) -> str:
    if len(run.string) < _SHORTEST - 1:
        return run.group()
    return "o" if run.group()[0] in "ou" else "e"


def _differ(one: str, other: str) -> bool:
    """Whether two runs of vowels are those of different names: a plain "a" and a plain "i"."""
    return (not one.strip("a") and not other.strip("iy")) or (not one.strip("iy") and not other.strip("a"))
