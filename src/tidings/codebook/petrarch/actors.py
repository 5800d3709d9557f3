"""Actor dictionaries of PETRARCH: a name, its other names, and codes that may hold between days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tidings.codebook.petrarch.lines import Line
    from tidings.codebook.petrarch.report import Report

_CODED = re.compile(r"(?P<name>[^\[\]]*?)\s*(?P<codes>(?:\[\s*[^\s\[\]][^\[\]]*\]\s*)*)")
_CODE = re.compile(r"\[\s*(?P<code>[^\s\[\]]+)(?P<dates>[^\[\]]*)\]")
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
    read = list(lines)
    short = abbreviations(read)
    for line in read:
        text = line.text.strip()
        found = _CODED.fullmatch(text.removeprefix("+").strip())
        names = spellings(found["name"], short) if found else []
        if not text:
            continue
        if found is None or (not names and not text.startswith("[")):
            report.leave_out(line, "a line that is not understood", "an actor")
        elif text.startswith("["):
            _add_codings(record, line, found["codes"], report)
        elif text.startswith("+"):
            _add_name(record, line, names, found["codes"], report)
        else:
            if record is not None:
                yield record
            record = Record(line, names)
            _add_codings(record, line, found["codes"], report)
    if record is not None:
        yield record


def _add_name(record: Record | None, line: Line, names: list[str], codes: str, report: Report) -> None:
    if record is None:
        report.leave_out(line, "another name before the first name")
        return
    record.names += [name for name in names if name not in record.names]
    if codes:
        report.leave_out(line, "a code beside another name", codes.strip())


def _add_codings(record: Record | None, line: Line, codes: str, report: Report) -> None:
    """Add all codes of a line: "[IGOUNO 970101-061231] [ELI]"."""
    for found in _CODE.finditer(codes):
        if record is None:
            report.leave_out(line, "a code before the first name")
        elif re.fullmatch("-+|#+", found["code"]):
            report.leave_out(line, "a code that stands for nobody", found["code"])
        else:
            _add_coding(record, line, found, report)


def _add_coding(record: Record, line: Line, found: re.Match[str], report: Report) -> None:
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


def abbreviations(lines: Iterable[Line]) -> frozenset[str]:
    """Return the first names that are one short word: they may stand in longer names, as in "UN envoy"."""
    names = (line.text.partition("[")[0] for line in lines)
    words = {name.strip(" \t_") for name in names}
    return frozenset(word for word in words if word.isalpha() and word.isupper() and len(word) <= SHORT)


def spellings(name: str, short: Collection[str] = ()) -> list[str]:
    """Return a name in capitals as names are written; twice where a word may be an abbreviation.

    Args:
        name: the name, with its underscores.
        short: abbreviations that stand in names of several words.
    """
    words = name.replace("_", " ").replace("|", " ").split()
    if not any(character.isalpha() for character in name):
        return []
    written = [_capital(word, first=at == 0) for at, word in enumerate(words)]
    kept = words if _may_be_short(words) else _with_short(words, written, short)
    return list(dict.fromkeys((" ".join(kept), " ".join(written))))


def _with_short(words: list[str], written: list[str], short: Collection[str]) -> list[str]:
    """Return a name of several words with its abbreviations in capitals."""
    return [
        word if word in short and word.lower() not in SMALL_WORDS else other
        for word, other in zip(words, written, strict=True)
    ]


def _may_be_short(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) <= SHORT


def _capital(word: str, *, first: bool) -> str:
    lower = word.lower()
    return lower if lower in SMALL_WORDS and not first else re.sub(r"(?:^|(?<=[-'./]))\w", _upper, lower)


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()
