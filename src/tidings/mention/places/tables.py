"""Reads the tab-separated tables of the package."""

from __future__ import annotations

from importlib.resources import files


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by column name; lines that begin with # are comments."""
    text = files("tidings.mention.places").joinpath(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
