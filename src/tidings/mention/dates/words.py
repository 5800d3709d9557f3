"""The words of time (words.toml, holidays.toml), as look-up tables and as parts of regular expressions."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """The tables. `tables[class][word]` gives a word's value; `holidays[name]` a rule."""

    tables: dict[str, dict[str, Any]]
    holidays: dict[str, dict[str, Any]]
    named: dict[str, str]

    def month(self, word: str) -> int:
        """Return the number of a month named in full or short."""
        key = fold(word)
        return int(self.tables["months"].get(key) or self.tables["months_unsure"][key])

    def weekday(self, word: str) -> int:
        """Return the number of a weekday, Monday 0."""
        key = fold(word)
        found = self.tables["weekdays"].get(key)
        return int(self.tables["weekdays_unsure"][key] if found is None else found)

    def number(self, word: str) -> float:
        """Return the value of a number in digits or words ("twenty-five", "1,200", "half a")."""
        key = fold(word)
        if key[0].isdigit():
            return float(key.replace(",", ""))
        numbers = self.tables["numbers"]
        if key in numbers:
            return float(numbers[key])
        return float(sum(numbers.get(part, 0) for part in re.split(r"[\s-]+", key)))

    def year(self, text: str) -> int:
        """Return a year in digits or words ("nineteen ninety-one", "two thousand and five")."""
        if text[0].isdigit():
            return int(text)
        parts = [part for part in re.split(r"[\s-]+", fold(text)) if part in self.tables["numbers"]]
        first, *rest = (int(self.tables["numbers"][part]) for part in parts if part != "hundred")
        return first * (1000 if "thousand" in fold(text) else 100) + sum(rest)

    def day(self, text: str) -> int:
        """Return the day of a month in digits or as an ordinal in words."""
        return int(text) if text.isdigit() else int(self.tables["ordinals"][fold(text).replace(" ", "-")])

    def value(self, table: str, word: str | None) -> Any:  # noqa: ANN401 -- numbers and letters
        """Return what a table says of a word, or None."""
        return None if word is None else self.tables[table].get(fold(word))


def fold(word: str) -> str:
    """Return a word as the tables have it: lower case, single spaces, straight apostrophes, no full stop."""
    return " ".join(word.replace("’", "'").split()).strip(" .").lower()


@functools.cache
def load() -> Words:
    """Read the tables of the package."""
    folder = files("tidings.mention.dates")
    tables = tomllib.loads(folder.joinpath("words.toml").read_text("utf-8"))
    days = tomllib.loads(folder.joinpath("holidays.toml").read_text("utf-8"))
    holidays = {fold(name): entry for entry in days["day"] for name in entry["names"]}
    named = {fold(name): entry["value"] for entry in days["named"] for name in entry["names"]}
    return Words(tables, holidays, named)


def slots(words: Words) -> dict[str, str]:
    """Return the word classes as regular expressions, by the slot names of patterns.toml."""
    tables = words.tables
    weekdays = _either(tables["weekdays"]) + r"\.?|" + _cased(tables["weekdays_unsure"]) + r"\.?"
    months = _either(tables["months"]) + "|" + _cased(tables["months_unsure"])
    months += "|" + _either(tables["months_unsure"]) + r"(?=\.? \d)"
    full = [name for name in tables["months_unsure"] if len(name) > 3 or name == "may"]
    short = [name for name in tables["months_unsure"] if name not in full]
    number_words = _either(tables["numbers"])
    tens = _either([word for word, value in tables["numbers"].items() if 20 <= value <= 90])
    units = _either(tables["units"])
    sure_numbers = _either([word for word in tables["numbers"] if word[0] != "a" and "half" not in word])
    return {
        "weekday": f"(?:{weekdays})",
        "weekdays": weekdays,
        "weekdays_alone": _either(tables["weekdays"]) + r"\.?|" + _cased(tables["weekdays_unsure"]) + r"\.",
        "months": months,
        "months2": months,
        "months_alone": f"{_either(tables['months'])}|{_cased(full)}|{_cased(short)}\\.",
        "ordinal": rf"(?P<ordinal>{_either(tables['ordinals'])})",
        "number": rf"(?P<number>\d{{1,3}}(?:,\d\d\d)+|\d+|{tens}[\s-]{number_words}|{number_words})",
        "number_words": number_words,
        "span": rf"(?:\d+|{tens}[\s-]{number_words}|{number_words})[\s-]+{units}s?",
        "next_span": rf"(?:\d+(?:\.\d+)?|{tens}[\s-]{sure_numbers}|{sure_numbers})[\s-]+{units}s?",
        "year_words": _year_words(tables["year_words"]),
        "day_words": _either(tables["ordinals"]).replace(r"\-", r"[\s-]"),
        "vague_numbers": _either(tables["vague_numbers"]["words"]),
        "units": _either(tables["units"]),
        "season_words": _either(tables["seasons"]),
        "day_parts": _either(tables["day_parts"]),
        "decade_words": _either(tables["decades"]),
        "deictics": _either(tables["deictic"]),
        "relative": rf"(?P<relative>{_either(tables['relative'])})",
        "narrative": rf"(?P<narrative>{_either(tables['narrative'])})",
        "edge": rf"(?P<edge>{_either(tables['edges'])})",
        "approximation": rf"(?P<approximation>{_either(tables['approximations'])})",
        "from_published": _either(tables["from_published"]),
        "from_narrative": _either(tables["from_narrative"]),
        "frequencies": _either(tables["frequencies"]),
        "halves": _either(tables["halves"]),
        "hour_words": _either(tables["hours"]),
        "zones": _either(tables["zones"]["words"]),
        "holidays": _either(words.holidays),
        "named_days": _either(words.named),
    }


def _year_words(words: dict[str, list[str]]) -> str:
    """Return a year in words: a century and the rest of it, or "two thousand" and the rest."""
    teens, tens, ones = (_either(words[name]) for name in ("teens", "tens", "ones"))
    late = rf"(?:{tens}[\s-]{ones}|{tens}|{teens})"
    early = rf"(?:{_either(words['zeros'])}[\s-])?{ones}"
    century = _either(words["centuries"])
    hundreds = rf"{century} hundred(?:(?: and)? (?:{late}|{early}))?"
    zeros = rf"{century} {_either(words['zeros'])}[\s-]{ones}"
    thousands = rf"two thousand(?:(?: and)? (?:{late}|{early}))?"
    return rf"{hundreds}|{century}[\s-]{late}|{zeros}|{thousands}"


def _either(items: Any) -> str:  # noqa: ANN401 -- a table or a list of words
    """Return an alternation of the words, the longest first, any apostrophe and any white space."""
    ordered = sorted(items, key=lambda word: (-len(word), word))
    return (
        "(?:" + "|".join(re.escape(word).replace(r"\ ", " ").replace("'", "[’']") for word in ordered) + ")"
    )


def _cased(items: Any) -> str:  # noqa: ANN401 -- a table or a list of words
    """Return an alternation of words that count only with a capital letter."""
    forms = [form for word in items for form in (word.capitalize(), word.upper())]
    return "(?-i:" + "|".join(sorted(forms, key=lambda word: (-len(word), word))) + ")"
