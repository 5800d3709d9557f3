"""`relate`: the event that a text tells between two given spans.

Evidence is graded. An event with both spans as parties counts most; with `force`, weaker evidence answers:
an event of one party, a frame on the dependency path between the spans, the sentence's event words by their
distance to that path, and last the commonest type.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tidings.coding.coder import Analysis
from tidings.coding.draft import Draft
from tidings.coding.frames import Match
from tidings.coding.learned.pairs import between
from tidings.records import Actor, ActorMention, Mentions
from tidings.records.event import Aux

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook.loader import Pos
    from tidings.coding.coder import EventCoder
    from tidings.records import Document, Token

SOURCE, TARGET = "source", "target"
PRIOR = "ACCUSE"
POSITIONS: tuple[Pos, ...] = ("verb", "noun", "adjective")
WITH_BOTH, WITH_ONE, ON_PATH, BY_WORDS, BY_PRIOR = 0.8, 0.5, 0.4, 0.25, 0.1
TRUST = 1.5
"""What the frames' confidence counts for beside the shares of the learned part."""
LEARNED = 0.5
"""Evidence of the learned part from which it answers without being forced."""


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """The relation of source to target. `type` is null where the text tells none; `why` is the evidence."""

    type: str | None = None
    mode: str | None = None
    aux: tuple[Aux, ...] = ()
    confidence: float = 0.0
    why: str | None = None


class Ends(NamedTuple):
    """The head tokens of the two spans; None where a span was not given."""

    source: Token | None
    target: Token | None


def relate(
    coder: EventCoder,
    document: Document,
    mentions: Mentions,
    source: tuple[int, int] | None,
    target: tuple[int, int] | None,
    *,
    force: bool = False,
) -> Relation:
    """Return the relation between two spans (character offsets, end exclusive; None for an unknown party)."""
    ends = Ends(_head(document, source), _head(document, target))
    if ends.source is None and ends.target is None:
        return Relation()
    given = [(SOURCE, source, ends.source), (TARGET, target, ends.target)]
    analysis = Analysis(coder, document, _with_spans(document, mentions, given), political=False)
    drafts = analysis.drafts()
    told = _by_frames(analysis, drafts, ends, force=force)
    if coder.judge is None:
        return told
    return weighed(told, between(coder.judge, analysis, drafts, SOURCE, TARGET), force=force)


def _by_frames(analysis: Analysis, drafts: Sequence[Draft], ends: Ends, *, force: bool) -> Relation:
    """Return the relation by the grade of its evidence."""
    fits = [(_fit(d, ends), d) for d in drafts]
    value, best = max(fits, key=_value, default=(0.0, None))
    if best is not None and value >= (1.0 if ends.source and ends.target else 0.5):
        return _of(best, WITH_BOTH)
    if not force:
        return Relation()
    if best is not None and value > 0:
        return _of(best, WITH_ONE)
    return _on_path(analysis, ends) or _by_words(analysis, ends) or _by_prior()


def weighed(told: Relation, scores: dict[str, float], *, force: bool) -> Relation:
    """Return the frames' relation, or the type that the learned part holds for likelier by far.

    `scores` are those of `learned.pairs.between`. The frames' type is raised by `TRUST`, by their confidence.
    """
    total = sum(scores.values())
    if not total or (not force and total < LEARNED):
        return told
    shares = {kind: value / total for kind, value in scores.items()}
    trusted = {kind: share + TRUST * told.confidence * (kind == told.type) for kind, share in shares.items()}
    best = max(trusted, key=lambda kind: trusted[kind])
    if best == told.type:
        return told
    return Relation(type=best, confidence=round(shares[best] * min(total, 1.0), 3), why=f"{best}.learned")


def _head(document: Document, span: tuple[int, int] | None) -> Token | None:
    """Return the token of the span that the rest of it hangs on; the first such token."""
    if span is None:
        return None
    tokens = [t for t in document.tokens if t.start < span[1] and span[0] < t.end]
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head is None or t.head.i not in inside]
    nominal = [t for t in tops if t.upos in {"PROPN", "NOUN", "PRON"}]
    return next(iter(nominal or tops), None)


