"""What a time expression is read against, and what comes out: `Anchor` and `Value`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tidings.mention.dates import words as vocabulary

Tense = Literal["past", "future", "none"]


class UnanchoredError(Exception):
    """The value rests on a day that is not known."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, the day named before in the text, the year it speaks of, and the tense.

    `year_here`: the same sentence gives that year.
    """

    published: date | None = None
    narrative: date | None = None
    narrative_unit: str = "D"
    year: int | None = None
    tense: Tense = "none"
    year_here: bool = False

    @property
    def day(self) -> date:
        """The day of publication; raises `UnanchoredError` where it is not known."""
        if self.published is None:
            raise UnanchoredError
        return self.published

    @property
    def told(self) -> date:
        """The day named before in the text; raises `UnanchoredError` where there is none."""
        if self.narrative is None:
            raise UnanchoredError
        return self.narrative


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value. `mod` is TIMEX3's attribute; `day` and `unit` anchor what is told after it."""

    value: str | None
    mod: str | None = None
    day: date | None = None
    unit: str = "D"
    type: str | None = None
    rests: str | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Slots:
    """The groups of a match, read with the tables."""

    groups: dict[str, str]

    def __contains__(self, name: str) -> bool:
        return name in self.groups

    def text(self, *names: str) -> str | None:
        """Return the first of the groups that took part, or None."""
        return next((self.groups[name] for name in names if name in self.groups), None)

    def look(self, table: str, name: str) -> object:
        """Return what a table of words.toml says of a group's word, or None."""
        return vocabulary.load().value(table, self.groups.get(name))

    def year(self) -> int | None:
        """Return the year, in full or in two digits, or None."""
        text = self.text("year", "year2")
        if text is None:
            return None
        year = vocabulary.load().year(text)
        if len(text) == 2:
            year += 2000 if year < 50 else 1900
        return year

    def month(self, name: str = "month") -> int:
        """Return the number of the month, in words or digits."""
        text = self.groups[name]
        return int(text) if text.isdigit() else vocabulary.load().month(text)

    def day(self, name: str = "day") -> int:
        """Return the day of a month, in digits or as an ordinal in words."""
        return vocabulary.load().day(self.groups[name])

    def weekday(self, name: str = "weekday") -> int:
        """Return the number of the weekday, Monday 0."""
        return vocabulary.load().weekday(self.groups[name])

    def count(self) -> float:
        """Return the amount: "two and a half" is 2.5."""
        count = vocabulary.load().number(self.groups["number"])
        if "tenths" in self.groups:
            count += float(f"0.{self.groups['tenths']}")
        return count + (0.5 if "half" in self.groups or "half2" in self.groups else 0)

    def unit(self) -> str:
        """Return the letter of the unit."""
        word = vocabulary.fold(self.text("unit", "unit2") or "")
        units = vocabulary.load().tables["units"]
        return str(units.get(word) or units.get(word + "s") or units[word.removesuffix("s")])

    def part(self) -> str:
        """Return TIMEX3's letters for the part of the day ("TNI"), or an empty string."""
        found = self.look("day_parts", "part") or self.look("day_parts", "before")
        if found is None and vocabulary.fold(self.groups.get("deictic", "")) == "tonight":
            found = "NI"
        return f"T{found}" if found else ""

    def mod(self) -> str | None:
        """Return TIMEX3's mod for an edge ("early") or an approximation ("about")."""
        found = self.look("edges", "edge") or self.look("approximations", "approximation")
        return str(found) if found else None

    def move(self) -> int | None:
        """Return -1, 0 or 1 for "last", "this", "next", or None."""
        found = self.look("relative", "relative")
        return found if isinstance(found, int) else None
