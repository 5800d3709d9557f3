"""The options that several commands share, and what those of a run amount to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

codebook_option = click.option(
    "--codebook", metavar="PATH", help="A codebook in place of the one that ships with Tidings."
)
actors_option = click.option(
    "--actors", multiple=True, metavar="FILE",
    help="A table of your own actors (TSV), beside those of the package; may be given again.",
)  # fmt: skip

FORMATS = ("jsonl", "csv", "parquet", "events-parquet", "table")


@dataclass(frozen=True, kw_only=True, slots=True)
class RunOptions:
    """How a run is made: everything that does not decide the records themselves."""

    sources: tuple[str, ...]
    output: Path | None
    output_format: str | None
    errors: Path | None
    resume: bool
    limit: int | None
    jobs: int
    db: Path | None
    quiet: bool
    verbose: bool
    color: bool


_OPTIONS = (
    click.argument("sources", metavar="[SOURCE]...", nargs=-1),
    click.option(
        "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
        help="Write to FILE; .jsonl, .csv or .parquet names the format.",
    ),
    click.option("--output-format", type=click.Choice(FORMATS), help="Format, whatever the suffix says."),
    click.option(
        "--date", metavar="YYYY-MM-DD", help="The day of publication of every page, whatever it says itself."
    ),
    click.option(
        "--errors", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
        help="Write one JSON line for every item that failed: item, uri, stage, code, message.",
    ),
    click.option(
        "--resume/--overwrite", default=True,
        help="With -o: go on with what FILE holds already (the default), or start it again.",
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N items of the input."),
    click.option(
        "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Number of processes.  [1]"
    ),
    click.option(
        "--db", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
        help="Keep the records in a SQLite database too; each article once.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No messages; the exit code still tells."),
    click.option("-v", "--verbose", is_flag=True, help="A message for every article."),
    click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR in the environment."),
)  # fmt: skip


def run_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a run."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(values: dict[str, Any]) -> RunOptions:
    """Return the options of a run from what click has parsed."""
    return RunOptions(color=not values.pop("no_color"), **values)
