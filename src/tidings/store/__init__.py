"""Records ↔ database: one SQLite file, the whole records in it and the columns that people ask by."""

from tidings.store.database import Store

__all__ = ["Store"]
