"""`resolve`: one phrase, without an article, to the actor it names."""

from __future__ import annotations

from tidings.records.actor import Actor


def resolve(text: str, context: str | None = None, date: str | None = None) -> Actor | None:
    """Return the actor that a phrase names on a day, or None where the phrase names none."""
    del text, context, date
    return None
