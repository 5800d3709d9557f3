"""Settings of a run, and the environment that the libraries underneath are given."""

from __future__ import annotations

import datetime as dt
import os
from typing import Final

import msgspec

from tidings.errors import UsageError

# One thread a process: two processes of two threads each on two cores wait for each other, and sums
# taken in another order would change the last bits of a score.
_THREAD_VARIABLES: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What decides the records of a run, beside the pages: small, immutable, sent to worker processes.

    `date` (YYYY-MM-DD) stands for the day of publication of every page. `code` is false where pages are
    only read. Events under `min_confidence` (0-1) are left out. `actors` are the
    paths of the user's own tables.
    """

    codebook: str | None = None
    actors: tuple[str, ...] = ()
    date: str | None = None
    code: bool = True
    min_confidence: float = 0.0


def checked_date(value: str) -> str:
    """Return the day as YYYY-MM-DD.

    Raises:
        UsageError: It is no day of the calendar.

    """
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"--date {value}: not a day; write it as 2023-09-13") from None


def one_thread_each() -> None:
    """Hold numerical libraries to one thread. Takes effect only before numpy is first imported."""
    for name in _THREAD_VARIABLES:
        os.environ.setdefault(name, "1")
