"""Quotations found in short texts, for tests of their kinds and their speakers."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from tidings.mention.actors import ActorFinder
from tidings.mention.quotes import find_quotes
from tidings.parse import Parser
from tidings.records import Block, Quote

if TYPE_CHECKING:
    from tidings.records.article import BlockKind


@functools.cache
def tools() -> tuple[Parser, ActorFinder]:
    """Return the language model and the finder of actors, loaded once."""
    return Parser.load(), ActorFinder.load()


def blocks_of(text: str, kind: BlockKind = "paragraph") -> tuple[Block, ...]:
    """Return one block for every line."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(kind=kind, start=start, end=start + len(line)))
        start += len(line)
    return tuple(blocks)


def find(text: str, kind: BlockKind = "paragraph") -> tuple[Quote, ...]:
    """Return the quotations of a text."""
    parser, actors = tools()
    document = parser(text, blocks_of(text, kind))
    return find_quotes(document, *actors(document))


def speaker(quote: Quote) -> str | None:
    """Return the words that name the speaker."""
    return quote.speaker_span.text if quote.speaker_span else None


def told(text: str, kind: BlockKind = "paragraph") -> list[tuple[str, str, str | None]]:
    """Return kind, content and speaker of every quotation."""
    return [(quote.kind, quote.text, speaker(quote)) for quote in find(text, kind)]
