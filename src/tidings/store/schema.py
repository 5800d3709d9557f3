"""The database's shape, as numbered SQL files: each takes it from one version to the next."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from tidings.errors import UsageError

if TYPE_CHECKING:
    import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to the newest version; one that is there already is left alone.

    `user_version` counts the migrations a database has had. All that are due run in one transaction, so
    that two processes that open a new file at once do not run them twice.

    Raises:
        UsageError: The file was written by a newer Tidings.
    """
    scripts = _migrations()
    if _version(connection) == len(scripts):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version > len(scripts):
            raise UsageError(f"the database is of version {version}; this Tidings knows {len(scripts)}")  # noqa: TRY301
        for script in scripts[version:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(scripts)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _migrations() -> list[str]:
    folder = resources.files("tidings.store") / "migrations"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name
    )
    return [file.read_text(encoding="utf-8") for file in files]


def _statements(script: str) -> list[str]:
    """Split at the semicolon that ends a line: `executescript` would commit the transaction first."""
    parts = [part.strip() for part in script.split(";\n")]
    return [part for part in parts if part]
