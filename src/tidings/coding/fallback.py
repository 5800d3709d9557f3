"""What `relate` answers by where no event has the spans as parties: the path between them, then words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tidings.coding.draft import Draft
from tidings.coding.frames import Match
from tidings.coding.learned.leanings import of_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook.frames import Pos
    from tidings.coding.coder import Analysis
    from tidings.coding.ends import Ends
    from tidings.records import Token

POSITIONS: tuple[Pos, ...] = ("verb", "noun", "adjective")
VERB, OTHER = 2.0, 1.0
"""What a frame on the path counts for, by its part of speech; a step off the path costs one."""
OWN_VERB = 2.0
"""What the verb of which the source is subject counts for beside the other words."""


def on_path(analysis: Analysis, ends: Ends) -> Draft | None:
    """Return the best frame that fits a predicate on the path or one step off it, without parties."""
    along = ends.path()
    near = [(0, t) for t in along] + [(1, c) for t in along for c in t.children if c not in along]
    best: tuple[float, Match] | None = None
    for distance, token in near:
        for match in analysis.matcher.matches(token)[:1]:
            value = (
                (VERB if match.predicate.pos == "verb" else OTHER) - distance + match.frame.conditions / 10
            )
            if best is None or value > best[0]:
                best = value, match
    return None if best is None else bare(analysis, best[1])


def by_words(analysis: Analysis, ends: Ends) -> Draft | None:
    """Return the type that the sentence's words speak for, by frames and leanings, near the path most."""
    along = ends.path()
    depth = {t.i for t in along}
    verb = _own_verb(ends)
    votes: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Match]] = {}
    for token in along[0].sentence.tokens if along else ():
        near = (OWN_VERB if token is verb else 1.0) / (1 + _distance(token, depth))
        for weight, match in _spoken(analysis, token):
            kind = match.frame.type
            votes[kind] += weight * near
            if weight * near > best.get(kind, (0.0,))[0]:
                best[kind] = weight * near, match
    if not votes:
        return None
    return bare(analysis, best[min(votes, key=lambda kind: (-votes[kind], kind))][1])


def _spoken(analysis: Analysis, token: Token) -> Iterator[tuple[float, Match]]:
    """Yield what the word speaks for: frames that it sets off, and types that it leans to."""
    yield from _triggers(analysis, token)
    codebook = analysis.coder.codebook
    for kind, weight in of_word(token).items():
        if kind in codebook.types:
            yield weight, Match(codebook.frame(kind, "words"), analysis.predicate(token))


def bare(analysis: Analysis, match: Match) -> Draft:
    """Return a match as a draft without parties, with its modality."""
    frame = match.frame
    draft = Draft(match, frame.type, frame.entry.mode, [], [], confidence=frame.entry.confidence)
    analysis.settle(draft)
    return draft


def _own_verb(ends: Ends) -> Token | None:
    """Return the verb of which the source is the subject, or the agent."""
    head = None if ends.source is None else ends.source.head
    return head.head if head is not None and head.deprel.startswith(("nsubj", "obl:agent")) else None


def _distance(token: Token, depth: set[int]) -> int:
    steps = 0
    at: Token | None = token
    while at is not None and at.i not in depth:
        at, steps = at.head, steps + 1
    return steps


def _triggers(analysis: Analysis, token: Token) -> Iterator[tuple[float, Match]]:
    """Yield the frames that the token may belong to with their share of its one vote, by how far they fit."""
    found: list[tuple[float, Match]] = []
    for pos in POSITIONS:
        for trigger in analysis.matcher.triggers(token, pos):
            predicate = analysis.clauses.predicate(token, pos)
            fit = analysis.matcher.fit(trigger, predicate)
            found.append((fit * fit, Match(trigger.frame, predicate)))
    total = sum(weight for weight, _ in found)
    for weight, match in found:
        yield weight / total, match
