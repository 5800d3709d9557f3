"""`EventTable`: the events of articles as an Arrow table that pandas, polars and DuckDB read directly."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from tidings.export.columns import COLUMNS, Kind
from tidings.export.csv import extra_columns
from tidings.export.rows import Row, event_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.records import Article

_TYPES: Final[dict[Kind, pa.DataType]] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
}
# A notebook shows the beginning of a table; the whole of it is one call away.
_ROWS_SHOWN: Final = 20
_COLUMNS_SHOWN: Final = (
    "date",
    "type",
    "mode",
    "aux",
    "actor_name",
    "recipient_name",
    "place_name",
    "sentence",
)


class EventTable:
    """One row an event, with the columns of `tidings.export.COLUMNS` and the input's own.

    Any library that speaks the Arrow C stream takes it as it is: ``pandas.DataFrame.from_arrow(table)``,
    ``polars.DataFrame(table)``, ``duckdb.sql("from table")``, ``pyarrow.table(table)``.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        kept = list(articles)
        self.rows: list[Row] = [row for article in kept for row in event_rows(article)]
        self.schema = event_schema(extra_columns(kept))

    def __len__(self) -> int:
        return len(self.rows)

    def to_arrow(self) -> pa.Table:
        """Return the table as pyarrow's."""
        return pa.Table.from_pylist(self.rows, schema=self.schema)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in _COLUMNS_SHOWN)
        body = "".join(f"<tr>{_cells(row)}</tr>" for row in self.rows[:_ROWS_SHOWN])
        more = len(self.rows) - _ROWS_SHOWN
        note = f"<p>{more} more rows</p>" if more > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def event_schema(extra: Iterable[str] = ()) -> pa.Schema:
    """Return the schema of the flat event table; it names the version of the records it was made from."""
    fields = [(column.name, _TYPES[column.kind]) for column in COLUMNS]
    return pa.schema([*fields, *((name, pa.string()) for name in extra)], metadata={"schema": "tidings/1"})


def _cells(row: Row) -> str:
    return "".join(f"<td>{html.escape(_shown(row[name]))}</td>" for name in _COLUMNS_SHOWN)


def _shown(value: Any) -> str:  # noqa: ANN401  (a value of any kind)
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