def _with_spans(
    document: Document, mentions: Mentions, given: list[tuple[str, tuple[int, int] | None, Token | None]]
) -> Mentions:
    """Return the mentions with the given spans, and what refers to them, as two actors of their own."""
    found: list[ActorMention] = []
    spans = [span for _, span, head in given if span is not None and head is not None]
    for name, span, head in given:
        if span is None or head is None:
            continue
        tokens = [t.i for t in document.tokens if t.start < span[1] and span[0] < t.end]
        found.append(
            ActorMention(
                actors=(name,),
                start=span[0],
                end=span[1],
                head=head.i,
                first=tokens[0],
                last=tokens[-1],
                form="name",
            )
        )
    same = {
        actor: name
        for name, _, head in given
        for m in mentions.actor_mentions
        if head is not None and m.first <= head.i <= m.last
        for actor in m.actors
    }
    others = [
        msgspec.structs.replace(m, actors=tuple(dict.fromkeys(same.get(a, a) for a in m.actors)))
        for m in mentions.actor_mentions
        if not any(m.start < e and s < m.end for s, e in spans)
    ]
    actors = [
        *mentions.actors,
        *(Actor(id=m.actors[0], name=m.actors[0], kind="group", sector="UNK") for m in found),
    ]
    return msgspec.structs.replace(
        mentions, actors=tuple(actors), actor_mentions=tuple(sorted([*found, *others], key=_start))
    )


def _start(mention: ActorMention) -> int:
    return mention.start


def _fit(draft: Draft, ends: Ends) -> float:
    """How well a draft's parties are the two spans, 0 to about 1.3; its confidence decides between equals."""
    actor, recipient = draft.actor_ids(), draft.recipient_ids()
    both = SOURCE in actor and TARGET in recipient
    together = {SOURCE, TARGET} <= actor
    reverse = TARGET in actor and SOURCE in recipient
    if both or together:
        value = 1.2
    elif reverse:
        value = 1.0
    elif SOURCE in actor:
        value = 0.7 if ends.target is not None else 1.0
    elif TARGET in recipient:
        value = 0.6 if ends.source is not None else 1.0
    elif SOURCE in recipient or TARGET in actor:
        value = 0.3
    else:
        return 0.0
    token = draft.predicate.token
    on_path = 0.1 if token in path(ends.source, ends.target) else 0.0
    return value + on_path + draft.confidence / 20 - len(_to_root(token)) / 100


def _value(fit: tuple[float, Draft]) -> float:
    return fit[0]


def _of(draft: Draft, confidence: float) -> Relation:
    return Relation(
        type=draft.type,
        mode=draft.mode,
        aux=draft.aux,
        confidence=round(confidence * draft.confidence, 3),
        why=draft.match.frame.name,
    )


def path(source: Token | None, target: Token | None) -> list[Token]:
    """Return the tokens on the dependency path between two tokens, or from the one to the root."""
    if source is None or target is None:
        return _to_root(source or target)
    up, down = _to_root(source), _to_root(target)
    if up[-1] is not down[-1]:
        return [*up, *down]
    shared = {t.i for t in up} & {t.i for t in down}
    meet = next(t for t in up if t.i in shared)
    return [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])]


def _to_root(token: Token | None) -> list[Token]:
    chain: list[Token] = []
    while token is not None:
        chain.append(token)
        token = token.head
    return chain


def _on_path(analysis: Analysis, ends: Ends) -> Relation | None:
    """Return the best frame that fits a predicate on the path or one step off it."""
    along = path(ends.source, ends.target)
    near = [(0, t) for t in along] + [(1, c) for t in along for c in t.children if c not in along]
    best: tuple[float, Match] | None = None
    for distance, token in near:
        for match in analysis.matcher.matches(token)[:1]:
            value = (2.0 if match.predicate.pos == "verb" else 1.0) - distance + match.frame.conditions / 10
            if best is None or value > best[0]:
                best = value, match
    if best is None:
        return None
    frame = best[1].frame
    draft = Draft(best[1], frame.type, frame.entry.mode, [], [], confidence=frame.entry.confidence)
    analysis.settle(draft)
    return _of(draft, ON_PATH)


def _by_words(analysis: Analysis, ends: Ends) -> Relation | None:
    """Return the type whose event words stand in the sentence nearest to the path."""
    along = path(ends.source, ends.target)
    if not along:
        return None
    depth = {t.i for t in along}
    votes: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Match]] = {}
    for token in along[0].sentence.tokens:
        distance = _distance(token, depth)
        for share, match in _lexical(analysis, token):
            weight = share / (1 + distance)
            kind = match.frame.type
            votes[kind] += weight
            if weight > best.get(kind, (0.0,))[0]:
                best[kind] = weight, match
    if not votes:
        return None
    match = best[min(votes, key=lambda kind: (-votes[kind], kind))][1]
    draft = Draft(match, match.frame.type, None, [], [], confidence=1.0)
    analysis.settle(draft)
    return Relation(type=draft.type, aux=draft.aux, confidence=BY_WORDS, why="words of the sentence")


def _distance(token: Token, depth: set[int]) -> int:
    steps = 0
    at: Token | None = token
    while at is not None and at.i not in depth:
        at, steps = at.head, steps + 1
    return steps


def _lexical(analysis: Analysis, token: Token) -> Iterator[tuple[float, Match]]:
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


def _by_prior() -> Relation:
    return Relation(type=PRIOR, confidence=BY_PRIOR, why="no evidence: the commonest type")
