"""`Leanings`: what types of event a word leans to, by the hand-written list `leanings.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import Token

Floats = NDArray[np.float32]
Weights = dict[str, float]
POS_OF: Final = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
WEIGHT: Final = {"strong": 1.0, "some": 0.5}


@cache
def table() -> dict[tuple[str, str], Weights]:
    """Return for each part of speech and lemma (with its particle) the types that it leans to."""
    text = resources.files(__package__).joinpath("leanings.toml").read_text("utf-8")
    found: dict[tuple[str, str], Weights] = {}
    for kind, by_pos in tomllib.loads(text).items():
        for pos, by_weight in by_pos.items():
            for name, lemmas in by_weight.items():
                for lemma in lemmas:
                    weights = found.setdefault((pos, lemma), {})
                    weights[kind] = max(WEIGHT[name], weights.get(kind, 0.0))
    return found


def of_word(token: Token) -> Weights:
    """Return the types that a word leans to; a verb whose particle is not listed leans as it does alone."""
    pos = POS_OF.get(token.upos)
    if pos is None:
        return {}
    lemma, words = token.lemma.lower(), table()
    for child in token.children:
        if child.deprel == "compound:prt":
            whole = words.get((pos, f"{lemma} {child.text.lower()}"))
            if whole is not None:
                return whole
    return words.get((pos, lemma), {})


def leanings(tokens: Sequence[Token], index: dict[str, int]) -> Floats:
    """Return (tokens, types) leanings between 0 and 1; `index` numbers the types."""
    found = np.zeros((len(tokens), len(index)), dtype=np.float32)
    for row, token in zip(found, tokens, strict=True):
        for kind, weight in of_word(token).items():
            if kind in index:
                row[index[kind]] = weight
    return found
