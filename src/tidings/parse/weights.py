"""The model's files: what `en_tidings` consists of, written by training and read at start.

`weights.npz` holds the arrays (float16; the word table as int8 with a scale a row), `model.json` the labels
and versions, `words.txt` the word table's keys, `lemmas.tsv` (form, Penn tag, lemma) and `known.tsv`
(lemma, UPOS) what the lemmatiser knows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "en_tidings"
_WORDS = "encoder.words.word.weight"


@dataclass(frozen=True)
class Weights:
    """All that the parser needs of a model."""

    arrays: dict[str, NDArray[np.float32]]
    words: list[str]
    xpos: list[str]
    upos: list[str]
    rels: list[str]
    tags: list[str]
    lemmas: dict[tuple[str, str], str]
    known: frozenset[tuple[str, str]]


def version(folder: Path = FOLDER) -> str:
    """Return the model's version without reading its weights."""
    return str(json.loads((folder / "model.json").read_text(encoding="utf-8"))["version"])


def load(folder: Path = FOLDER) -> Weights:
    """Read a model; raises FileNotFoundError where the package is incomplete."""
    labels = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    with np.load(folder / "weights.npz") as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    arrays[_WORDS] *= arrays.pop(_WORDS + ".scale")
    return Weights(
        arrays=arrays,
        words=(folder / "words.txt").read_text(encoding="utf-8").split("\n"),
        xpos=labels["xpos"],
        upos=labels["upos"],
        rels=labels["rels"],
        tags=labels["tags"],
        lemmas={(form, tag): lemma for form, tag, lemma in _rows(folder / "lemmas.tsv")},
        known=frozenset((lemma, tag) for lemma, tag in _rows(folder / "known.tsv")),
    )


def save(folder: Path, weights: Weights, version: str) -> None:
    """Write a model; the counterpart of `load`."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, NDArray[np.generic]] = {k: v.astype(np.float16) for k, v in weights.arrays.items()}
    table = weights.arrays[_WORDS]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-6) / 127
    arrays[_WORDS] = np.round(table / scale).astype(np.int8)
    arrays[_WORDS + ".scale"] = scale.astype(np.float32)
    np.savez(folder / "weights.npz", **arrays)  # type: ignore[arg-type]  # numpy's stub takes **kwds for flags
    labels = {
        "version": version,
        "xpos": weights.xpos,
        "upos": weights.upos,
        "rels": weights.rels,
        "tags": weights.tags,
    }
    (folder / "model.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    (folder / "words.txt").write_text("\n".join(weights.words), encoding="utf-8")
    lemmas = sorted((form, tag, lemma) for (form, tag), lemma in weights.lemmas.items())
    (folder / "lemmas.tsv").write_text("\n".join("\t".join(row) for row in lemmas), encoding="utf-8")
    (folder / "known.tsv").write_text(
        "\n".join("\t".join(row) for row in sorted(weights.known)), encoding="utf-8"
    )


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
