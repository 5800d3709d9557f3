"""Write trained weights as the package's model, with the lemma tables of the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import torch
from items import conllu

from tidings.parse.weights import Weights, save

_OPEN = ("VERB", "NOUN", "ADJ", "ADV")


def export(data: Path, model: Path, version: str, package: Path) -> None:
    """Turn a trained model into the files that `tidings.parse.weights` reads."""
    stored = torch.load(model, weights_only=True)
    arrays = {key: value.numpy() for key, value in stored["state"].items()}
    lemmas, known = lemma_tables(data)
    labels = (stored["words"], stored["xpos"], stored["upos"], stored["rels"], stored["tags"])
    save(package, Weights(arrays, *labels, lemmas, known), version)
    size = sum(file.stat().st_size for file in package.iterdir()) / 1e6
    print(f"written {package.name}: {size:.1f} MB, chosen at {stored['scores']}")


def lemma_tables(data: Path) -> tuple[dict[tuple[str, str], str], frozenset[tuple[str, str]]]:
    """Return the majority lemma of each (form, Penn tag) and the (lemma, UPOS) pairs of open classes."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    known: set[tuple[str, str]] = set()
    for path in [data / "syntax/ewt/train.conllu", *sorted((data / "syntax/gum/train").glob("*.conllu"))]:
        for item, _ in conllu(path):
            columns = (item.forms, item.xpos or [], item.upos or [], item.lemmas or [])
            for form, xpos, upos, lemma in zip(*columns, strict=True):
                if upos != "PROPN" and lemma != "_" and "\t" not in form:
                    counts[form.replace("’", "'").lower(), xpos][lemma] += 1
                    if upos in _OPEN:
                        known.add((lemma, upos))
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in counts.items()}, frozenset(known)
