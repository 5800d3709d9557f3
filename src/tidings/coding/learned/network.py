"""The learned part in numpy: what `training/events/network.py` trains, run forward only (float32).

It has a few members, trained from different starts; what it says is the mean of what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tidings.coding.learned.traits import traits
from tidings.coding.learned.ways import way
from tidings.parse.lstm import Floats, Lstm, Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.learned.view import View
    from tidings.coding.learned.weights import Weights


class Pairs(NamedTuple):
    """A trigger with all candidates of its sentence; a candidate that stands at the trigger is left out."""

    at: int
    kind: int
    heads: list[int]
    paths: list[str]
    between: list[list[int]]
    sectors: list[str]
    traits: list[tuple[int, ...]]
    entities: list[int]

    @classmethod
    def of(cls, view: View, at: int, kind: int) -> Pairs:
        """Return what the network is asked about."""
        tokens = view.sentence.tokens
        token, first, seen = tokens[at], tokens[0].i, traits(view, at)
        places = [k for k, candidate in enumerate(view.candidates) if candidate.head != at]
        chosen = [view.candidates[k] for k in places]
        ways = [way(token, c.token) for c in chosen]
        return cls(
            at,
            kind,
            [c.head for c in chosen],
            [w.path for w in ways],
            [[t.i - first for t in w.between] for w in ways],
            [c.sector for c in chosen],
            [seen[k] for k in places],
            [c.entity for c in chosen],
        )


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
        """Return (candidates, 3) probabilities: none, actor, recipient; alike for mentions of one actor."""
        pairs = Pairs.of(view, at, kind)
        found = np.tile(np.array([1, 0, 0], dtype=np.float32), (len(view.candidates), 1))
        if pairs.heads:
            p = _mean([m.roles(top, pairs) for m, top in zip(self._members, view.tops, strict=True)])
            by_entity = dict(zip(pairs.entities, p, strict=True))
            for k, candidate in enumerate(view.candidates):
                found[k] = by_entity.get(candidate.entity, found[k])
        return found

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
        self._sectors = {name: i for i, name in enumerate(weights.sectors)}
        self._lstm = Lstm(self.w, "lstm")

    def read(self, views: Sequence[View]) -> list[Floats]:
        """Return (tokens, width) for each sentence: what everything else is told from."""
        order = sorted(range(len(views)), key=lambda i: -len(views[i]))
        steps = Steps([len(views[i]) for i in order])
        state = np.concatenate([views[i].state for i in order])
        frames = np.concatenate([views[i].frames for i in order])
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
        for trust, told in zip(self.w["trust"], np.split(top[:, -3 * types :], 3, axis=1), strict=True):
            scores[:, :-1] += trust * told
        return _softmax(scores)

    def roles(self, top: Floats, pairs: Pairs) -> Floats:
        """Return (candidates, 3) probabilities; the rows of one actor's mentions are alike."""
        n = len(pairs.heads)
        kind = self.w["kind.weight"][pairs.kind]
        way = np.stack(
            [top[passed].mean(axis=0) if passed else np.zeros_like(top[0]) for passed in pairs.between]
        )
        parts = [
            np.repeat(self._mlp("pair_trigger", top[pairs.at : pairs.at + 1]), n, axis=0),
            self._mlp("pair_mention", top[pairs.heads]),
            self._mlp("pair_between", way),
            np.tile(kind, (n, 1)),
            self.w["path.weight"][[self._paths.get(name, 0) for name in pairs.paths]],
            self.w["sector.weight"][[self._sectors.get(name, 0) for name in pairs.sectors]],
        ]
        seen = np.array(pairs.traits)
        parts += [self.w[f"traits.{i}.weight"][seen[:, i]] for i in range(seen.shape[1])]
        mentions = self._mlp("role_mlp", np.concatenate(parts, axis=1))
        entities = np.array(pairs.entities)
        joined = np.stack([mentions[entities == entity].max(axis=0) for entity in entities])
        others = np.tile(np.concatenate([mentions.max(axis=0), kind]), (n, 1))
        joined = joined + self._mlp("role_pool", np.concatenate([joined, others], axis=1))
        return _softmax(self._linear("role", joined))

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
