"""Names the language of a text (ISO 639-1), with English as the answer wherever nothing speaks against it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

import msgspec

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_MIN_FOREIGN_WORDS = 3
_FOREIGN_SHARE = 0.15
# English prose is a third function words; lists of names and figures have far fewer.
_MIN_JUDGED_WORDS = 40
_ENGLISH_SHARE = 0.08
# Articles in a language that the detector knows lie some 150 to 250 from its profile.
_MAX_DISTANCE = 340
# Ukrainian writes letters that Russian lacks, and so do Persian and Urdu beside Arabic.
_LETTERS = {"ru": (("uk", "іїєґ"),), "ar": (("fa", "پچژگ"), ("ur", "ٹڈڑں"))}


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    words: dict[str, list[str]]
    scripts: dict[str, str]


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    text = files(__package__).joinpath("languages.toml").read_text(encoding="utf-8")
    table = msgspec.convert(tomllib.loads(text), _Table)
    return {language: frozenset(words) for language, words in table.words.items()}, table.scripts


def language_of(text: str, declared: str | None = None) -> str:
    """Return the language of a text; what its page or row declared decides where the text cannot."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE_CHARS])]
    script = _script_language(words)
    if script is not None:
        return script
    counts = {language: sum(word in known for word in words) for language, known in _table()[0].items()}
    best = max(counts, key=lambda language: counts[language])
    english = counts["en"]
    enough = max(_MIN_FOREIGN_WORDS, _FOREIGN_SHARE * len(words))
    if best != "en" and counts[best] >= enough and counts[best] > 1.5 * english:
        return best
    if len(words) >= _MIN_JUDGED_WORDS and english < _ENGLISH_SHARE * len(words):
        return _detected(text, declared)
    if declared and not english and counts.get(primary(declared), 0) >= 1:
        return primary(declared)
    return "en"


def _detected(text: str, declared: str | None) -> str:
    """Return the language of a text with next to no English in it, "und" where nothing is sure of it."""
    from resiliparse.parse.lang import detect_fast  # noqa: PLC0415 - only for languages without a list

    if declared and primary(declared) != "en":
        return primary(declared)
    language, distance = detect_fast(text[:_SAMPLE_CHARS], cutoff=_MAX_DISTANCE)
    return "und" if language == "unknown" or distance > _MAX_DISTANCE else str(language)


def primary(tag: str) -> str:
    """Return the primary subtag of a language tag, lower case ("en-GB" → "en")."""
    return re.split(r"[-_]", tag.strip().lower())[0]


def _script_language(words: list[str]) -> str | None:
    """Return the language of the script that most letters are in, null where they are Latin."""
    letters = "".join(words)
    counts = Counter(_script(letter) for letter in letters)
    if not counts:
        return None
    latin = counts["LATIN"]
    others = {script: count for script, count in counts.items() if script in _table()[1]}
    if sum(others.values()) <= latin:
        return None
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0.05 * len(letters):
        return "ja"
    language = _table()[1][max(others, key=lambda script: others[script])]
    for variant, marks in _LETTERS.get(language, ()):
        if sum(letters.count(mark) for mark in marks) > 0.01 * len(letters):
            return variant
    return language


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(maxsplit=1)[0]
