"""`tidings resolve`: one phrase to the actor, place or date that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tidings.cli.options import actors_option

if TYPE_CHECKING:
    from typing import BinaryIO


@click.command()
@click.argument("kind", type=click.Choice(["actor", "place", "date"]))
@click.argument("file", type=click.File("rb"), default="-")
@actors_option
def resolve(kind: str, file: BinaryIO, actors: tuple[str, ...]) -> int:
    """Resolve phrases to actors, places or dates: one look-up in the tables, for people who need only that.

    FILE is JSONL, standard input if none is named: {"text", "context", "date"}, and an "id" if you like.
    `text` is the phrase. `context`, which may be missing, is text that it stands in or a country's name: it
    tells namesakes apart, and the day that "the following day" follows. `date` (2023-09-13), which may be
    missing, is the day of publication: who held an office then, and when "yesterday" was.

    \b
    What is printed, one JSON object a row, in the order of the rows, with the row's id or null:
      actor   name, kind, country, sector, sectors, role, wikidata, mentions
      place   name, lat, lon, country, admin1, geonames, precision, confidence, mentions
      date    start, end, text, value and mod (TIMEX3), type, confidence
    All of them are null (lists empty) where the phrase names nothing that is known.

    A row that cannot be used is one line on standard error, and has no answer. Exit codes: 0 done, 1 some
    rows failed, 2 wrong usage, 3 no row was usable.

    \b
    Examples:
      echo '{"text": "the French president", "date": "2015-06-01"}' | tidings resolve actor
      tidings resolve place names.jsonl > places.jsonl
      tidings resolve date < phrases.jsonl
      tidings resolve actor names.jsonl --actors our-actors.tsv
    """
    from tidings.cli.phrases import resolve_lines, resolver
    from tidings.errors import UsageError

    if actors and kind != "actor":
        raise UsageError(f"--actors: `resolve {kind}` has no use for a table of actors")
    return resolve_lines(file, resolver(kind, actors))
