"""The model that ships: small, with its card and licence, and complete."""

from __future__ import annotations

import numpy as np

from tidings.parse.weights import FOLDER, load, version


def test_the_model_is_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 35_000_000


def test_card_and_licence_stand_beside_the_weights() -> None:
    assert f"`en_tidings` {version()}" in (FOLDER / "CARD.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in (FOLDER / "LICENSE.md").read_text(encoding="utf-8")


def test_every_weight_is_a_number() -> None:
    weights = load()
    assert all(np.isfinite(array).all() for array in weights.arrays.values())
    assert len(weights.words) + 2 == len(weights.arrays["encoder.words.word.weight"])
