"""`relate`: the event that a text tells between two given spans.

Evidence is graded. An event with both spans as parties counts most; with `force`, weaker evidence answers:
an event of one party, a frame on the dependency path between the spans, the sentence's words by their
distance to that path, and last the commonest type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tidings.coding import rules
from tidings.coding.coder import Analysis
from tidings.coding.ends import SOURCE, TARGET, Ends, with_ends
from tidings.coding.fallback import by_words, on_path
from tidings.coding.learned.between import between
from tidings.coding.upward import upward
from tidings.records.event import Aux

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.coder import EventCoder
    from tidings.coding.draft import Draft
    from tidings.coding.ends import Span
    from tidings.records import Document, Mentions, Token

PRIOR = "ACCUSE"
WITH_BOTH, WITH_ONE, ON_PATH, BY_WORDS, BY_PRIOR = 0.8, 0.5, 0.4, 0.25, 0.1
BOTH, SOURCE_ACTS, REVERSED, TARGET_RECEIVES, ELSEWHERE = 1.2, 0.7, 0.65, 0.6, 0.3
"""What a draft counts for by its parties. Only one with both spans in their roles answers without being
forced; of one alone, what the source does tells more of the pair than what is done to the target."""
NEAR, ASIDE = 0.1, 0.15
"""What a draft gains on the path between the spans, and loses where it is told aside."""
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


def relate(
    coder: EventCoder,
    document: Document,
    mentions: Mentions,
    source: Span | None,
    target: Span | None,
    *,
    force: bool = False,
) -> Relation:
    """Return the relation between two spans (character offsets, end exclusive; None for an unknown party)."""
    ends = Ends.of(document, source, target)
    if not ends.given():
        return Relation()
    analysis = Analysis(coder, document, with_ends(document, mentions, ends), political=False)
    drafts = analysis.drafts()
    told = _by_frames(analysis, drafts, ends, force=force)
    if coder.judge is not None:
        told = weighed(told, between(coder.judge, analysis, drafts, SOURCE, TARGET), force=force)
    return _in_one_type(told, coder)


def _by_frames(analysis: Analysis, drafts: Sequence[Draft], ends: Ends, *, force: bool) -> Relation:
    """Return the relation by the grade of its evidence."""
    fits = [(_fit(d, ends), d) for d in drafts]
    value, best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
    if best is not None and _parties(best, ends) == BOTH:
        return _of(best, WITH_BOTH)
    if not force:
        return Relation()
    if best is not None and value > 0:
        return _of(best, WITH_ONE)
    path = on_path(analysis, ends)
    if path is not None:
        return _of(path, ON_PATH)
    words = by_words(analysis, ends)
    if words is not None:
        return Relation(type=words.type, aux=words.aux, confidence=BY_WORDS, why="words of the sentence")
    return Relation(type=PRIOR, confidence=BY_PRIOR, why="no evidence: the commonest type")


def weighed(told: Relation, scores: dict[str, float], *, force: bool) -> Relation:
    """Return the frames' relation, or the type that the learned part holds for likelier by far.

    `scores` are those of `learned.between`. The frames' type is raised by `TRUST`, by their confidence.
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


def _in_one_type(told: Relation, coder: EventCoder) -> Relation:
    """Return the relation with its auxiliary mode said by the type, where a type says it."""
    rule = rules.first(coder.codebook.rules.relations, told.type, told.aux)
    if rule is None:
        return told
    return msgspec.structs.replace(told, type=rule.to, mode=rule.mode, aux=rules.left(rule, told.aux))


def _fit(draft: Draft, ends: Ends) -> float:
    """How well a draft's parties are the two spans, 0 to about 1.3; its confidence decides between equals."""
    value = _parties(draft, ends)
    if not value:
        return 0.0
    above = [*upward(draft.predicate.token)]
    value += NEAR * (above[0] in ends.path()) - ASIDE * _is_aside(ends, above)
    return value + draft.confidence / 20 - (len(above) - 1) / 100


def _is_aside(ends: Ends, above: Sequence[Token]) -> bool:
    """Whether the sentence tells the draft beside what it is about.

    A participle or a relative clause may say who one of them is ("the coalition fighting rebels"), a clause
    with a conjunction when or why ("until they meet our demands").
    """
    if above[0].deprel.startswith("acl") and any(above[0].head is end.head for end in ends.given()):
        return True
    return any(
        t.deprel in {"advcl", "acl:relcl"} and any(c.deprel == "mark" for c in t.children) for t in above
    )


def _parties(draft: Draft, ends: Ends) -> float:
    """How well the draft's parties are the two spans, or the one that is given."""
    actor, recipient = draft.actor_ids(), draft.recipient_ids()
    if (SOURCE in actor and TARGET in recipient) or {SOURCE, TARGET} <= actor:
        return BOTH
    if TARGET in actor and SOURCE in recipient:
        return REVERSED
    if SOURCE in actor:
        return SOURCE_ACTS if ends.target is not None else BOTH
    if TARGET in recipient:
        return TARGET_RECEIVES if ends.source is not None else BOTH
    return ELSEWHERE if SOURCE in recipient or TARGET in actor else 0.0


def _of(draft: Draft, confidence: float) -> Relation:
    return Relation(
        type=draft.type,
        mode=draft.mode,
        aux=draft.aux,
        confidence=round(confidence * draft.confidence, 3),
        why=draft.match.frame.name,
    )
