"""Writes imported frames as a codebook, and imported actors as tables, into a new folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.folder import Folder
from tidings.codebook.petrarch.made import slots
from tidings.codebook.petrarch.tables import ORGANISATIONS, PEOPLE, table_text
from tidings.codebook.petrarch.toml import Value, assignments, key
from tidings.codebook.schema import TypeEntry

if TYPE_CHECKING:
    from pathlib import Path

    from tidings.codebook.petrarch.made import Made, MadeFrame
    from tidings.codebook.petrarch.tables import Tables

# Verbs of a block that more than so many share become a list, which its frames refer to.
FEW_VERBS = 4


def write_codebook(folder: Path, made: Made) -> list[Path]:
    """Write a file for every type that has frames, and the lists; return the files."""
    if not made.frames:
        return []
    shipped, names = Folder.open(None), _VerbLists(made.lists)
    files = {
        folder / f"{name}.toml": _type_text(shipped.type_file(name, TypeEntry), made.frames[name], names)
        for name in sorted(made.frames)
    }
    if any(names.lists.values()):
        files[folder / "lists.toml"] = assignments(names.lists)
    return _write(files)


def write_tables(folder: Path, tables: Tables) -> list[Path]:
    """Write the tables that have rows; return the files."""
    parts = {
        "organisations.tsv": (ORGANISATIONS, tables.organisations),
        "people.tsv": (PEOPLE, tables.people),
    }
    return _write({folder / name: table_text(head, rows) for name, (head, rows) in parts.items() if rows})


def _write(files: dict[Path, str]) -> list[Path]:
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(files)


class _VerbLists:
    """The lists of the codebook: the synsets, and the verbs of long blocks."""

    def __init__(self, synsets: dict[str, tuple[str, ...]]) -> None:
        self.lists = dict(synsets)
        self._names: dict[tuple[str, ...], str] = {}

    def reference(self, verbs: tuple[str, ...]) -> tuple[str, ...]:
        """Return few verbs as they are, and the name of a list of many."""
        if len(verbs) <= FEW_VERBS:
            return verbs
        if verbs not in self._names:
            name = "verbs_" + verbs[0].replace(" ", "_")
            while name in self.lists:
                name += "_"
            self._names[verbs] = name
            self.lists[name] = verbs
        return (f"@{self._names[verbs]}",)


def _type_text(kind: TypeEntry, frames: list[MadeFrame], lists: _VerbLists) -> str:
    head: dict[str, Value | None] = {
        "type": kind.type,
        "quad": kind.quad,
        "score": kind.score,
        "cameo": kind.cameo,
        "recipient": kind.recipient,
        "definition": " ".join(kind.definition.split()),
    }
    parts = [assignments(head)]
    used = {frame.meaning.mode for frame in frames}
    for name, mode in kind.modes.items():
        if name in used:
            facts = {"score": mode.score, "cameo": mode.cameo, "definition": mode.definition}
            parts.append(f"[modes.{key(name)}]\n" + assignments(facts))
    parts += ["[[frames]]\n" + _frame_text(frame, lists) for frame in frames]
    return "\n".join(parts)


def _frame_text(frame: MadeFrame, lists: _VerbLists) -> str:
    actor, recipient = slots(frame)
    lines = tuple(dict.fromkeys(frame.lines))
    numbers = ", ".join(map(str, lines))
    return assignments(
        {
            "id": frame.id,
            "verbs": lists.reference(frame.verbs),
            "actor": actor,
            "recipient": recipient,
            "reciprocal": frame.meaning.reciprocal or None,
            "mode": frame.meaning.mode,
            "needs": frame.needs,
            "without": frame.without,
            "note": f"{frame.file}: {'line' if len(lines) == 1 else 'lines'} {numbers}",
        }
    )
