"""Rows of phrases in, rows of resolved records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tidings.cli.lines import answer_lines, decoded
from tidings.errors import ItemError
from tidings.records import Actor, Date, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class PhraseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of input."""

    text: str
    id: str | int | None = None
    context: str | None = None
    date: str | None = None


Record = Actor | Place | Date
Resolver = Callable[[PhraseRow], dict[str, Any]]

_RECORDS: Final[dict[str, type[Record]]] = {"actor": Actor, "place": Place, "date": Date}
# Fields of the records that are lists: empty, not null, where a phrase names nothing.
_LISTS: Final = frozenset(["sectors", "mentions"])


def resolver(kind: str, actors: Sequence[str] = ()) -> Resolver:
    """Read the tables of a kind ("actor", "place", "date") and return what answers a row.

    Raises:
        UsageError: A table of the user's own actors cannot be used.

    """
    loaders = {"actor": lambda: _actors(actors), "place": _places, "date": _dates}
    lookup, record_type = loaders[kind](), _RECORDS[kind]
    return lambda row: _answer(row, record_type, lookup(row))


def _actors(paths: Sequence[str]) -> Callable[[PhraseRow], Record | None]:
    from tidings.mention.actors import ActorFinder, resolve

    finder = ActorFinder.load([Path(path) for path in paths])
    return lambda row: resolve(row.text, row.context, row.date, finder)


def _places() -> Callable[[PhraseRow], Record | None]:
    from tidings.mention.places import resolve

    return lambda row: resolve(row.text, row.context)


def _dates() -> Callable[[PhraseRow], Record | None]:
    from tidings.mention.dates import resolve

    return lambda row: resolve(row.text, row.context, row.date)


def _answer(row: PhraseRow, record_type: type[Record], record: Record | None) -> dict[str, Any]:
    fields = [name for name in record_type.__struct_fields__ if name != "id"]
    nothing: dict[str, Any] = {name: [] if name in _LISTS else None for name in fields}
    found = nothing if record is None else msgspec.to_builtins(record)
    return {"id": row.id, **{name: found[name] for name in fields}}


def resolve_lines(lines: Iterable[bytes], resolve: Resolver) -> int:
    """Print an answer for every row. Returns the exit code."""
    return answer_lines(lines, _row, resolve, stage="mention")


def _row(item: str, line: bytes) -> PhraseRow:
    row = decoded(item, line, PhraseRow, "not-a-phrase", "phrase to resolve")
    if not row.text.strip():
        raise ItemError(item, stage="acquire", code="empty", message="the text is empty")
    if row.date is None:
        return row
    try:
        day = dt.date.fromisoformat(row.date[:10]).isoformat()
    except ValueError:
        message = f"date {row.date}: not a day; write it as 2023-09-13"
        raise ItemError(item, stage="acquire", code="date", message=message) from None
    return msgspec.structs.replace(row, date=day)
