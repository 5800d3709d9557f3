"""What the learned part sees of a sentence: the language model's states, tree, frames and mentions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, get_args

import numpy as np
from numpy.typing import NDArray

from tidings.coding.hit import Via

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tidings.coding.clauses import Predicate
    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.records import ActorMention, Sentence, Token

Floats = NDArray[np.float32]
ACTOR, RECIPIENT = 1, 2
FORMS: Final = ("name", "role", "pronoun", "place")
LONGEST_PATH: Final = 4


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention that may be a party of an event in its sentence; `head` is its token's place there."""

    mention: ActorMention
    token: Token
    head: int
    political: bool


@dataclass(slots=True, eq=False)
class View:
    """A sentence of n tokens; `roles` is what a draft at a token has a candidate be.

    `tops` is what each member of the network makes of its tokens (n, width), once it has read it.
    """

    analysis: Analysis
    sentence: Sentence
    state: Floats  # (n, width of the language model)
    proposed: Floats  # (n, types): a frame of the type matches the word
    kept: Floats  # (n, types): its draft has the parties that an event needs
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
    for mention in analysis.mentions.actor_mentions:
        token = analysis.document.tokens[mention.head]
        head = token.i - token.sentence.tokens[0].i
        political = analysis.parties.is_political(mention)
        found[token.sentence.i].append(Candidate(mention, token, head, political))
    return found


def _view(
    analysis: Analysis,
    sentence: Sentence,
    candidates: list[Candidate],
    drafts: list[Draft],
    index: dict[str, int],
) -> View:
    first, n = sentence.tokens[0].i, len(sentence.tokens)
    proposed, kept = (np.zeros((n, len(index)), dtype=np.float32) for _ in range(2))
    for k, token in enumerate(sentence.tokens):
        for kind in analysis.matcher.types_of(token):
            if kind in index:
                proposed[k, index[kind]] = 1
    assert sentence.state is not None  # noqa: S101 - `views` has looked
    view = View(analysis, sentence, sentence.state.astype(np.float32), proposed, kept, candidates)
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


def path(start: Token, end: Token) -> str:
    """Return the way from one token of a tree to another: relations up ("<nsubj"), then down (">obj")."""
    up, down = _to_root(start), _to_root(end)
    below = {token.i: k for k, token in enumerate(down)}
    steps = []
    for token in up:
        if token.i in below:
            steps += [f">{t.deprel}" for t in reversed(down[: below[token.i]])]
            break
        steps.append(f"<{token.deprel}")
    if len(steps) > LONGEST_PATH:
        return f"far{min(len(steps), 9)}"
    return "".join(steps)


def _to_root(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head is not None:
        chain.append(chain[-1].head)
    return chain


SLOTS: Final = (
    "", "subject", "object", "indirect", "possessor", "clause", "with", "against", "on", "to", "from",
    "between", "among", "into", "over", "by", "of", "for", "at", "in", "other",
)  # fmt: skip
VIAS: Final = ("", *get_args(Via))
POSITIONS: Final = ("verb", "noun", "adjective")
WIDTHS: Final = (len(FORMS), 2, 2, 12, 4, 4, len(SLOTS), len(VIAS), 2 * len(POSITIONS), 4)


def slots(analysis: Analysis, token: Token) -> tuple[Predicate, dict[int, tuple[str, str]]]:
    """Return a token's predicate and, by mention, the slot that it fills and the way to it."""
    predicate = analysis.predicate(token)
    found: dict[int, tuple[str, str]] = {}
    for filled in (predicate.slots, predicate.near):
        for slot, fillers in filled.items():
            for hit in analysis.parties.hits(fillers, parts=True):
                found.setdefault(id(hit.mention), (slot, hit.via))
    return predicate, found


def traits(view: View, at: int) -> list[tuple[int, ...]]:
    """Return for each candidate what it has beside words and path, as numbers below `WIDTHS`.

    Form of the mention; whether it names a place as such; whether it has a country or a sector; on which
    side of the trigger it stands and how far; its role in the frame's draft (3: no draft there); its roles
    in the drafts of other words (3: both); the slot of the trigger that it fills, and the way to it; the
    trigger's part of speech and voice; how many candidates fill slots (up to 3).
    """
    predicate, filled = slots(view.analysis, view.sentence.tokens[at])
    pos = POSITIONS.index(predicate.pos) + (len(POSITIONS) if predicate.passive else 0)
    return [_traits(view, at, k, filled, pos) for k in range(len(view.candidates))]


def _elsewhere(view: View, at: int, k: int) -> int:
    """Return whether other words have the candidate act (1), receive (2), or both (3)."""
    roles = {role for (other, j), role in view.roles.items() if j == k and other != at}
    return 3 if len(roles) > 1 else next(iter(roles), 0)


def _traits(view: View, at: int, k: int, filled: dict[int, tuple[str, str]], pos: int) -> tuple[int, ...]:
    candidate = view.candidates[k]
    mention = candidate.mention
    away = candidate.head - at
    slot, via = filled.get(id(mention), ("", ""))
    return (
        FORMS.index(mention.form),
        int(mention.locative),
        int(candidate.political),
        min(int(np.log2(abs(away) + 1)), 5) + (6 if away > 0 else 0),
        view.roles.get((at, k), 0) if at in view.drafts else 3,
        _elsewhere(view, at, k),
        SLOTS.index(slot) if slot in SLOTS else len(SLOTS) - 1,
        VIAS.index(via),
        pos,
        min(len(filled), 3),
    )
