"""The run behind `code` and `read`: sources → pages → outcomes → output, errors and messages."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, cast

import click

from tidings.acquire import pages
from tidings.cli.messages import Messages
from tidings.cli.own import OwnFiles
from tidings.errors import UsageError
from tidings.pipeline import Pipeline
from tidings.run import outcomes
from tidings.run.done import Done
from tidings.run.job import run_job
from tidings.run.output import Format, format_of, to_file, to_stdout
from tidings.run.sinks import Database, Sink
from tidings.versions import made_by

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from tidings.cli.options import RunOptions
    from tidings.config import Settings


def run_pages(settings: Settings, options: RunOptions) -> int:
    """Run, and return the exit code."""
    sources = _sources(options)
    own = OwnFiles(options)
    with ExitStack() as stack:
        database = _database(options, stack)
        sink, done = _output(settings, options, database)
        stack.callback(sink.close)
        if done:
            done.check(made_by(settings))
        errors = stack.enter_context(_errors_file(options.errors)) if options.errors else None
        messages = stack.enter_context(Messages(options))
        source = islice(pages(sources, skip=own), options.limit)
        results = outcomes(partial(Pipeline.of, settings), done.missing(source), jobs=options.jobs)
        sinks = [sink] if database is None else [sink, database]
        tally = run_job(results, sinks, done, errors, messages)
        messages.summary(tally)
    return tally.exit_code


def _sources(options: RunOptions) -> tuple[str, ...]:
    if options.sources:
        return options.sources
    if sys.stdin is None or sys.stdin.isatty():
        raise click.exceptions.NoArgsIsHelpError(click.get_current_context())
    return ("-",)


def _output(settings: Settings, options: RunOptions, database: Database | None) -> tuple[Sink, Done]:
    kind = _format(options)
    if not settings.code and kind in {"csv", "events-parquet"}:
        raise UsageError(f"{kind} holds events, and `read` finds none; use jsonl or parquet")
    if kind == "table":
        from tidings.cli.table import Table

        return Table(options), Done()
    if options.output is None:
        return to_stdout(cast("Format", kind)), Done()
    seen = None if database is None else database.keep
    return to_file(options.output, cast("Format", kind), resume=options.resume, seen=seen)


def _format(options: RunOptions) -> str:
    terminal = options.output is None and sys.stdout.isatty()
    if options.output_format is None:
        if options.output is not None:
            return format_of(options.output)
        return "table" if terminal else "jsonl"
    if terminal and options.output_format.endswith("parquet"):
        raise UsageError("parquet is no text for a terminal; name a file with -o")
    return options.output_format


def _database(options: RunOptions, stack: ExitStack) -> Database | None:
    if options.db is None:
        return None
    from tidings.store import Store

    database = Database(Store(options.db))
    stack.callback(database.close)
    return database


def _errors_file(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise UsageError(f"--errors {path}: {(error.strerror or str(error)).lower()}") from None
