"""What `tidings codebook import` says, and what it takes from the tables of actors."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import click

from tidings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tidings.codebook.petrarch import Dictionaries, Imported
    from tidings.mention.actors.roles import Phrases, Role

NOTHING_USABLE = 3


def import_dictionaries(folder: Path, files: Dictionaries) -> int:
    """Import the dictionaries and print what came of it; return the exit code."""
    from tidings.codebook.petrarch import convert
    from tidings.codebook.skeleton import new_folder
    from tidings.mention.actors.entries import rows

    if not (files.verbs or files.actors or files.agents):
        raise UsageError("name a dictionary: --verbs, --actors or --agents")
    countries = frozenset(row["code"] for row in rows("states.tsv"))
    imported = convert(files, new_folder(folder), countries, _sector_of)
    for line in _lines(imported):
        click.echo(line)
    return 0 if imported.files or files.agents else NOTHING_USABLE


def _sector_of(noun: str) -> str | None:
    """Return the sector of a role noun that Tidings knows."""
    from tidings.mention.actors.roles import keys

    words = keys(noun)
    whole = [
        item
        for item in _roles().find([(word,) for word in words])
        if item.last - item.first == len(words) - 1
    ]
    return whole[0].value.sector if whole else None


@cache
def _roles() -> Phrases[Role]:
    from tidings.mention.actors.roles import role_phrases

    return role_phrases()


def _lines(imported: Imported) -> Iterator[str]:
    report = imported.report
    yield from map(str, (*imported.files, imported.left_out))
    taken = ", ".join(f"{kind} {number}" for kind, number in report.taken.items() if number)
    yield f"taken: {taken or 'nothing'}"
    yield f"left out, wholly or in part: {len(report.left_out)}"
    for reason, number in report.reasons():
        yield f"{number:>7}  {reason}"
