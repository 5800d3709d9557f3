"""Where pages come from: files, folders, globs, standard input, URLs, web archives, mails, rows.

Every item of the input comes out as a `Page` or as an `ItemError` that names it: nothing is raised,
nothing vanishes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tidings.acquire.decode import LIMIT_BYTES, refusal
from tidings.acquire.readers import file_pages, stream_pages
from tidings.acquire.sources import expand
from tidings.acquire.web import fetch_page
from tidings.errors import ItemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tidings.records import Page

__all__ = ["LIMIT_BYTES", "pages"]


def pages(
    sources: Sequence[str], *, stdin: BinaryIO | None = None, skip: Callable[[Path], bool] | None = None
) -> Iterator[Page | ItemError]:
    """Yield the pages of all sources in order: files, folders, globs, URLs, and `-` for standard input.

    Rows of JSONL and CSV files and records of web archives are read lazily. `stdin` stands in for the
    process's standard input. Files of folders and globs for which `skip` is true are left out.
    """
    for source in sources:
        if source == "-":
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from _guarded("stdin", stream_pages("stdin", stream))
        elif source.startswith(("http://", "https://")):
            yield from _guarded(source, _fetched(source))
        else:
            yield from _local(source, skip)


def _local(source: str, skip: Callable[[Path], bool] | None) -> Iterator[Page | ItemError]:
    for found in expand(source):
        if isinstance(found, ItemError):
            yield found
        elif skip is None or not skip(found):
            yield from _guarded(str(found), file_pages(found))


def _fetched(url: str) -> Iterator[Page]:
    yield fetch_page(url)


def _guarded(name: str, items: Iterator[Page | ItemError]) -> Iterator[Page | ItemError]:
    """Pass pages on; turn what stops a reader in the middle into the last item."""
    try:
        yield from items
    except ItemError as error:
        yield error
    except OSError as error:
        yield refusal(name, "unreadable", f"cannot be read: {(error.strerror or str(error)).lower()}")
