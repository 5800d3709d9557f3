"""What a run says on standard error: failures as they come, progress on a terminal, a summary."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from typing import Self

    from rich.progress import Progress, TaskID

    from tidings.cli.options import RunOptions
    from tidings.errors import ItemError
    from tidings.records import Article
    from tidings.run.job import Tally

# Seconds that a run may take before it shows progress: short work is better left quiet.
_PATIENCE = 2.0
# Notes of articles ("not coded: language is de") that a summary counts, the most frequent ones.
_NOTES_SHOWN = 5


class Messages:
    """A context manager that is told of articles and failures, and speaks only on standard error."""

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        self._began = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._items = 0
        # A bar would be drawn into the table where both go to the same terminal.
        table = options.output is None and sys.stdout.isatty()
        self._may_show = sys.stderr.isatty() and not options.quiet and not table

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stop()

    def article(self, article: Article) -> None:
        """Count an article; with -v name it."""
        if self._options.verbose:
            name = article.source.uri or article.source.id or article.id
            self._say(f"{name}: {_count(len(article.events), 'event')}")
        self._advance()

    def failure(self, error: ItemError) -> None:
        """Name the item that failed, and why, in one line."""
        self._say(f"tidings: {' '.join(str(error).split())}")
        self._advance()

    def summary(self, tally: Tally) -> None:
        """Say what came of the run, where that is not on the screen already."""
        self._stop()
        options = self._options
        news = (tally.failed, tally.skipped, tally.notes, options.verbose, options.output, options.db)
        if not any(news):
            return
        done = f"{_count(tally.articles, 'article')}, {_count(tally.events, 'event')}"
        self._say(f"tidings: {done} in {time.monotonic() - self._began:.1f} s")
        if tally.skipped:
            self._say(f"tidings: {_count(tally.skipped, 'article')} there already; --overwrite starts again")
        for note, number in tally.notes.most_common(_NOTES_SHOWN):
            self._say(f"tidings: {_count(number, 'article')}: {note}")
        if tally.failed:
            where = f", listed in {options.errors}" if options.errors else ""
            self._say(f"tidings: {_count(tally.failed, 'item')} failed{where}")

    def _say(self, line: str) -> None:
        if self._options.quiet:
            return
        if self._progress is None:
            click.echo(line, err=True)
        else:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _advance(self) -> None:
        self._items += 1
        if self._progress is None and self._may_show and time.monotonic() - self._began > _PATIENCE:
            self._start()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=self._state())

    def _state(self) -> str:
        seconds = time.monotonic() - self._began
        return f"{_count(self._items, 'item')} in {seconds:.0f} s, {self._items / seconds:.1f} a second"

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn

        console = Console(stderr=True, no_color=None if self._options.color else True)
        self._progress = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True
        )
        self._task = self._progress.add_task(self._state(), total=None)
        self._progress.start()

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
