"""The files that a run writes itself: they are never its input."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.errors import UsageError

if TYPE_CHECKING:
    from tidings.cli.options import RunOptions

_BESIDE = ("", ".partial.jsonl", "-wal", "-shm", "-journal")
"""What stands beside an output or a database while it is written."""


class OwnFiles:
    """Says whether a file found in a folder is one that this run writes (also by a shell's redirection)."""

    def __init__(self, options: RunOptions) -> None:
        """Raise UsageError where a source is also an output: it would be written over."""
        named = [path for path in (options.output, options.errors, options.db) if path is not None]
        self._paths = {Path(f"{path.absolute()}{end}") for path in named for end in _BESIDE}
        self._stdout = _regular_stdout()
        for source in options.sources:
            if source != "-" and self(Path(source)):
                raise UsageError(f"{source} is both read and written: give the output another name")

    def __call__(self, path: Path) -> bool:
        """Say whether the run writes this file."""
        if path.absolute() in self._paths:
            return True
        try:
            found = path.stat()
        except (OSError, ValueError):
            return False
        return (found.st_dev, found.st_ino) == self._stdout


def _regular_stdout() -> tuple[int, int] | None:
    """Return device and inode of the file that standard output goes to; None for terminals and pipes."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
