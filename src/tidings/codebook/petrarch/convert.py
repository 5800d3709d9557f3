"""The whole import: dictionaries in, a folder with codebook, tables and the list of what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.codebook.loader import Codebook
from tidings.codebook.petrarch.actors import read_actors
from tidings.codebook.petrarch.agents import compare_agents
from tidings.codebook.petrarch.frames import make_frames
from tidings.codebook.petrarch.lines import read_lines
from tidings.codebook.petrarch.report import Report
from tidings.codebook.petrarch.tables import make_tables
from tidings.codebook.petrarch.verbs import VerbReader
from tidings.codebook.petrarch.write import write_codebook, write_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

LEFT_OUT = "left-out.tsv"


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """The files to be imported, by kind."""

    verbs: Sequence[Path] = ()
    actors: Sequence[Path] = ()
    agents: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has written, the list of what is left out apart, and the report."""

    files: tuple[Path, ...]
    left_out: Path
    report: Report


def convert(
    files: Dictionaries,
    folder: Path,
    countries: Collection[str],
    sector_of: Callable[[str], str | None],
) -> Imported:
    """Import dictionaries into a folder, which is there and empty.

    Args:
        files: the dictionaries; all are read before anything is written.
        folder: where TYPE.toml, lists.toml, organisations.tsv, people.tsv and left-out.tsv go.
        countries: PLOVER's codes of states, handed in because a codebook stands before the tables of actors.
        sector_of: the sector of a role noun that Tidings knows, likewise.

    Raises:
        UsageError: a file cannot be read, or is no text.
    """
    report = Report()
    lines = {path: list(read_lines(path)) for path in (*files.verbs, *files.actors, *files.agents)}
    reader = VerbReader(report)
    for path in files.verbs:
        reader.read(lines[path])
    made = make_frames(reader.found, report)
    report.taken["synsets"] += sum(map(bool, reader.found.synsets.values()))
    records = [record for path in files.actors for record in read_actors(lines[path], report)]
    tables = make_tables(records, countries, report)
    for path in files.agents:
        compare_agents(lines[path], countries, sector_of, report)
    written = [*write_codebook(folder, made), *write_tables(folder, tables)]
    left_out = folder / LEFT_OUT
    left_out.write_text(report.table(), encoding="utf-8", newline="\n")
    if made.frames:
        Codebook.load(folder)
    return Imported(tuple(written), left_out, report)
