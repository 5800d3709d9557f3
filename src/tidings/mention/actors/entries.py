"""The actor tables: what a known name stands for, resolved by date."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

EntryKind = Literal["state", "region", "capital", "metonym", "demonym", "organisation", "group", "person"]

TABLES = files("tidings.mention.actors") / "tables"

LAST_DAY = "2026-01-01"
"""The day up to which the tables are kept: an article without a date is read as of this day."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office that a person held: from and to are ISO days, months or years, empty where open."""

    office: str
    country: str
    sector: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether the person held the office on that day."""
        return (not self.start or self.start <= day) and (not self.end or day[: len(self.end)] <= self.end)


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

    def term_on(self, day: str) -> Term | None:
        """Return the office held on that day (the later one of two), or None."""
        held = [term for term in self.terms if term.covers(day)]
        return max(held, key=_start, default=None)

    def last_term_before(self, day: str) -> Term | None:
        """Return the office most lately left before that day, or None."""
        left = [term for term in self.terms if term.end and term.end < day]
        return max(left, key=_end, default=None)


def _start(term: Term) -> str:
    return term.start


def _end(term: Term) -> str:
    return term.end


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the package: tab-separated, with a head; `#` begins a comment."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(
        (line for line in lines if line and not line.startswith("#")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
        restval="",
    )


def several(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values."""
    return tuple(part for part in cell.split("|") if part)


def plain_name(name: str) -> str:
    """Return the name without the bracket that tells it from its namesakes."""
    return name.split(" (", 1)[0]


def entries() -> Iterator[Entry]:
    """Yield every entry of all the tables that ship with the package."""
    for row in rows("states.tsv"):
        yield from _state(row)
    for row in rows("regions.tsv"):
        yield from _region(row)
    for row in rows("metonyms.tsv"):
        yield named_entry(row, "metonym")
    for row in rows("organisations.tsv"):
        yield named_entry(row, "organisation")
    for row in rows("groups.tsv"):
        yield named_entry(row, "group")
    yield from people_entries(rows("people.tsv"))


def _state(row: dict[str, str]) -> Iterator[Entry]:
    code, name = row["code"], row["name"]
    wikidata = row["wikidata"] or None
    yield Entry(f"state:{code}", "state", name, code, (), (name, *several(row["names"])), wikidata=wikidata)
    if row["capitals"]:
        yield Entry(f"capital:{code}", "capital", name, code, ("GOV",), several(row["capitals"]))
    demonyms = dict.fromkeys(
        (*several(row["adjectives"]), *map(_plural, several(row["people"])), *several(row["people"]))
    )
    if demonyms:
        yield Entry(f"demonym:{code}", "demonym", name, code, (), tuple(demonyms))


def _plural(people: str) -> str:
    invariant = people.endswith(("ese", "ss", "men", "s"))
    return people if invariant else people + "s"


def _region(row: dict[str, str]) -> Iterator[Entry]:
    name, sectors = row["name"], several(row["sector"])
    names = (name, *several(row["names"]))
    yield Entry(f"region:{name}", "region", name, row["country"], sectors, names)
    adjectives = several(row["adjectives"])
    if adjectives:
        forms = (*adjectives, *map(_plural, adjectives))
        yield Entry(f"region-people:{name}", "demonym", name, row["country"], sectors, forms)


def named_entry(row: dict[str, str], kind: EntryKind) -> Entry:
    """Return the entry of a row of organisations, groups or metonyms."""
    sectors = (*several(row["sector"]), *several(row.get("other_sectors", "")))
    names = tuple(n for n in (row["name"], *several(row["names"])) if " (" not in n)
    return Entry(
        f"{kind}:{row['name']}", kind, plain_name(row["name"]), row["country"] or None, sectors, names
    )


def people_entries(table: Iterable[dict[str, str]]) -> Iterator[Entry]:
    """Yield an entry for every person of the rows, with all terms of office."""
    terms: dict[str, list[Term]] = {}
    forms: dict[str, dict[str, str]] = {}
    for row in table:
        term = Term(row["office"], row["country"], row["sector"], row["from"], row["to"])
        terms.setdefault(row["name"], []).append(term)
        known = forms.setdefault(row["name"], {"names": "", "short": "", "wikidata": ""})
        for column in known:
            known[column] = known[column] or row[column]
    for name, held in terms.items():
        known = forms[name]
        short = several(known["short"]) or (surname(name),)
        names = (name, *several(known["names"]))
        yield Entry(
            f"person:{name}",
            "person",
            plain_name(name),
            held[-1].country,
            (),
            names,
            short,
            tuple(held),
            known["wikidata"] or None,
        )


def surname(name: str) -> str:
    """Return the last word of a name, with the article that belongs to it ("al-Assad" gives "Assad")."""
    last = plain_name(name).split()[-1]
    return last[3:] if last.lower().startswith(("al-", "el-")) else last
