"""The grammar of time expressions (patterns.toml): finds them in a stretch of text."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from tidings.mention.dates import words as vocabulary


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a time: what it looks like and how its value is worked out."""

    id: str
    rule: str
    regex: re.Pattern[str]
    type: str
    rests: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """A match: its pattern, offsets into the text, and the groups that took part, by name."""

    pattern: Pattern
    start: int
    end: int
    groups: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns. `core` finds the words without which no expression can stand."""

    patterns: tuple[Pattern, ...]
    core: re.Pattern[str]
    starts: re.Pattern[str]

    def scan(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Yield the expressions between two offsets, in order, without overlap: the longest at each place."""
        if not self.core.search(text, start, end):
            return
        position = start
        while (begin := self.starts.search(text, position, end)) is not None:
            found = self._longest(text, begin.start(), end)
            if found is None:
                position = begin.end()
            else:
                yield found
                position = found.end

    def _longest(self, text: str, start: int, end: int) -> Found | None:
        best: re.Match[str] | None = None
        chosen: Pattern | None = None
        for pattern in self.patterns:
            match = pattern.regex.match(text, start, end)
            if match is not None and (best is None or match.end() > best.end()):
                best, chosen = match, pattern
        if best is None or chosen is None or best.end() == start:
            return None
        groups = {name.split("__")[0]: part for name, part in best.groupdict().items() if part is not None}
        return Found(chosen, start, best.end(), groups)


@functools.cache
def load() -> Grammar:
    """Compile the grammar of the package."""
    words = vocabulary.load()
    source = tomllib.loads(files("tidings.mention.dates").joinpath("patterns.toml").read_text("utf-8"))
    slots = vocabulary.slots(words) | source["slots"]
    patterns = tuple(
        Pattern(
            id=entry["id"],
            rule=entry["rule"],
            regex=_compile(entry["regex"], slots),
            type=entry.get("type", "DATE"),
            rests=entry.get("rests", "text"),
            confidence=entry["confidence"],
        )
        for entry in source["pattern"]
    )
    return Grammar(patterns, _core(slots), _starts(words))


def _compile(template: str, slots: dict[str, str]) -> re.Pattern[str]:
    for name, regex in slots.items():
        template = template.replace("{" + name + "}", f"(?:{regex})" if "|" in regex else regex)
    return re.compile(_distinct(template.replace(" ", r"\s+")), re.IGNORECASE)


def _distinct(regex: str) -> str:
    """Give numbers to groups that alternatives of one pattern share: a name may stand only once."""
    counts: Counter[str] = Counter()

    def rename(match: re.Match[str]) -> str:
        name = match[1]
        counts[name] += 1
        return match[0] if counts[name] == 1 else f"(?P<{name}__{counts[name]}>"

    return re.sub(r"\(\?P<(\w+)>", rename, regex)


def _core(slots: dict[str, str]) -> re.Pattern[str]:
    """Return a quick test of a sentence: a digit or a word of the calendar."""
    classes = ["weekdays", "months_alone", "units", "season_words", "day_parts", "deictics", "frequencies"]
    classes += ["decade_words", "holidays", "hour_words", "named_days"]
    stems = "|".join(slots[name] for name in classes)
    short = r"\b(?:jan|mar|jun|dec|hundred|thousand|nineteen|eighteen|twenty|now|present)\b"
    core = rf"\d|{short}|\bquarter|\bhalf\b|\bcentur|o[’']clock|\b(?:{stems})"
    return re.compile(core.replace(" ", r"\s+"), re.IGNORECASE)


def _starts(words: vocabulary.Words) -> re.Pattern[str]:
    """Return what an expression can begin with: a digit, or the first word of any slot."""
    firsts = {"the", "these", "those", "from", "between", "every", "each", "all", "once", "twice", "for", "q"}
    firsts |= {
        "year",
        "fiscal",
        "calendar",
        "financial",
        "earlier",
        "later",
        "several",
        "ad",
        "a.d",
        "h",
        "full",
        "whole",
        "entire",
        "week",
        "weekends",
        "rest",
        "remainder",
        "final",
        "now",
        "present",
    }
    for table in words.tables.values():
        entries = table.get("words", table)
        firsts |= {re.split(r"[\s-]", word)[0].lower() for word in entries}
    firsts |= {name.split()[0].split("'")[0] for name in (*words.holidays, *words.named)}
    names = "|".join(re.escape(word) for word in sorted(firsts, key=lambda word: (-len(word), word)))
    word = rf"(?:{names})(?:s|time)?(?!\w)"
    alone = rf"(?<![\w$£€#.,/:-])(?:\d|[’'‘](?=\d0s)|{word}|[QH][1-4]\b)"
    after_dash = (
        rf"(?<=[–—])\d|(?<=\d{{4}}-)\d{{4}}|(?<=/\d{{4}}-)\d"
        rf"|(?<=\w-)(?:{names})(?!\w)"
    )
    return re.compile(f"{alone}|{after_dash}", re.IGNORECASE)
