"""A new codebook's folder: a small one that works, with comments, to be changed into another ontology."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from tidings.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def new_folder(path: Path) -> Path:
    """Make a folder, or take an empty one.

    Raises:
        UsageError: there is something there already, or it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        taken = any(path.iterdir())
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if taken:
        raise UsageError(f"{path}: the folder is not empty; name a new one")
    return path


def write_skeleton(path: Path) -> list[Path]:
    """Write the files of a new codebook into a new or empty folder; return them.

    Raises:
        UsageError: there is something there already, or the folder cannot be made.
    """
    folder = new_folder(path)
    source = resources.files("tidings.codebook") / "new_codebook"
    files = sorted((f for f in source.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    written = [folder / file.name for file in files]
    for file, target in zip(files, written, strict=True):
        target.write_bytes(file.read_bytes())
    return written
