"""The measures of coreference whose mean F1 is the CoNLL figure: MUC, B-cubed and CEAF-e.

MUC: Vilain et al. 1995, "A model-theoretic coreference scoring scheme" (MUC-6). B-cubed: Bagga and Baldwin
1998, "Algorithms for scoring coreference chains" (LREC). CEAF-e: Luo 2005, "On coreference resolution
performance metrics" (HLT/EMNLP), with his phi-4 for the likeness of two chains. Their mean: Pradhan et al.
2012, the CoNLL shared task; mentions that only one side has are treated as Pradhan et al. 2014 (ACL) say.

A chain is a frozenset of mentions, a mention any hashable; a document's chains share no mention.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

Chain = frozenset[Hashable]


@dataclass(slots=True)
class Rate:
    """What a precision and a recall are made of, pooled over documents."""

    found: float = 0.0
    given: float = 0.0
    right: float = 0.0
    wanted: float = 0.0

    def add(self, found: float, given: float, right: float, wanted: float) -> None:
        """Add a document: `found` of `given` for the precision, `right` of `wanted` for the recall."""
        self.found += found
        self.given += given
        self.right += right
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Return the precision, 0 where nothing was given."""
        return self.found / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Return the recall, 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def report(self) -> dict[str, float]:
        """Return precision, recall and F1, rounded for print."""
        return {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}


@dataclass(slots=True)
class Conll:
    """MUC, B-cubed and CEAF-e over documents."""

    muc: Rate = field(default_factory=Rate)
    b_cubed: Rate = field(default_factory=Rate)
    ceaf_e: Rate = field(default_factory=Rate)

    def add(self, gold: Sequence[Chain], ours: Sequence[Chain]) -> None:
        """Add a document. Chains of one mention are left out: OntoNotes has none."""
        gold = [chain for chain in gold if len(chain) > 1]
        ours = [chain for chain in ours if len(chain) > 1]
        self.muc.add(*links(ours, gold), *links(gold, ours))
        self.b_cubed.add(*overlaps(ours, gold), *overlaps(gold, ours))
        likeness = best_likeness(gold, ours)
        self.ceaf_e.add(likeness, len(ours), likeness, len(gold))

    @property
    def f1(self) -> float:
        """Return the CoNLL figure."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def report(self) -> dict[str, float]:
        """Return the four figures, rounded for print."""
        three = {name: round(getattr(self, name).f1, 4) for name in ("muc", "b_cubed", "ceaf_e")}
        return {"conll": round(self.f1, 4), **three}


def links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Return how many links of the chains the others hold, and how many links there are (MUC)."""
    of = {mention: number for number, chain in enumerate(others) for mention in chain}
    held = 0
    for chain in chains:
        parts = {of[mention] for mention in chain if mention in of}
        alone = sum(mention not in of for mention in chain)
        held += len(chain) - len(parts) - alone
    return held, sum(len(chain) - 1 for chain in chains)


def overlaps(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    """Return the shares of its chain that each mention's other chain holds, and the mentions (B-cubed)."""
    shared = sum(len(chain & other) ** 2 / len(chain) for chain in chains for other in others)
    return shared, sum(len(chain) for chain in chains)


def best_likeness(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    """Return the summed likeness of the best pairing of chains, one to one (CEAF-e)."""
    fewer, more = sorted((chains, others), key=len)
    if not fewer:
        return 0.0
    likeness = [[2 * len(a & b) / (len(a) + len(b)) for b in more] for a in fewer]
    pairs = assign([[-value for value in row] for row in likeness])
    return sum(likeness[row][column] for row, column in enumerate(pairs))


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row in the cheapest assignment; there are no fewer columns than rows.

    The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
    """
    rows, columns = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_at = [0] * (columns + 1)  # rows and columns count from 1; 0 is free
    for row in range(1, rows + 1):
        row_at[0] = row
        column, came = _path(cost, of_row, of_column, row_at)
        while column:
            row_at[column] = row_at[came[column]]
            column = came[column]
    found = [0] * rows
    for column in range(1, columns + 1):
        if row_at[column]:
            found[row_at[column] - 1] = column - 1
    return found


def _path(
    cost: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], row_at: list[int]
) -> tuple[int, list[int]]:
    """Return the nearest free column, and from which column each was reached; adjusts the potentials."""
    size = len(of_column)
    came, distance, done = [0] * size, [math.inf] * size, [False] * size
    column = 0
    while row_at[column]:
        done[column] = True
        at = row_at[column]
        for other in range(1, size):
            reduced = cost[at - 1][other - 1] - of_row[at] - of_column[other]
            if not done[other] and reduced < distance[other]:
                distance[other], came[other] = reduced, column
        column = min((n for n in range(1, size) if not done[n]), key=distance.__getitem__)
        step = distance[column]
        for other in range(size):
            if done[other]:
                of_row[row_at[other]] += step
                of_column[other] -= step
            else:
                distance[other] -= step
    return column, came
