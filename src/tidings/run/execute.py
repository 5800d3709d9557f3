"""Pages in, outcomes out, in the same order, in one process or several."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tidings.errors import ItemError
from tidings.run.outcome import Outcome, Process, attempt
from tidings.run.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tidings.records import Page


def outcomes(
    make: Callable[[], Process], pages: Iterable[Page | ItemError], *, jobs: int = 1
) -> Iterator[Outcome]:
    """Yield the outcome of every page, in the order of the pages.

    Args:
        make: Builds what processes a page; called once in every process, and not at all if there is no
            page (so it must pickle for jobs > 1).
        pages: The pages; an error among them is passed on in its place.
        jobs: Number of processes; 1 runs in the caller's own.

    """
    waiting = iter(pages)
    for page in waiting:
        if not isinstance(page, ItemError):
            yield from _run(make, chain([page], waiting), jobs)
            return
        yield Outcome(page.item, error=page)


def _run(make: Callable[[], Process], pages: Iterable[Page | ItemError], jobs: int) -> Iterator[Outcome]:
    if jobs > 1:
        with Pool(make, jobs) as pool:
            yield from pool.run(pages)
        return
    process = make()
    for page in pages:
        yield Outcome(page.item, error=page) if isinstance(page, ItemError) else attempt(process, page)
