"""The version of the tables: a short hash of every file of knowledge that ships with `mention`."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

_SUFFIXES = (".tsv", ".toml", ".npz")


def tables_version() -> str:
    """Return ten hexadecimal digits that change whenever a table changes."""
    digest = hashlib.sha256()
    for name, table in sorted(_tables(files("tidings.mention"), "")):
        digest.update(name.encode())
        digest.update(table.read_bytes())
    return digest.hexdigest()[:10]


def _tables(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for child in folder.iterdir():
        name = f"{prefix}{child.name}"
        if child.is_dir():
            found.extend(_tables(child, f"{name}/"))
        elif name.endswith(_SUFFIXES):
            found.append((name, child))
    return found
