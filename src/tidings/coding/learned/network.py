"""The learned part in numpy: what `training/events/network.py` trains, run forward only (float32).

It has a few members, trained from different starts; what it says is the mean of what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tidings.coding.learned.view import path, traits
from tidings.parse.lstm import Floats, Lstm, Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.learned.view import View
    from tidings.coding.learned.weights import Weights


class Pairs(NamedTuple):
    """A trigger with all candidates of its sentence."""

    at: int
    kind: int
    heads: list[int]
    paths: list[str]
    traits: list[tuple[int, ...]]


class Network:
    """All members together."""

    def __init__(self, weights: Weights) -> None:
        count = len({name.split(".", 1)[0] for name in weights.arrays})
        self._members = [Member(weights, number) for number in range(count)]

    def read(self, views: Sequence[View]) -> None:
        """Set `tops` of each sentence: what everything else is told from."""
        read = [member.read(views) for member in self._members]
        for view, tops in zip(views, zip(*read, strict=True), strict=True):
            view.tops = tops

    def triggers(self, view: View) -> Floats:
        """Return (tokens, types + 1) probabilities; the last is that of no event."""
        return _mean([m.triggers(top) for m, top in zip(self._members, view.tops, strict=True)])

    def roles(self, view: View, at: int, kind: int) -> Floats:
        """Return (candidates, 3) probabilities: no party, actor, recipient."""
        token = view.sentence.tokens[at]
        heads = [c.head for c in view.candidates]
        pairs = Pairs(at, kind, heads, [path(token, c.token) for c in view.candidates], traits(view, at))
        return _mean([m.roles(top, pairs) for m, top in zip(self._members, view.tops, strict=True)])

    def modes(self, view: View, at: int, kind: int) -> Floats:
        """Return the scores of all modes of all types for one trigger."""
        return _mean([m.modes(top[at], kind) for m, top in zip(self._members, view.tops, strict=True)])

    def auxiliaries(self, view: View, at: int, kind: int) -> Floats:
        """Return the probabilities of the four auxiliary modes for one trigger."""
        rules = np.array(view.analysis.modes_at(view.sentence.tokens[at]), dtype=np.float32)
        return _mean(
            [m.auxiliaries(top[at], kind, rules) for m, top in zip(self._members, view.tops, strict=True)]
        )


def _mean(parts: Sequence[Floats]) -> Floats:
    result: Floats = np.mean(parts, axis=0, dtype=np.float32)
    return result


class Member:
    """The weights of one member and the sums over them."""

    def __init__(self, weights: Weights, number: int) -> None:
        prefix = f"{number}."
        self.w = {n.removeprefix(prefix): a for n, a in weights.arrays.items() if n.startswith(prefix)}
        self._upos = {name: i for i, name in enumerate(weights.upos)}
        self._deprels = {name: i for i, name in enumerate(weights.deprels)}
        self._paths = {name: i for i, name in enumerate(weights.paths)}
        self._lstm = Lstm(self.w, "lstm")

    def read(self, views: Sequence[View]) -> list[Floats]:
        """Return (tokens, width) for each sentence: what everything else is told from."""
        order = sorted(range(len(views)), key=lambda i: -len(views[i]))
        steps = Steps([len(views[i]) for i in order])
        state = np.concatenate([views[i].state for i in order])
        frames = np.concatenate([np.concatenate([views[i].proposed, views[i].kept], axis=1) for i in order])
        tokens = [t for i in order for t in views[i].sentence.tokens]
        upos = self.w["upos.weight"][[self._upos.get(t.upos, 0) for t in tokens]]
        deprel = self.w["deprel.weight"][[self._deprels.get(t.deprel, 0) for t in tokens]]
        projected = self._mlp("project", state)
        x = np.concatenate([projected, upos, deprel, frames], axis=1)
        out = self._lstm.run(x[steps.by_time], steps)[steps.by_sentence]
        top = np.concatenate([out, projected, frames], axis=1)
        ends = np.cumsum([len(views[i]) for i in order])
        parts = dict(zip(order, np.split(top, ends[:-1]), strict=True))
        return [parts[i] for i in range(len(views))]

    def triggers(self, top: Floats) -> Floats:
        """Return (tokens, types + 1) probabilities; the last is that of no event."""
        scores = self._linear("trigger", self._mlp("trigger_mlp", top))
        types = scores.shape[1] - 1
        for_draft, for_word = self.w["trust"]
        scores[:, :-1] += for_word * top[:, -2 * types : -types] + for_draft * top[:, -types:]
        return _softmax(scores)

    def roles(self, top: Floats, pairs: Pairs) -> Floats:
        """Return (candidates, 3) probabilities: no party, actor, recipient."""
        n, kind = len(pairs.heads), pairs.kind
        trigger = self._mlp("pair_trigger", top[pairs.at : pairs.at + 1])
        mention = self._mlp("pair_mention", top[pairs.heads])
        paths = [self._paths.get(way, 0) for way in pairs.paths]
        parts = [
            np.repeat(trigger, n, axis=0),
            mention,
            np.repeat(self.w["kind.weight"][kind : kind + 1], n, axis=0),
            self.w["path.weight"][paths],
        ]
        seen = np.array(pairs.traits)
        parts += [self.w[f"traits.{i}.weight"][seen[:, i]] for i in range(seen.shape[1])]
        return _softmax(self._linear("role", self._mlp("role_mlp", np.concatenate(parts, axis=1))))

    def modes(self, row: Floats, kind: int) -> Floats:
        """Return the scores of all modes of all types for one trigger."""
        joined = np.concatenate([row, self.w["kind.weight"][kind]])[None, :]
        scores: Floats = self._linear("mode", self._mlp("mode_mlp", joined))[0]
        return scores

    def auxiliaries(self, row: Floats, kind: int, rules: Floats) -> Floats:
        """Return the probabilities of the four auxiliary modes for one trigger."""
        joined = np.concatenate([row, self.w["kind.weight"][kind], rules])
        logits = self._linear("aux", self._mlp("aux_mlp", joined[None, :]))[0]
        probabilities: Floats = 1 / (1 + np.exp(-logits))
        return probabilities

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"]
        return result

    def _mlp(self, name: str, x: Floats) -> Floats:
        y = self._linear(f"{name}.linear", x)
        return np.where(y > 0, y, np.float32(0.1) * y)


def _softmax(scores: Floats) -> Floats:
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = e / e.sum(axis=1, keepdims=True)
    return result
