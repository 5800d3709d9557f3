"""The user's own table of actors, in the columns of the package's organisations or people."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from tidings.errors import UsageError
from tidings.mention.actors.entries import BEYOND_STATES, Entry, rows, several
from tidings.mention.actors.known import named_entry
from tidings.mention.actors.people import people_entries
from tidings.mention.actors.roles import SECTORS

_ORGANISATIONS: Final = ("name", "country", "sector", "names", "other_sectors", "wikidata")
_PEOPLE: Final = ("country", "name", "office", "sector", "from", "to", "names", "short", "wikidata")
_NEEDED: Final = {_ORGANISATIONS: 3, _PEOPLE: 6}
_DAY: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")

Row = dict[str, str]


def read_own(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a table of organisations or of people; its head says which of the two it is.

    Raises:
        UsageError: The file cannot be read, or a line of it cannot be used: the text names the line.

    """
    lines = _lines(path)
    at, head = next(lines, (1, ""))
    columns = _columns(path, at, head)
    table = [_row(path, number, columns, line) for number, line in lines]
    if not table:
        raise UsageError(f"--actors {path}: no rows")
    return tuple(people_entries(table) if "office" in columns else map(_organisation, table))


def with_own(known: Sequence[Entry], own: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries of the package and the user's.

    A name of the user's means the user's actor alone. A person whom the package knows by the same name
    keeps the terms of office that it knows, beside the user's.
    """
    people = {entry.key: entry for entry in known if entry.kind == "person"}
    merged = [_with_terms(entry, people.get(entry.key)) for entry in own]
    taken = {name for entry in merged for name in entry.names}
    keys = {entry.key for entry in merged}
    rest = [_without(entry, taken) for entry in known if entry.key not in keys]
    return (*merged, *(entry for entry in rest if entry.names or entry.short or entry.terms))


def own_version(paths: Sequence[Path]) -> str:
    """Return ten hexadecimal digits that change whenever one of the tables changes.

    Raises:
        UsageError: A file cannot be read.

    """
    return hashlib.sha256("\0".join(map(_text, paths)).encode()).hexdigest()[:10]


def _organisation(row: Row) -> Entry:
    return replace(named_entry(row, "organisation"), wikidata=row["wikidata"] or None)


def _with_terms(own: Entry, known: Entry | None) -> Entry:
    if own.kind != "person" or known is None:
        return own
    return replace(
        own,
        names=tuple(dict.fromkeys((*own.names, *known.names))),
        short=tuple(dict.fromkeys((*own.short, *known.short))),
        terms=tuple(dict.fromkeys((*known.terms, *own.terms))),
        wikidata=own.wikidata or known.wikidata,
    )


def _without(entry: Entry, taken: set[str]) -> Entry:
    names = tuple(name for name in entry.names if name not in taken)
    return entry if len(names) == len(entry.names) else replace(entry, names=names)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"--actors {path}: not UTF-8") from None
    except OSError as error:
        raise UsageError(f"--actors {path}: {(error.strerror or str(error)).lower()}") from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, from 1, without blank lines and comments."""
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\r")


def _columns(path: Path, number: int, head: str) -> tuple[str, ...]:
    columns = tuple(head.split("\t"))
    table = _PEOPLE if "office" in columns else _ORGANISATIONS
    needed = table[: _NEEDED[table]]
    if not set(needed) <= set(columns) <= set(table) or len(set(columns)) < len(columns):
        message = f"the head must be the columns {', '.join(needed)}, separated by tabs, and may go on with"
        raise UsageError(f"--actors {path}: line {number}: {message} {', '.join(table[len(needed) :])}")
    return columns


def _row(path: Path, number: int, columns: tuple[str, ...], line: str) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    fault: str | None
    if len(cells) > len(columns):
        fault = f"{len(cells)} cells under {len(columns)} columns"
    else:
        cells += [""] * (len(columns) - len(cells))
        row = dict.fromkeys(_PEOPLE if "office" in columns else _ORGANISATIONS, "")
        row |= dict(zip(columns, cells, strict=True))
        fault = next(filter(None, (check(row) for check in _CHECKS)), None)
    if fault:
        raise UsageError(f"--actors {path}: line {number}: {fault}")
    return row


def _no_name(row: Row) -> str | None:
    names = [row["name"], *several(row["names"]), *several(row.get("short", ""))]
    if not all(any(character.isalnum() for character in name) for name in names):
        return "a name without a letter"
    return "no office" if row.get("office") == "" else None


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("states.tsv")) | BEYOND_STATES


def _no_country(row: Row) -> str | None:
    country = row["country"]
    if country in _countries() or (not country and "office" not in row):
        return None
    return f"country {country or 'missing'}: no code of PLOVER's (ISO 3166 alpha-3, or IGO, UNO, EUR, …)"


def _no_sector(row: Row) -> str | None:
    given = (*several(row["sector"]), *several(row.get("other_sectors", "")))
    wrong = next((sector for sector in given if sector not in SECTORS), None)
    if wrong is not None:
        return f"sector {wrong}: not one of {', '.join(sorted(SECTORS))}"
    return "a person's office needs one sector" if "office" in row and len(given) != 1 else None


def _no_days(row: Row) -> str | None:
    days = {name: row[name] for name in ("from", "to") if row.get(name)}
    for name, day in days.items():
        if not _DAY.fullmatch(day):
            return f"{name} {day}: not a day, month or year; write it as 2023-09-13, 2023-09 or 2023"
    if len(days) == 2 and days["from"][: len(days["to"])] > days["to"]:
        return f"from {days['from']} lies after to {days['to']}"
    return None


def _no_wikidata(row: Row) -> str | None:
    item = row["wikidata"]
    return f"wikidata {item}: not an item such as Q30" if item and not _WIKIDATA.fullmatch(item) else None


_CHECKS: Final[tuple[Callable[[Row], str | None], ...]] = (
    _no_name,
    _no_country,
    _no_sector,
    _no_days,
    _no_wikidata,
)
