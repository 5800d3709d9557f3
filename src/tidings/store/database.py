"""`Store`: articles in one SQLite file that many may read while one writes."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tidings.errors import UsageError
from tidings.records.json import decode, encode
from tidings.store.schema import migrate
from tidings.store.write import delete_article, insert_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Self

    from tidings.records import Article

# How long a writer waits for another one, in seconds.
_PATIENCE = 30.0


class Store:
    """The records of any number of runs, each article once. A context manager.

    The file is in WAL mode: readers are never held up by the writer. It must lie on a local disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = _opened(path)
        except sqlite3.Error as error:
            raise UsageError(f"--db {path}: {error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is kept."""
        self._connection.close()

    def add(self, articles: Iterable[Article]) -> int:
        """Add articles in one transaction; return how many were new or changed.

        An article that is there already, with the same record, is left alone; with another record (a
        newer model, another codebook) it is replaced.
        """
        added = 0
        with self._transaction():
            for article in articles:
                record = encode(article).decode().rstrip("\n")
                if self._record(article.id) != record:
                    delete_article(self._connection, article.id)
                    insert_article(self._connection, article, record)
                    added += 1
        return added

    def get(self, article_id: str) -> Article | None:
        """Return an article by its id."""
        record = self._record(article_id)
        return None if record is None else decode(record)

    def articles(self) -> Iterator[Article]:
        """Yield all articles, the earliest published first."""
        query = "SELECT record FROM articles ORDER BY published, id"
        for (record,) in self._connection.execute(query):
            yield decode(record)

    def counts(self) -> dict[str, int]:
        """Return the number of rows in every table of records."""
        tables = ("articles", "actors", "places", "quotes", "events", "parties")
        return {table: self._count(table) for table in tables}

    def _count(self, table: str) -> int:
        query = f"SELECT count(*) FROM {table}"  # noqa: S608  (our own table names)
        return int(self._connection.execute(query).fetchone()[0])

    def _record(self, article_id: str) -> str | None:
        query = "SELECT record FROM articles WHERE id = ?"
        row = self._connection.execute(query, (article_id,)).fetchone()
        return None if row is None else str(row[0])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:  # locked for too long, disk full, not writable
            raise UsageError(f"--db {self.path}: {error}") from None


def _opened(path: Path) -> sqlite3.Connection:
    # Transactions are begun by hand: IMMEDIATE, since one that reads first and writes later can be
    # refused in spite of the waiting time.
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        _switch_to_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Turn write-ahead logging on. SQLite does not wait here for another process that does the same."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
