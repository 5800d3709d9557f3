"""From what the user named to the files behind it: paths, folders, globs."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.acquire.decode import refusal
from tidings.acquire.formats import formats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.errors import ItemError


def expand(source: str) -> Iterator[Path | ItemError]:
    """Yield the files of one source in sorted order; what cannot be listed is yielded as an error."""
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:
        yield refusal(source, "unreadable", _why(error))
        return
    if is_folder:
        yield from _folder(path)
    elif exists:
        yield path
    elif glob.has_magic(source):
        yield from _glob(source)
    else:
        yield refusal(source, "missing", "no such file or folder")


def _glob(pattern: str) -> Iterator[Path | ItemError]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        yield refusal(pattern, "missing", "no file fits this pattern")
    for match in matches:
        if Path(match).is_file():
            yield Path(match)


def _folder(path: Path) -> Iterator[Path | ItemError]:
    empty = True
    for entry in _walk(path):
        empty = False
        yield entry
    if empty:
        yield refusal(str(path), "empty", "no page in this folder")


def _walk(path: Path) -> Iterator[Path | ItemError]:
    try:
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield refusal(str(path), "unreadable", _why(error))
        return
    for entry in entries:
        child = Path(entry.path)
        if formats().is_asset(child):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(child)
        else:
            yield child


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
