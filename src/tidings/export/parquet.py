"""Whole records as Parquet: one row an article, lists and structs nested as in the JSON, nothing dropped.

The columns are derived from the record types, so that a field added there is a column here.
"""

from __future__ import annotations

import types
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from tidings.errors import TidingsError
from tidings.export.arrow import event_schema
from tidings.export.csv import extra_columns
from tidings.export.rows import event_rows
from tidings.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# Articles a row group: a few megabytes of text each, whatever the run's length.
_GROUP: Final = 500
_SCALARS: Final = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def write_articles(articles: Iterable[Article], out: BinaryIO) -> None:
    """Write one row an article. `extra` is one column of JSON: its keys are the input's, not ours."""
    schema = article_schema()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(articles):
            writer.write_table(pa.Table.from_pylist([_row(article) for article in group], schema=schema))


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a file that `write_articles` wrote, equal to what went in.

    Raises:
        TidingsError: The file is no Parquet, or holds something else.

    """
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_GROUP):
                yield from map(_article, batch.to_pylist())
    except (pa.ArrowException, msgspec.MsgspecError) as error:
        text = " ".join(str(error).split())
        raise TidingsError(f"{path}: no Parquet file of tidings/1 records: {text}") from error


def write_events(articles: Callable[[], Iterable[Article]], out: BinaryIO) -> None:
    """Write the flat event table: one row an event. `articles` is called twice, as for `write_csv`."""
    schema = event_schema(extra_columns(articles()))
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for group in _groups(articles()):
            rows = [row for article in group for row in event_rows(article)]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def article_schema() -> pa.Schema:
    """Return the Arrow schema of `Article`, with the version of the records in its metadata."""
    return pa.schema(_fields(Article), metadata={"schema": "tidings/1"})


def _groups(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while group := list(islice(source, _GROUP)):
        yield group


def _row(article: Article) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(article)
    row["extra"] = msgspec.json.encode(article.extra).decode()
    return row


def _article(row: dict[str, Any]) -> Article:
    row["extra"] = msgspec.json.decode(row["extra"])
    return msgspec.convert(row, Article)


def _fields(struct: type[msgspec.Struct]) -> list[pa.Field]:
    hints = get_type_hints(struct)
    return [
        pa.field(field.encode_name, _arrow_type(hints[field.name]))
        for field in msgspec.structs.fields(struct)
    ]


def _arrow_type(hint: Any) -> pa.DataType:  # noqa: ANN401  (a value of any kind)
    origin = get_origin(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if origin is Literal or origin is dict:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    if origin in {Union, types.UnionType}:
        return _arrow_type(next(part for part in get_args(hint) if part is not type(None)))
    return pa.struct(_fields(hint))
