"""The actor tables: what a known name stands for, resolved by date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

EntryKind = Literal["state", "region", "capital", "metonym", "demonym", "organisation", "group", "person"]

TABLES = files("tidings.mention.actors") / "tables"

BEYOND_STATES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
"""Country codes of PLOVER that are no state's."""

LAST_DAY = "2026-01-01"
"""The day up to which the tables are kept: an article without a date is read as of this day."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office that a person held: from and to are ISO days, months or years, empty where open.

    `beside` is true of a ministry or party, which a head of government may lead too: the other office goes
    before it. `shared` is true of an office that several hold at a time: the office alone means nobody.
    """

    office: str
    country: str
    sector: str
    start: str
    end: str
    beside: bool = False
    shared: bool = False

    def covers(self, day: str) -> bool:
        """Whether the person held the office on that day."""
        return (not self.start or self.start <= day) and (not self.end or day[: len(self.end)] <= self.end)

    def left_lately(self, day: str) -> bool:
        """Whether the office was left within the year before that day."""
        return "" < self.end < day <= f"{int(self.end[:4]) + 1}{self.end[4:]}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor. `names` are all forms that stand for it, `short` those that need support.

    `country` is null where the name belongs to no single country, `sectors` the primary one first.
    """

    key: str
    kind: EntryKind
    name: str
    country: str | None
    sectors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    wikidata: str | None = None
    alone: bool = True
    """Whether the surname of a person in office means them where the text does not have the full name."""
    land: Entry | None = None
    """The region in which a group without a state governs itself."""

    def term_on(self, day: str) -> Term | None:
        """Return the office held on that day (of two the higher or the later one), or None."""
        held = [term for term in self.terms if term.covers(day)]
        return max(held, key=_rank, default=None)

    def last_term_before(self, day: str) -> Term | None:
        """Return the office most lately left before that day, or None."""
        left = [term for term in self.terms if term.end and term.end < day]
        return max(left, key=_end, default=None)


def _rank(term: Term) -> tuple[bool, str]:
    return not term.beside, term.start


def _end(term: Term) -> str:
    return term.end


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the package: tab-separated, with a head; `#` begins a comment.

    Empty cells at the end of a row need not stand there.
    """
    text = (TABLES / name).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and line[0] != "#")
    columns = next(lines).split("\t")
    for line in lines:
        cells = line.split("\t")
        cells.extend([""] * (len(columns) - len(cells)))
        yield dict(zip(columns, cells, strict=True))


def several(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values."""
    return tuple(part for part in cell.split("|") if part) if cell else ()


def plain_name(name: str) -> str:
    """Return the name without the bracket that tells it from its namesakes."""
    return name.split(" (", 1)[0]


def surname(name: str) -> str:
    """Return the last word of a name, with the article that belongs to it ("al-Assad" gives "Assad")."""
    last = plain_name(name).split()[-1]
    return last[3:] if last.lower().startswith(("al-", "el-")) else last
