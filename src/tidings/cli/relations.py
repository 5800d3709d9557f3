"""Rows of two spans in, rows of relations out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.cli.lines import answer_lines, decoded
from tidings.codebook import Codebook
from tidings.coding import EventCoder
from tidings.coding.relate import relate
from tidings.errors import ItemError
from tidings.mention import Finder
from tidings.parse import Parser

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self


class SpanRow(msgspec.Struct, frozen=True):
    """Character offsets as the input gives them, end exclusive."""

    start: int
    end: int


class PairRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of input: a text and two spans in it, either of which may be null."""

    id: str | int
    text: str
    source: SpanRow | None = None
    target: SpanRow | None = None


class Relater:
    """Parser, finder and coder, ready to relate two spans."""

    def __init__(self, codebook: Codebook) -> None:
        self._parser = Parser.load()
        self._finder = Finder.load()
        self._coder = EventCoder.load(codebook)

    @classmethod
    def load(cls, codebook: str | None) -> Self:
        """Read model, tables and codebook."""
        return cls(Codebook.load(None if codebook is None else Path(codebook)))

    def __call__(self, row: PairRow, *, force: bool) -> dict[str, Any]:
        """Return the row of output."""
        document = self._parser.parse_text(row.text)
        mentions = self._finder(document)
        relation = relate(
            self._coder, document, mentions, _offsets(row.source), _offsets(row.target), force=force
        )
        return {"id": row.id, **msgspec.to_builtins(relation)}


def relate_lines(lines: Iterable[bytes], relater: Relater, *, force: bool) -> int:
    """Print a relation for every row. Returns the exit code."""
    return answer_lines(lines, _row, partial(relater, force=force), stage="coding")


def _row(item: str, line: bytes) -> PairRow:
    row = decoded(item, line, PairRow, "not-a-pair", "pair of spans")
    for name, span in (("source", row.source), ("target", row.target)):
        if span is not None and not 0 <= span.start < span.end <= len(row.text):
            message = f"{name} {span.start}-{span.end} is no span of a text of {len(row.text)} characters"
            raise ItemError(item, stage="acquire", code="span", message=message)
    return row


def _offsets(span: SpanRow | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)
