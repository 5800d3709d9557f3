"""The learned part in numpy: what `training/events/network.py` trains, run forward only (float32).

It has a few members, trained from different starts; what it says is the mean of what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from tidings.coding.learned.layers import Layers, softmax
from tidings.coding.learned.pairs import Pairs
from tidings.coding.learned.roles import Ask, Roles
from tidings.parse.lstm import Lstm, Steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.coding.learned.view import View
    from tidings.coding.learned.weights import Weights
    from tidings.parse.lstm import Floats

BATCH: Final = 64
"""Sentences that are read, and questions that are answered, together: bounds memory."""


class Telling(NamedTuple):
    """A word (its place in a sentence that has been read) that may tell an event of a type (its index)."""

    view: View
    at: int
    kind: int


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

    def roles(self, tellings: Sequence[Telling]) -> list[Floats]:
        """Return for each telling (candidates, 3) probabilities: none, actor, recipient.

        They are alike for mentions of one actor.
        """
        asked = list(_asked(tellings))
        answers: list[Floats] = []
        open_ = [n for n, pairs in enumerate(asked) if pairs.heads]
        for start in range(0, len(open_), BATCH):
            part = [(tellings[n].view, asked[n]) for n in open_[start : start + BATCH]]
            said = [
                member.roles([Ask(view.tops[k], pairs) for view, pairs in part])
                for k, member in enumerate(self._members)
            ]
            answers += [_mean(one) for one in zip(*said, strict=True)]
        by_place = dict(zip(open_, answers, strict=True))
        return [_spread(t.view, asked[n], by_place.get(n)) for n, t in enumerate(tellings)]

    def modes(self, telling: Telling) -> Floats:
        """Return the scores of all modes of all types for one trigger."""
        view, at, kind = telling
        return _mean([m.modes(top[at], kind) for m, top in zip(self._members, view.tops, strict=True)])

    def auxiliaries(self, telling: Telling) -> Floats:
        """Return the probabilities of the four auxiliary modes for one trigger."""
        view, at, kind = telling
        rules = np.array(view.analysis.modes_at(view.sentence.tokens[at]), dtype=np.float32)
        return _mean(
            [m.auxiliaries(top[at], kind, rules) for m, top in zip(self._members, view.tops, strict=True)]
        )


def _asked(tellings: Sequence[Telling]) -> Iterator[Pairs]:
    """Yield the questions; all but the type is found once for the types that a word may tell."""
    known: dict[tuple[View, int], Pairs] = {}
    for view, at, kind in tellings:
        if (view, at) not in known:
            known[view, at] = Pairs.of(view, at, kind)
        yield known[view, at]._replace(kind=kind)


def _mean(parts: Sequence[Floats]) -> Floats:
    result: Floats = np.mean(parts, axis=0, dtype=np.float32)
    return result


def _spread(view: View, pairs: Pairs, answers: Floats | None) -> Floats:
    """Return a row for each candidate; one that stands at the trigger has that of its other mentions."""
    found = np.tile(np.array([1, 0, 0], dtype=np.float32), (len(view.candidates), 1))
    if answers is not None:
        by_entity = dict(zip(pairs.entities, answers, strict=True))
        for k, candidate in enumerate(view.candidates):
            found[k] = by_entity.get(candidate.entity, found[k])
    return found


class Member:
    """The weights of one member and the sums over them."""

    def __init__(self, weights: Weights, number: int) -> None:
        prefix = f"{number}."
        arrays = {n.removeprefix(prefix): a for n, a in weights.arrays.items() if n.startswith(prefix)}
        self._layers = Layers(arrays)
        self._trust = arrays["trust"]
        self._upos = {name: i for i, name in enumerate(weights.upos)}
        self._deprels = {name: i for i, name in enumerate(weights.deprels)}
        self._lstm = Lstm(arrays, "lstm")
        self.roles = Roles(self._layers, weights)

    def read(self, views: Sequence[View]) -> list[Floats]:
        """Return (tokens, width) for each sentence: what everything else is told from."""
        order = sorted(range(len(views)), key=lambda i: -len(views[i]))
        steps = Steps([len(views[i]) for i in order])
        state = np.concatenate([views[i].state for i in order])
        frames = np.concatenate([views[i].frames for i in order])
        tokens = [t for i in order for t in views[i].sentence.tokens]
        upos = self._layers.rows("upos", [self._upos.get(t.upos, 0) for t in tokens])
        deprel = self._layers.rows("deprel", [self._deprels.get(t.deprel, 0) for t in tokens])
        projected = self._layers.mlp("project", state)
        x = np.concatenate([projected, upos, deprel, frames], axis=1)
        out = self._lstm.run(x[steps.by_time], steps)[steps.by_sentence]
        top = np.concatenate([out, projected, frames], axis=1)
        ends = np.cumsum([len(views[i]) for i in order])
        parts = dict(zip(order, np.split(top, ends[:-1]), strict=True))
        return [parts[i] for i in range(len(views))]

    def triggers(self, top: Floats) -> Floats:
        """Return (tokens, types + 1) probabilities; the last is that of no event."""
        scores = self._layers.linear("trigger", self._layers.mlp("trigger_mlp", top))
        types = scores.shape[1] - 1
        for trust, told in zip(self._trust, np.split(top[:, -3 * types :], 3, axis=1), strict=True):
            scores[:, :-1] += trust * told
        return softmax(scores)

    def modes(self, row: Floats, kind: int) -> Floats:
        """Return the scores of all modes of all types for one trigger."""
        joined = np.concatenate([row[None, :], self._layers.rows("kind", [kind])], axis=1)
        scores: Floats = self._layers.linear("mode", self._layers.mlp("mode_mlp", joined))[0]
        return scores

    def auxiliaries(self, row: Floats, kind: int, rules: Floats) -> Floats:
        """Return the probabilities of the four auxiliary modes for one trigger."""
        joined = np.concatenate([row[None, :], self._layers.rows("kind", [kind]), rules[None, :]], axis=1)
        logits = self._layers.linear("aux", self._layers.mlp("aux_mlp", joined))[0]
        probabilities: Floats = 1 / (1 + np.exp(-logits))
        return probabilities
