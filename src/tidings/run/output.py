"""Opens what a run writes to: by format, on a file or on standard output, from the start or continued."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from tidings.errors import TidingsError, UsageError
from tidings.run.done import Done
from tidings.run.sinks import Converted, Lines, Sink, stored_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from tidings.records import Article

Format = Literal["jsonl", "csv", "parquet", "events-parquet"]

SUFFIXES: Final[dict[str, Format]] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
# How every line of our own begins.
_BEGINNING: Final = b'{"schema":"tidings/1"'


def format_of(path: Path) -> Format:
    """Return the format that the suffix of a file names.

    Raises:
        UsageError: It names none.

    """
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise UsageError(f"-o {path}: no format has this suffix; use {known}, or say --output-format")
    return SUFFIXES[path.suffix.lower()]


def to_stdout(kind: Format) -> Sink:
    """Return a sink that writes to standard output."""
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    if kind == "jsonl":
        return Lines(stdout)
    return Converted(tempfile.TemporaryFile(), lambda articles: _write(kind, articles, stdout))


def to_file(
    path: Path, kind: Format, *, resume: bool, seen: Callable[[Article], None] | None = None
) -> tuple[Sink, Done]:
    """Return a sink that writes to a file, and what the file holds already if the run is to be continued.

    JSON lines are appended to. The other formats are made at the end of the run from lines kept beside the
    file (`out.csv.partial.jsonl`), which an interrupted run leaves for the next one. `seen` is told of every
    article that is there already.

    Raises:
        UsageError: The file cannot be written, or does not hold what its name says.

    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: nothing to go on with or to replace
            return _to_stream(path.open("wb"), kind), Done()
        sink, there = (
            _appending(path, resume=resume) if kind == "jsonl" else _converting(path, kind, resume=resume)
        )
    except OSError as error:
        raise UsageError(f"-o {path}: {(error.strerror or str(error)).lower()}") from None
    try:
        return sink, Done(_told(there, seen))
    except TidingsError as error:
        sink.close()
        raise UsageError(f"-o {path}: holds something else ({error}); --overwrite replaces it") from None


def _to_stream(stream: BinaryIO, kind: Format) -> Sink:
    if kind == "jsonl":
        return Lines(stream)

    def convert(articles: Callable[[], Iterable[Article]]) -> None:
        with stream:
            _write(kind, articles, stream)

    return Converted(tempfile.TemporaryFile(), convert)


def _appending(path: Path, *, resume: bool) -> tuple[Sink, Iterable[Article]]:
    stream = _opened(path, resume=resume)
    return Lines(stream), stored_articles(stream)


def _converting(path: Path, kind: Format, *, resume: bool) -> tuple[Sink, Iterable[Article]]:
    partial = path.with_name(path.name + ".partial.jsonl")
    spool = _opened(partial, resume=resume)
    before = _finished(path, kind) if resume else _nothing

    def convert(articles: Callable[[], Iterable[Article]]) -> None:
        if partial.stat().st_size or before is _nothing:  # otherwise the file is there and nothing is new
            _replace(path, kind, lambda: chain(before(), articles()))
        partial.unlink()

    return Converted(spool, convert), chain(before(), stored_articles(spool))


def _told(articles: Iterable[Article], seen: Callable[[Article], None] | None) -> Iterator[Article]:
    for article in articles:
        if seen is not None:
            seen(article)
        yield article


def _opened(path: Path, *, resume: bool) -> BinaryIO:
    """Open a file of JSON lines for reading and appending, less a last line that was cut off."""
    stream = path.open("a+b" if resume else "w+b")
    stream.seek(0)
    if not _BEGINNING.startswith(stream.read(len(_BEGINNING))):
        return stream  # not ours: whoever reads its lines says so, and not a byte of it is touched
    stream.seek(0)
    stream.truncate(sum(len(line) for line in stream if line.endswith(b"\n")))
    return stream


def _finished(path: Path, kind: Format) -> Callable[[], Iterable[Article]]:
    """Return what reads the articles of a finished file. Only whole records can be read back."""
    if kind != "parquet" or not path.exists():
        return _nothing
    from tidings.export.parquet import read_articles  # noqa: PLC0415  (imported only when wanted)

    return lambda: read_articles(path)


def _replace(path: Path, kind: Format, articles: Callable[[], Iterable[Article]]) -> None:
    """Write beside the file and rename: whoever opens it finds the old one or the new one, whole."""
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as out:
        _write(kind, articles, out)
    beside.replace(path)


def _write(kind: Format, articles: Callable[[], Iterable[Article]], out: BinaryIO) -> None:
    if kind == "csv":
        from tidings.export.csv import write_csv  # noqa: PLC0415  (imported only when wanted)

        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        write_csv(articles, text)
        text.flush()
        text.detach()
        return
    from tidings.export.parquet import write_articles, write_events  # noqa: PLC0415

    if kind == "parquet":
        write_articles(articles(), out)
    else:
        write_events(articles, out)
    out.flush()


def _nothing() -> Iterable[Article]:
    return ()
