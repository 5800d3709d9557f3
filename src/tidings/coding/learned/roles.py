"""Who takes part in an event, by one member of the network: actor, recipient or neither.

A sentence is read once more for each word that tells an event, with that word, its type and the candidates
marked (as predicates are in labelling of semantic roles: He et al. 2017, "Deep Semantic Role Labeling").
What comes out at a candidate stands beside what the plain reading says of trigger, candidate and the way
between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from tidings.coding.learned.layers import Layers, softmax
from tidings.parse.lstm import Lstm, Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.learned.pairs import Pairs
    from tidings.coding.learned.weights import Weights
    from tidings.parse.lstm import Floats

DISTANCES: Final = 5
"""Powers of two, from which all distances count alike."""


class Ask(NamedTuple):
    """A question: `top` (tokens, width) is what the member makes of the sentence."""

    top: Floats
    pairs: Pairs


class Roles:
    """Ready to be asked about many words at once."""

    def __init__(self, layers: Layers, weights: Weights) -> None:
        self._layers = layers
        self._paths = {name: i for i, name in enumerate(weights.paths)}
        self._sectors = {name: i for i, name in enumerate(weights.sectors)}
        self._lstm = Lstm(layers.arrays, "marked.lstm")

    def __call__(self, asks: Sequence[Ask]) -> list[Floats]:
        """Return (P, 3) probabilities for each question; the rows of one actor's mentions are alike.

        Every question has at least one candidate.
        """
        event = np.repeat(np.arange(len(asks)), [len(ask.pairs.heads) for ask in asks])
        kinds = self._layers.rows("kind", [ask.pairs.kind for ask in asks])
        seen = self._seen([ask.pairs for ask in asks])
        triggers = np.stack([ask.top[ask.pairs.at] for ask in asks])
        mentions = np.concatenate([ask.top[ask.pairs.heads] for ask in asks])
        parts = [
            self._layers.mlp("pair_trigger", triggers)[event],
            self._layers.mlp("pair_mention", mentions),
            self._layers.mlp("pair_between", np.concatenate([_ways(ask) for ask in asks])),
            kinds[event],
            seen,
            self._marked(asks, kinds, seen),
        ]
        rows = self._layers.mlp("role_mlp", np.concatenate(parts, axis=1))
        starts = np.searchsorted(event, np.arange(1, len(asks)))
        scores = self._actors(np.split(rows, starts), asks, kinds)
        return np.split(softmax(scores), starts)

    def _seen(self, asked: Sequence[Pairs]) -> Floats:
        """Return what is known of each candidate beside words: path, sector, traits."""
        parts = [
            self._layers.rows("path", [self._paths.get(name, 0) for pairs in asked for name in pairs.paths]),
            self._layers.rows("sector", [self._sectors.get(n, 0) for pairs in asked for n in pairs.sectors]),
        ]
        traits = [row for pairs in asked for row in pairs.traits]
        parts += [
            self._layers.rows(f"traits.{i}", list(column))
            for i, column in enumerate(zip(*traits, strict=True))
        ]
        return np.concatenate(parts, axis=1)

    def _actors(self, rows: Sequence[Floats], asks: Sequence[Ask], kinds: Floats) -> Floats:
        """Return scores (all candidates, 3): of an actor by all its mentions, with an eye on the others."""
        joined, context = [], []
        for own, ask, kind in zip(rows, asks, kinds, strict=True):
            entities = np.array(ask.pairs.entities)
            joined.append(np.stack([own[entities == entity].max(axis=0) for entity in entities]))
            context.append(np.tile(np.concatenate([own.max(axis=0), kind]), (len(own), 1)))
        actors = np.concatenate(joined)
        pool = self._layers.mlp("role_pool", np.concatenate([actors, np.concatenate(context)], axis=1))
        return self._layers.linear("role", actors + pool)

    def _marked(self, asks: Sequence[Ask], kinds: Floats, seen: Floats) -> Floats:
        """Return (all candidates, width): what reading with the marks makes of each."""
        order = sorted(range(len(asks)), key=lambda n: -len(asks[n].top))
        lengths = [len(asks[n].top) for n in order]
        starts = dict(zip(order, np.cumsum([0, *lengths[:-1]]), strict=True))
        heads = np.concatenate([starts[n] + np.array(ask.pairs.heads) for n, ask in enumerate(asks)])
        away = [place for n in order for place in distances(len(asks[n].top), asks[n].pairs.at)]
        marks = self._layers.mlp("marked.seen", seen)
        here = np.zeros((sum(lengths), marks.shape[1]), dtype=np.float32)
        np.add.at(here, heads, marks)
        parts = [
            self._layers.mlp("marked.down", np.concatenate([asks[n].top for n in order])),
            np.repeat(kinds[order], lengths, axis=0),
            self._layers.rows("marked.away", away),
            here,
        ]
        steps = Steps(lengths)
        out = self._lstm.run(np.concatenate(parts, axis=1)[steps.by_time], steps)
        read: Floats = out[steps.by_sentence][heads]
        return read


def distances(n: int, at: int) -> list[int]:
    """Return for each of n places how far from one it is: 0 there, less than 7 before it, more after it."""
    found = []
    for k in range(n):
        step = min((abs(k - at) + 1).bit_length() - 1, DISTANCES)
        found.append(0 if k == at else 1 + step + (DISTANCES + 1) * (k > at))
    return found


def _ways(ask: Ask) -> Floats:
    """Return for each candidate the mean over the tokens on its way; zero where there are none."""
    empty = np.zeros_like(ask.top[0])
    return np.stack([ask.top[passed].mean(axis=0) if passed else empty for passed in ask.pairs.between])
