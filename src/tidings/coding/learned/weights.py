"""The learned part's files: `weights.npz` (float16 arrays) and `labels.json`, written by training."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "plover"


@dataclass(frozen=True)
class Weights:
    """All that the learned part needs; lists give names to the indices of the network.

    `modes` are `TYPE.mode`, with `TYPE.` for none. `floors` are the probabilities from which a draft stays
    (`keep`), gets another type (`change`), is added (`add`), from which a mention is a party (`party`), and
    from which it is one for want of another (`want`). `calibration` turns probabilities into confidence.
    """

    version: str
    arrays: dict[str, NDArray[np.float32]] = field(repr=False)
    types: list[str]
    upos: list[str]
    deprels: list[str]
    paths: list[str]
    sectors: list[str]
    modes: list[str]
    floors: dict[str, float]
    calibration: dict[str, list[float]]


def load(folder: Path = FOLDER) -> Weights:
    """Read the weights; raises FileNotFoundError where the package is incomplete."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    with np.load(folder / "weights.npz") as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    return Weights(arrays=arrays, **labels)


def save(folder: Path, weights: Weights) -> None:
    """Write the weights; the counterpart of `load`."""
    folder.mkdir(parents=True, exist_ok=True)
    halves: dict[str, NDArray[np.generic]] = {k: v.astype(np.float16) for k, v in weights.arrays.items()}
    np.savez(folder / "weights.npz", **halves)  # type: ignore[arg-type]  # numpy's stub takes **kwds for flags
    labels = {name: getattr(weights, name) for name in weights.__dataclass_fields__ if name != "arrays"}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
