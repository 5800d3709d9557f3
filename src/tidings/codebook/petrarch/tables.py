"""From actor dictionaries to tables for `--actors`: organisations and groups, and people with their terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.actor_codes import actor_code, office

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tidings.codebook.petrarch.actor_codes import ActorCode
    from tidings.codebook.petrarch.actors import Coding, Record
    from tidings.codebook.petrarch.report import Report

ORGANISATIONS = ("name", "country", "sector", "names", "other_sectors")
PEOPLE = ("country", "name", "office", "sector", "from", "to", "names")
# Who was in office is described by the terms: the code for those out of office says nothing further.
OUT_OF_OFFICE = "ELI"
OFFICIAL = "GOV"


@dataclass(slots=True)
class Tables:
    """Rows of the two tables, in the order of the dictionary."""

    organisations: list[tuple[str, ...]] = field(default_factory=list)
    people: list[tuple[str, ...]] = field(default_factory=list)


def make_tables(records: Iterable[Record], countries: Collection[str], report: Report) -> Tables:
    """Return the tables of all records. `countries` are PLOVER's codes of states."""
    tables = Tables()
    seen: set[str] = set()
    for record in records:
        name = record.names[0]
        if name in seen:
            report.leave_out(record.line, "a name that stands there already", name)
            continue
        codings = _understood(record, countries, report)
        if any(coding.start or coding.end for coding, _ in codings):
            rows = _terms(record, codings, countries, report)
            tables.people += rows
            report.taken["people"] += bool(rows)
        else:
            rows = _organisation(record, codings, countries, report)
            tables.organisations += rows
            report.taken["organisations"] += bool(rows)
        if rows:
            seen.add(name)
    return tables


def _understood(record: Record, countries: Collection[str], report: Report) -> list[tuple[Coding, ActorCode]]:
    if not record.codings:
        report.leave_out(record.line, "a name without a code")
    found = []
    for coding in record.codings:
        code = actor_code(coding.code, countries)
        if code is None:
            report.leave_out(coding.line, "a code that is not understood", coding.code)
        elif not code.country and not code.sectors:
            report.leave_out(coding.line, "a code for which PLOVER has no country or sector", coding.code)
        else:
            if code.unknown:
                report.leave_out(coding.line, "a part of a code that PLOVER has not", " ".join(code.unknown))
            found.append((coding, code))
    return found


def _organisation(
    record: Record,
    codings: Sequence[tuple[Coding, ActorCode]],
    countries: Collection[str],
    report: Report,
) -> list[tuple[str, ...]]:
    for coding, _ in codings[1:]:
        report.leave_out(coding.line, "a second code without dates", coding.code)
    for coding, code in codings[:1]:
        if code.country in countries and not code.sectors and not code.unknown:
            report.leave_out(coding.line, "a name of a country, which Tidings knows itself", coding.code)
            return []
        sector, *others = code.sectors or ("",)
        names = "|".join(record.names[1:])
        return [(record.names[0], code.country or "", sector, names, "|".join(others))]
    return []


def _terms(
    record: Record,
    codings: Sequence[tuple[Coding, ActorCode]],
    countries: Collection[str],
    report: Report,
) -> list[tuple[str, ...]]:
    """Return a row for each code that makes a term of office: a country and a sector.

    People of bodies beyond states, whose codes have no sector, are officials (GOV), as in Tidings' tables.
    """
    rows: list[tuple[str, ...]] = []
    in_office = any(code.sectors[:1] != (OUT_OF_OFFICE,) for _, code in codings)
    for coding, code in codings:
        official = bool(code.country) and code.country not in countries and not code.sectors
        if not code.country or not (code.sectors or official):
            report.leave_out(coding.line, "dates without both country and sector", coding.code)
        elif code.sectors[:1] == (OUT_OF_OFFICE,) and in_office:
            report.leave_out(coding.line, "out of office, which follows from the terms", coding.code)
        else:
            if code.sectors[1:]:
                report.leave_out(coding.line, "a second sector of a person", " ".join(code.sectors[1:]))
            sector = code.sectors[0] if code.sectors else OFFICIAL
            held = "official" if official else office(sector)
            days = (coding.start, coding.end)
            rows.append((code.country, record.names[0], held, sector, *days, "|".join(record.names[1:])))
    return rows


def table_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as text: tab-separated, with its head."""
    return "".join("\t".join(row) + "\n" for row in (head, *rows))
