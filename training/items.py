"""`Item`: one training sentence; and the treebanks, read into items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STYLES = ["tidings", "uner", "gum", "wikigold", "wnut", "crossner", "re3d"]
"""Each set names things by its own rules; the network is told whose rules a sentence follows."""


@dataclass
class Item:
    """One sentence. `heads` are 1-based with 0 for the root; `names` are BIO tags; None where unannotated."""

    forms: list[str]
    xpos: list[str] | None = None
    upos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    names: list[str] | None = None
    style: str = "tidings"


def conllu(path: Path) -> Iterator[tuple[Item, list[str]]]:
    """Yield the sentences of a CoNLL-U file, each with its MISC column."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line and line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield _item(rows), [row[9] for row in rows]
            rows = []


def _item(rows: list[list[str]]) -> Item:
    forms, lemmas, upos, xpos = ([row[i] for row in rows] for i in (1, 2, 3, 4))
    return Item(forms, xpos, upos, lemmas, [int(row[6]) for row in rows], [row[7] for row in rows])
