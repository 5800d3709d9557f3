"""Records → the field's formats: flat rows of events as CSV or Arrow, whole records as JSONL or Parquet."""

from tidings.export.columns import COLUMNS, Column
from tidings.export.rows import event_rows

__all__ = ["COLUMNS", "Column", "event_rows"]
