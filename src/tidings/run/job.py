"""A whole run: outcomes go to sinks and to the file of errors, and are counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from tidings.errors import ItemError
    from tidings.records import Article
    from tidings.run.done import Done
    from tidings.run.outcome import Outcome
    from tidings.run.sinks import Sink


@dataclass(slots=True)
class Tally:
    """What became of a run's items; `notes` counts what the articles have to say about themselves."""

    articles: int = 0
    events: int = 0
    failed: int = 0
    skipped: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def exit_code(self) -> int:
        """0 all done, 1 some items failed, 3 nothing usable."""
        if not self.articles and not self.skipped:
            return 3
        return 1 if self.failed else 0


class Report(Protocol):
    """Is told what happens while it happens."""

    def article(self, article: Article) -> None:
        """Hear of an article that was written."""

    def failure(self, error: ItemError) -> None:
        """Hear of an item that failed."""


def run_job(
    outcomes: Iterable[Outcome], sinks: Sequence[Sink], done: Done, errors: BinaryIO | None, report: Report
) -> Tally:
    """Write every article to all sinks and every error to `errors` (JSON lines), and finish the sinks."""
    tally = Tally()
    for outcome in outcomes:
        if outcome.error is not None:
            tally.failed += 1
            _log(outcome.error, errors)
            report.failure(outcome.error)
            continue
        article = outcome.article
        if done.has(article):
            continue
        for sink in sinks:
            sink.write(article, outcome.line)
        tally.articles += 1
        tally.events += len(article.events)
        tally.notes.update(article.notes)
        report.article(article)
    for sink in sinks:
        sink.finish()
    tally.skipped = done.skipped
    return tally


def _log(error: ItemError, errors: BinaryIO | None) -> None:
    if errors is not None:
        errors.write(msgspec.json.encode(error.as_row()) + b"\n")
        errors.flush()
