"""The lines of a dictionary: comments are taken off, numbers are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A comment runs from "#" or ";" to the end; the "#" of the code "[###]" begins none.
_BARE = re.compile(r"(?:\[[^\[\]#;]*#+\]|[^#;])*")
_XML = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its comment; `number` counts from 1. An empty text is a blank line."""

    file: str
    number: int
    text: str


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a dictionary, blank ones too; what was all comment is left out.

    Raises:
        UsageError: the file cannot be read, or is no text.
    """
    written = _text(path)
    bare = _XML.sub(lambda found: "\n" * found[0].count("\n") or " ", written)
    for number, (whole, rest) in enumerate(zip(written.split("\n"), bare.split("\n"), strict=True), start=1):
        text = _bare(rest).rstrip()
        if text.strip() or not whole.strip():
            yield Line(path.name, number, text)


def _bare(line: str) -> str:
    found = _BARE.match(line)
    return found[0] if found else line


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if b"\0" in raw:
        raise UsageError(f"{path}: not a text file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
