"""The crosswalk between CAMEO codes and PLOVER types and modes, in both directions (`cameo.tsv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

import msgspec

FROM_CAMEO = frozenset({"=", "<"})
TO_CAMEO = frozenset({"=", ">"})


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the crosswalk; the columns are explained at the head of `cameo.tsv`."""

    use: str
    cameo: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    also: str | None
    meaning: str
    note: str


@cache
def crossings() -> tuple[Crossing, ...]:
    """Return the lines of the crosswalk in the table's order."""
    file = resources.files("tidings.codebook") / "cameo.tsv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(_crossing(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _crossing(row: dict[str, str]) -> Crossing:
    return Crossing(
        use=row["use"],
        cameo=row["cameo"],
        type=row["type"],
        mode=row["mode"] or None,
        contexts=tuple(row["contexts"].split(";")) if row["contexts"] else (),
        also=row["also"] or None,
        meaning=row["meaning"],
        note=row["note"] or "",
    )


@cache
def _by_code() -> dict[str, Crossing]:
    return {line.cameo: line for line in crossings() if line.use in FROM_CAMEO}


@cache
def _by_mode() -> dict[tuple[str, str | None], str]:
    return {(line.type, line.mode): line.cameo for line in crossings() if line.use in TO_CAMEO}


def crossing(code: str) -> Crossing | None:
    """Return the line of the code's longest listed prefix; None for 01, 02 and what is no CAMEO code."""
    table = _by_code()
    return next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), None)


def from_cameo(code: str) -> tuple[str, str | None] | None:
    """Return type and mode of a CAMEO code; None for codes without one (01, 02 and unknown ones)."""
    line = crossing(code)
    return None if line is None else (line.type, line.mode)


def to_cameo(kind: str, mode: str | None = None) -> str:
    """Return the CAMEO code of a type and mode: a root, or a subcode where the mode determines one.

    Raises:
        KeyError: the type is not one of PLOVER's. An unknown mode gives the type's own code.
    """
    table = _by_mode()
    return table.get((kind, mode)) or table[kind, None]
