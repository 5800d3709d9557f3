"""`tidings relate`: the relation between two given spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tidings.cli.options import codebook_option

if TYPE_CHECKING:
    from typing import BinaryIO


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--force", is_flag=True, help="Answer with the best guess where the answer would be null.")
@codebook_option
def relate(file: BinaryIO, force: bool, codebook: str | None) -> int:  # noqa: FBT001  (click's signature)
    """Name the relation between two spans of a text, for people who have parties and want the event.

    FILE is JSONL, standard input if none is named: {"id", "text", "source": {"start", "end"} or null,
    "target": likewise}; offsets are characters, end exclusive.

    \b
    What is printed, one JSON object a row, in the order of the rows:
      id, type, mode, aux, confidence, why     type null: no relation found

    A row that cannot be used is one line on standard error, and has no answer. Exit codes: 0 done, 1 some
    rows failed, 2 wrong usage, 3 no row was usable.

    \b
    Examples:
      tidings relate pairs.jsonl > relations.jsonl
      tidings relate --force < pairs.jsonl
      echo '{"id": 1, "text": "Chad accused Niger.", "source": {"start": 0, "end": 4}, \\
             "target": {"start": 13, "end": 18}}' | tidings relate
    """
    from tidings.cli.relations import Relater, relate_lines

    return relate_lines(file, Relater.load(codebook), force=force)
