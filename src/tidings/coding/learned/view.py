"""What the learned part sees of a sentence: the language model's states, tree, frames, leanings, mentions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from tidings.coding.learned.leanings import leanings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.records import ActorMention, Sentence, Token

Floats = NDArray[np.float32]
ACTOR, RECIPIENT = 1, 2
UNKNOWN: Final = ""
"""The sector of an actor that has none."""


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention that may be a party of an event in its sentence.

    `head` is its token's place there; `entity` is the same number for all mentions of one actor.
    """

    mention: ActorMention
    token: Token
    head: int
    entity: int
    political: bool
    sector: str


@dataclass(slots=True, eq=False)
class View:
    """A sentence of n tokens; `roles` is what a draft at a token has a candidate be.

    `tops` is what each member of the network makes of its tokens (n, width), once it has read it.
    """

    analysis: Analysis
    sentence: Sentence
    state: Floats  # (n, width of the language model)
    frames: Floats  # (n, 3 * types): leanings; a frame matches the word; a draft stands there
    candidates: list[Candidate]
    drafts: dict[int, list[Draft]] = field(default_factory=dict)
    roles: dict[tuple[int, int], int] = field(default_factory=dict)
    tops: tuple[Floats, ...] = ()

    def __len__(self) -> int:
        return len(self.sentence.tokens)


def views(analysis: Analysis, drafts: Iterable[Draft], types: Sequence[str]) -> list[View]:
    """Return a view of every sentence that the language model has read and that may hold an event, in order.

    One without drafts whose mentions are none, or all without country and sector, has nobody to tell of.
    """
    index = {kind: i for i, kind in enumerate(types)}
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_sentence[draft.predicate.token.sentence.i].append(draft)
    candidates = _candidates(analysis)
    return [
        _view(analysis, sentence, candidates[sentence.i], by_sentence[sentence.i], index)
        for sentence in analysis.document.sentences
        if by_sentence[sentence.i] or any(candidate.political for candidate in candidates[sentence.i])
        if sentence.state is not None
    ]


def _candidates(analysis: Analysis) -> dict[int, list[Candidate]]:
    """Return the candidates of each sentence, by its index."""
    found: dict[int, list[Candidate]] = defaultdict(list)
    numbers: dict[int, dict[tuple[str, ...], int]] = defaultdict(dict)
    sectors = {actor.id: actor.sector for actor in analysis.mentions.actors}
    for mention in analysis.mentions.actor_mentions:
        token = analysis.document.tokens[mention.head]
        sentence = token.sentence
        known = numbers[sentence.i]
        entity = known.setdefault(mention.actors, len(known))
        political = analysis.parties.is_political(mention)
        sector = next(filter(None, map(sectors.get, mention.actors)), UNKNOWN)
        head = token.i - sentence.tokens[0].i
        found[sentence.i].append(Candidate(mention, token, head, entity, political, sector))
    return found


def _view(
    analysis: Analysis,
    sentence: Sentence,
    candidates: list[Candidate],
    drafts: list[Draft],
    index: dict[str, int],
) -> View:
    first, n, types = sentence.tokens[0].i, len(sentence.tokens), len(index)
    assert sentence.state is not None  # noqa: S101 - `views` has looked
    frames = np.zeros((n, 3 * types), dtype=np.float32)
    frames[:, :types] = leanings(sentence.tokens, index)
    proposed, kept = frames[:, types : 2 * types], frames[:, 2 * types :]
    for k, token in enumerate(sentence.tokens):
        for kind in analysis.matcher.types_of(token):
            if kind in index:
                proposed[k, index[kind]] = 1
    view = View(analysis, sentence, sentence.state.astype(np.float32), frames, candidates)
    for draft in drafts:
        at = draft.predicate.token.i - first
        kept[at, index[draft.type]] = 1
        view.drafts.setdefault(at, []).append(draft)
        for k, candidate in enumerate(candidates):
            role = _role(draft, candidate)
            if role:
                view.roles[at, k] = role
    return view


def _role(draft: Draft, candidate: Candidate) -> int:
    if any(hit.mention is candidate.mention for hit in draft.actor):
        return ACTOR
    if any(hit.mention is candidate.mention for hit in draft.recipient):
        return RECIPIENT
    return 0
