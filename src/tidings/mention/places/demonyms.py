"""Adjectives and peoples of countries ("Syrian", "Syrians"): no places, but they say where an article is."""

from __future__ import annotations

import functools
from importlib.resources import files


@functools.cache
def demonyms() -> dict[str, str]:
    """Return the PLOVER country of each adjective and people, from the table of states of the actors."""
    table = files("tidings.mention.actors").joinpath("tables/states.tsv").read_text("utf-8")
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    found: dict[str, str] = {}
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t"), strict=False))
        for word in (*row.get("adjectives", "").split("|"), *row.get("people", "").split("|")):
            if word:
                found.setdefault(word, row["code"])
                found.setdefault(word + "s", row["code"])
    return found
