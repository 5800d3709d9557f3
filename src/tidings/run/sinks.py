"""Where finished articles go: a stream of JSON lines, a file converted at the end, a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tidings.records.json import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from tidings.records import Article
    from tidings.store import Store

# Articles a transaction: few enough that an interrupted run loses little, enough that commits cost nothing.
_BATCH = 20


class Sink(Protocol):
    """Takes articles in order. `finish` is called once all are there, `close` always."""

    def write(self, article: Article, line: bytes, /) -> None:
        """Take one article; `line` is its JSON."""

    def finish(self) -> None:
        """Complete the output."""

    def close(self) -> None:
        """Let go of files; what was written is kept."""


class Lines:
    """JSON lines, each written out at once: a reader downstream sees an article when it is done."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, _: Article, line: bytes, /) -> None:
        """Write the line."""
        self._out.write(line)
        self._out.flush()

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """Close the stream."""
        self._out.close()


class Converted:
    """JSON lines kept aside and converted as a whole: for formats that cannot be appended to."""

    def __init__(self, spool: BinaryIO, convert: Callable[[Callable[[], Iterable[Article]]], None]) -> None:
        self._spool = spool
        self._convert = convert

    def write(self, _: Article, line: bytes, /) -> None:
        """Keep the line."""
        self._spool.write(line)
        self._spool.flush()

    def finish(self) -> None:
        """Convert what was kept."""
        self._convert(lambda: stored_articles(self._spool))

    def close(self) -> None:
        """Close the lines kept aside."""
        self._spool.close()


class Database:
    """A database, written in small batches."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[Article] = []
        self.added = 0

    def write(self, article: Article, _: bytes, /) -> None:
        """Add the article, with others that wait."""
        self.keep(article)

    def keep(self, article: Article) -> None:
        """Add the article, with others that wait."""
        self._waiting.append(article)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def finish(self) -> None:
        """Add what still waits."""
        self._flush()

    def close(self) -> None:
        """Add what still waits and close the file."""
        self._flush()
        self._store.close()

    def _flush(self) -> None:
        self.added += self._store.add(self._waiting)
        self._waiting = []


def stored_articles(stream: BinaryIO) -> Iterator[Article]:
    """Yield the articles of a stream of JSON lines, from its beginning."""
    stream.seek(0)
    for line in stream:
        yield decode(line)
