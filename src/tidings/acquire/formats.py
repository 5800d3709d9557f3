"""The file formats that Tidings reads, from `formats.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import PurePath


class _PassedOver(msgspec.Struct, forbid_unknown_fields=True):
    suffixes: list[str]


class _Columns(msgspec.Struct, forbid_unknown_fields=True):
    text: list[str]
    named: list[str]


class Formats(msgspec.Struct, forbid_unknown_fields=True):
    """Suffix tables: `readers` (suffix → reader), `unread` (suffix → advice), `passed_over` in folders."""

    readers: dict[str, str]
    unread: dict[str, str]
    passed_over: _PassedOver
    columns: _Columns

    def reader(self, path: PurePath) -> str | None:
        """Return the name of the reader that takes the file, or null where none does."""
        suffixes = [suffix.lower() for suffix in path.suffixes]
        for start in range(len(suffixes)):
            name = self.readers.get("".join(suffixes[start:]))
            if name:
                return name
        return None

    def refusal(self, path: PurePath) -> str:
        """Return why a file without a reader is refused, and what to do."""
        suffix = path.suffix.lower()
        if suffix in self.unread:
            return self.unread[suffix]
        known = " ".join(self.readers)
        named = f"unknown format {suffix}" if suffix else "a file without a suffix"
        return f"{named}: known are {known}"

    def is_asset(self, path: PurePath) -> bool:
        """Say whether a file found in a folder is no page at all (an image, a style sheet, a hidden file)."""
        return path.name.startswith(".") or path.suffix.lower() in self.passed_over.suffixes


@cache
def formats() -> Formats:
    """Return the tables of `formats.toml`, read once."""
    table = tomllib.loads(files(__package__).joinpath("formats.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table, Formats)
