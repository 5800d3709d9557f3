"""Actor dictionaries of PETRARCH: a name, its other names, and codes that may hold between days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.codebook.petrarch.lines import Line
    from tidings.codebook.petrarch.report import Report

_CODED = re.compile(r"(?P<name>[^\[\]]*?)\s*(?:\[\s*(?P<code>[^\s\[\]]+)(?P<dates>[^\[\]]*)\])?\s*")
_DATES = re.compile(r"(?:(?P<sign>[<>])(?P<day>\d+)|(?P<first>\d+)-(?P<last>\d+))?")
# Two figures of a year up to this one are of this century, as PETRARCH reads them.
CENTURY = 30
SMALL_WORDS = frozenset(
    {"and", "for", "of", "on", "the", "to", "in", "de", "del", "der", "la", "van", "von", "bin"}
)
# Names of one word up to so many letters may be abbreviations: both spellings are kept.
SHORT = 6


@dataclass(frozen=True, slots=True)
class Coding:
    """A code and the days on which it holds, ISO 8601, cut short where month or day are 00; empty: open."""

    line: Line
    code: str
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Record:
    """One actor of the dictionary with its names, the first one first, in our spelling."""

    line: Line
    names: list[str] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)


def read_actors(lines: Iterable[Line], report: Report) -> Iterator[Record]:
    """Yield the records of a dictionary; lines that are not understood go into the report."""
    record: Record | None = None
    for line in lines:
        text = line.text.strip()
        found = _CODED.fullmatch(text.removeprefix("+").strip())
        names = spellings(found["name"]) if found else []
        if not text:
            continue
        if found is None or (not names and not text.startswith("[")):
            report.leave_out(line, "a line that is not understood", "an actor")
        elif text.startswith("["):
            _add_coding(record, line, found, report)
        elif text.startswith("+"):
            _add_name(record, line, found, report)
        else:
            if record is not None:
                yield record
            record = Record(line, names)
            if found["code"]:
                _add_coding(record, line, found, report)
    if record is not None:
        yield record


def _add_name(record: Record | None, line: Line, found: re.Match[str], report: Report) -> None:
    if record is None:
        report.leave_out(line, "another name before the first name")
        return
    record.names += [name for name in spellings(found["name"]) if name not in record.names]
    if found["code"]:
        report.leave_out(line, "a code beside another name", found["code"])


def _add_coding(record: Record | None, line: Line, found: re.Match[str], report: Report) -> None:
    if record is None:
        report.leave_out(line, "a code before the first name")
        return
    dates = _DATES.fullmatch(found["dates"].replace(" ", ""))
    try:
        start, end = _days(dates) if dates else (None, None)
    except ValueError:
        start = end = None
    if start is None or end is None or (start and end and start[: len(end)] > end):
        report.leave_out(line, "dates that are not understood", found["dates"].strip())
        return
    record.codings.append(Coding(line, found["code"].upper(), start, end))


def _days(dates: re.Match[str]) -> tuple[str, str]:
    if dates["first"]:
        return iso_day(dates["first"]), iso_day(dates["last"])
    if dates["sign"] == ">":
        return iso_day(dates["day"]), ""
    return "", iso_day(dates["day"]) if dates["day"] else ""


def iso_day(digits: str) -> str:
    """Return YYMMDD or YYYYMMDD as an ISO 8601 day, month or year.

    Raises:
        ValueError: there is no such day.
    """
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= CENTURY else "19") + digits
    if len(digits) != 8:
        raise ValueError(digits)
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if month == "00":
        return dt.date(int(year), 1, 1).isoformat()[:4]
    if day == "00":
        return dt.date(int(year), int(month), 1).isoformat()[:7]
    return dt.date(int(year), int(month), int(day)).isoformat()


def spellings(name: str) -> list[str]:
    """Return a name in capitals as names are written; one short word also as the abbreviation it may be."""
    words = name.replace("_", " ").replace("|", " ").split()
    if not any(character.isalpha() for character in name):
        return []
    written = " ".join(_capital(word, first=at == 0) for at, word in enumerate(words))
    return [name_, written] if (name_ := " ".join(words)) != written and _may_be_short(words) else [written]


def _may_be_short(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) <= SHORT


def _capital(word: str, *, first: bool) -> str:
    lower = word.lower()
    return lower if lower in SMALL_WORDS and not first else re.sub(r"(?:^|(?<=[-'.]))\w", _upper, lower)


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()
