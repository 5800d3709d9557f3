"""Texts coded by the codebook's frames alone, for tests of the engine."""

from __future__ import annotations

from functools import cache

from tidings.codebook import Codebook
from tidings.coding.check import ExampleCoder


@cache
def coder() -> ExampleCoder:
    """Return the coder of the built-in codebook, built once."""
    return ExampleCoder(Codebook.load())


def parties(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """Return actors and recipients of the text's events of one type."""
    _, events = coder()(text, "2024-06-12")
    return [([p.text for p in e.actor], [p.text for p in e.recipient]) for e in events if e.type == kind]
