"""Texts coded by the codebook's frames alone, for tests of the engine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tidings.codebook import Codebook
from tidings.coding import EventCoder
from tidings.coding.check import ExampleCoder
from tidings.mention import Finder
from tidings.parse import Parser
from tidings.records import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import Event
    from tidings.records.article import BlockKind

DAY = "2024-06-12"
"""The day on which the texts were published, a Wednesday."""


@cache
def coder() -> ExampleCoder:
    """Return the coder of the built-in codebook, built once."""
    return ExampleCoder(Codebook.load())


@cache
def stages() -> tuple[Parser, Finder, EventCoder]:
    """Return parser, finder and coder one by one, for tests of what lies between them; built once."""
    return Parser.load(), Finder.load(), EventCoder(Codebook.load())


def events(text: str) -> Sequence[Event]:
    """Return the events of a text of one paragraph."""
    _, found = coder()(text, DAY)
    return found


def kinds(text: str) -> list[str]:
    """Return type, mode and auxiliary modes of the text's events: "ASSAULT firearms future"."""
    return [" ".join([e.type, *([e.mode] if e.mode else []), *e.aux]) for e in events(text)]


def parties(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """Return actors and recipients of the text's events of one type."""
    return [
        ([p.text for p in e.actor], [p.text for p in e.recipient]) for e in events(text) if e.type == kind
    ]


def sides(event: Event) -> str:
    """Return the parties of an event: "actor, actor -> recipient"."""
    return f"{', '.join(p.text for p in event.actor)} -> {', '.join(p.text for p in event.recipient)}"


def laid_out(*paragraphs: str, title: str | None = None) -> tuple[str, tuple[Block, ...]]:
    """Return a text and its blocks: the headline, where there is one, and the paragraphs."""
    lines = [*([title] if title is not None else []), *paragraphs]
    blocks: list[Block] = []
    start = 0
    for line in lines:
        kind: BlockKind = "paragraph" if title is None or blocks else "title"
        blocks.append(Block(kind=kind, start=start, end=start + len(line)))
        start += len(line) + 1
    return "\n".join(lines), tuple(blocks)
