"""The network in numpy: what `training/network.py` trains, run forward only.

Every array is float32. Sentences of one document are run together, longest first, so that shorter ones drop
out of the recurrence as they end; nothing depends on other documents, so the same text gives the same tree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.parse.features import char_ids, normalise, shape, suffix_ids
from tidings.parse.lstm import Floats, Lstm, Steps

Ints = NDArray[np.int64]

_CACHE_FORMS = 200_000


@dataclass(frozen=True)
class Scores:
    """What the network says of one sentence of n words."""

    xpos: Floats  # (n, Penn tags)
    upos: Floats  # (n, universal tags)
    arcs: Floats  # (n, n + 1): head scores, column 0 is the root
    rel_dep: Floats  # (n, width): labels are scored once heads are known
    rel_head: Floats  # (n + 1, width)
    names: Floats  # (n, BIO tags)
    state: Floats  # (n, STATE): the first layer's outputs, then the last one's


class Network:
    """Weights and the sums over them."""

    def __init__(self, weights: dict[str, Floats], words: list[str]) -> None:
        self.w = weights
        self.word_ids = {word: i + 2 for i, word in enumerate(words)}
        self.lstms = [Lstm(weights, name) for name in ("encoder.lm", "lstms.0", "lstms.1")]
        self._formed: dict[str, Floats] = {}

    def embed(self, forms: list[str]) -> Floats:
        """Return (words, width): word table and what the characters, shape and ending say."""
        table = self.w["encoder.words.word.weight"]
        ids = [self.word_ids.get(normalise(form), 1) for form in forms]
        new = [form for form in dict.fromkeys(forms) if form not in self._formed]
        if new:
            if len(self._formed) > _CACHE_FORMS:
                self._formed.clear()
                new = list(dict.fromkeys(forms))
            self._formed.update(zip(new, self._form(new), strict=True))
        formed = np.stack([self._formed[form] for form in forms])
        return np.concatenate([table[ids], formed], axis=1, dtype=np.float32)

    def _form(self, forms: list[str]) -> Floats:
        """Return (forms, width) for the characters, the ending and the shape of distinct forms."""
        w = self.w
        ids = np.array([char_ids(form) for form in forms])
        chars = w["encoder.words.char.weight"][ids]
        padded = np.pad(chars, ((0, 0), (1, 1), (0, 0)))
        kernel = w["encoder.words.conv.weight"]  # (filters, char width, 3)
        length = ids.shape[1]
        summed = np.zeros((*ids.shape, kernel.shape[0]), dtype=np.float32)
        for k in range(kernel.shape[2]):
            summed += padded[:, k : k + length] @ kernel[:, :, k].T
        summed = np.maximum(summed + w["encoder.words.conv.bias"], 0)
        summed[ids == 0] = 0
        suffixes = w["encoder.words.suffix.weight"][np.array([suffix_ids(form) for form in forms])].sum(
            axis=1
        )
        shapes = w["encoder.words.shape.weight"][[shape(form) for form in forms]]
        return np.concatenate([summed.max(axis=1), suffixes, shapes], axis=1, dtype=np.float32)

    def run(self, sentences: list[list[str]]) -> list[Scores]:
        """Score the sentences of one document; none may be empty."""
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        lengths = [len(sentences[i]) for i in order]
        flat = self.embed([form for i in order for form in sentences[i]])
        steps = Steps(lengths)
        x = flat[steps.by_time]
        outs = []
        for lstm in self.lstms:
            x = lstm.run(x, steps)
            outs.append(x)
        first, low, top = (outs[k][steps.by_sentence] for k in (0, 1, -1))
        state = np.concatenate([first, top], axis=1)
        results: list[Scores | None] = [None] * len(sentences)
        for i, scores in zip(order, self._heads(low, top, state, lengths), strict=True):
            results[i] = scores
        return [scores for scores in results if scores is not None]

    def _heads(self, low: Floats, top: Floats, state: Floats, lengths: list[int]) -> list[Scores]:
        w = self.w
        xpos, upos = _linear(w, "xpos", low), _linear(w, "upos", low)
        names = self._names(top)
        arc_dep, rel_dep = _mlp(w, "arc_dep", top), _mlp(w, "rel_dep", top)
        root = w["root"][None, :]
        arc_head, rel_head = _mlp(w, "arc_head", top), _mlp(w, "rel_head", top)
        root_arc, root_rel = _mlp(w, "arc_head", root), _mlp(w, "rel_head", root)
        bound = _with_one(arc_dep) @ w["arc"]
        out, start = [], 0
        for n in lengths:
            part = slice(start, start + n)
            heads = np.concatenate([root_arc, arc_head[part]])
            rel_heads = np.concatenate([root_rel, rel_head[part]])
            out.append(
                Scores(
                    xpos[part],
                    upos[part],
                    bound[part] @ heads.T,
                    rel_dep[part],
                    rel_heads,
                    names[part],
                    state[part],
                )
            )
            start += n
        return out

    def _names(self, top: Floats) -> Floats:
        # Style 0 is our own way of naming; the styles of the other sets serve training only.
        weight, bias = self.w["name_mlp.linear.weight"], self.w["name_mlp.linear.bias"]
        width = top.shape[1]
        styled = bias + weight[:, width:] @ self.w["style.weight"][0]
        hidden = top @ weight[:, :width].T + styled
        return _linear(self.w, "name", np.where(hidden > 0, hidden, 0.1 * hidden).astype(np.float32))

    def labels(self, scores: Scores, heads: list[int]) -> Ints:
        """Return the best relation of each word to its head (1-based, 0 for the root)."""
        dep, head = _with_one(scores.rel_dep), _with_one(scores.rel_head[heads])
        rel = self.w["rel"]  # (relations, width, width)
        relations, width, _ = rel.shape
        bound = (dep @ self._rel_flat).reshape(len(heads), relations, width)
        best: Ints = np.einsum("nrj,nj->nr", bound, head).argmax(axis=1)
        return best

    @property
    def _rel_flat(self) -> Floats:
        flat = self.w.get("rel.flat")
        if flat is None:
            rel = self.w["rel"]
            flat = np.ascontiguousarray(rel.transpose(1, 0, 2).reshape(rel.shape[1], -1))
            self.w["rel.flat"] = flat
        return flat


def _linear(w: dict[str, Floats], name: str, x: Floats) -> Floats:
    result: Floats = x @ w[f"{name}.weight"].T + w[f"{name}.bias"]
    return result


def _mlp(w: dict[str, Floats], name: str, x: Floats) -> Floats:
    y = _linear(w, f"{name}.linear", x)
    return np.where(y > 0, y, np.float32(0.1) * y)


def _with_one(x: Floats) -> Floats:
    return np.concatenate([x, np.ones((len(x), 1), dtype=np.float32)], axis=1)
