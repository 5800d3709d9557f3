"""What happens to drafts after matching: rewrites by modality, suppression, merging of tellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.codebook.schema import Suppression
    from tidings.coding.draft import Draft
    from tidings.records import Token

GROUPING = frozenset({"conj", "xcomp", "ccomp"})


def rewrite(draft: Draft, codebook: Codebook) -> None:
    """Apply the first rewrite whose type and auxiliary mode hold: future CONSULT becomes AGREE."""
    for rule in codebook.rules.rewrites:
        spent = {rule.aux, rule.also} - {None}
        if draft.type in rule.types and spent <= set(draft.aux):
            draft.type = rule.to
            draft.mode = rule.mode
            draft.aux = tuple(a for a in draft.aux if a not in spent)
            return


def suppress(drafts: Sequence[Draft], codebook: Codebook) -> list[Draft]:
    """Drop drafts that the codebook does not code: mere possibilities, or beside a stronger event."""
    real = frozenset(codebook.rules.done_types)
    return [
        d for d in drafts
        if not ("hypothetical" in d.aux and d.type in real)
        and not any(_beats(rule, other, d) for rule in codebook.rules.suppressions for other in drafts)
    ]  # fmt: skip


def _beats(rule: Suppression, other: Draft, d: Draft) -> bool:
    if d.type != rule.drop or other.type != rule.beside or d.aux != other.aux:
        return False
    if rule.drop_mode not in {None, d.mode} or rule.beside_mode not in {None, other.mode}:
        return False
    if rule.same_sentence and d.predicate.token.sentence is not other.predicate.token.sentence:
        return False
    return bool(d.actor_ids() & other.actor_ids() or d.recipient_ids() & other.recipient_ids())


def merge(drafts: Sequence[Draft], codebook: Codebook) -> list[Draft]:
    """Join drafts that tell the same event; the first telling with most parties stands for all.

    What is told as happening at all times is dropped beside a dated event, which it does not tell.
    """
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if _same_event(k, draft, codebook)), None)
        if same is None:
            kept.append(draft)
        elif same.generic and draft.day and not draft.generic:
            kept[kept.index(same)] = draft
        elif not (draft.generic and same.day):
            _absorb(same, draft)
    return kept


def _same_event(a: Draft, b: Draft, codebook: Codebook) -> bool:
    """Whether two drafts tell one event: same type, and parties, days and aux that agree."""
    if a.type != b.type or (a.day and b.day and a.day != b.day):
        return False
    if a.type in codebook.rules.one_in_group and _said_at_once(a, b):
        return True
    return a.aux == b.aux and _tell_the_same(a, b, codebook)


def _tell_the_same(a: Draft, b: Draft, codebook: Codebook) -> bool:
    """Whether modes and parties of two drafts of one type do not contradict each other."""
    if a.mode != b.mode and {f"{d.type}.{d.mode}" for d in (a, b)} & set(codebook.rules.own_deeds):
        return False
    if not _modes_agree(a, b) and not (a.type in codebook.rules.one_in_sentence and _coordinated(a, b)):
        return False
    if b.predicate.carrier is a.predicate.token or a.predicate.carrier is b.predicate.token:
        return True  # "met for talks": the noun repeats its verb
    parties_a, parties_b = a.actor_ids() | a.recipient_ids(), b.actor_ids() | b.recipient_ids()
    if a.actor_ids() != b.actor_ids():
        reciprocal = a.match.frame.entry.reciprocal or b.match.frame.entry.reciprocal
        return reciprocal and (parties_a <= parties_b or parties_b <= parties_a)
    one_sentence = a.predicate.token.sentence is b.predicate.token.sentence
    if one_sentence and (a.type in codebook.rules.one_in_sentence or _linked(a, b)):
        return True
    return a.recipient_ids() <= b.recipient_ids() or b.recipient_ids() <= a.recipient_ids()


def _modes_agree(a: Draft, b: Draft) -> bool:
    return a.mode == b.mode or a.mode is None or b.mode is None


def _said_at_once(a: Draft, b: Draft) -> bool:
    """Whether coordinated or governed verbs say one thing of one actor: "will comply and agrees to help"."""
    if a.actor_ids() != b.actor_ids() or ("negation" in a.aux) != ("negation" in b.aux):
        return False
    ids_a, ids_b = a.recipient_ids(), b.recipient_ids()
    return _group(a) is _group(b) and (ids_a <= ids_b or ids_b <= ids_a)


def _group(draft: Draft) -> Token:
    """Return the verb at the top of the predicate group: above coordination and complements."""
    at = draft.predicate.carrier or draft.predicate.token
    while at.deprel in GROUPING and at.head is not None:
        at = at.head
    return at


def _coordinated(a: Draft, b: Draft) -> bool:
    """Whether two verbs say one deed of the same parties: "shot and killed the suspect"."""
    if a.actor_ids() != b.actor_ids() or a.recipient_ids() != b.recipient_ids():
        return False
    tokens = a.predicate.token, b.predicate.token
    return any(x.deprel == "conj" and x.head is y for x, y in (tokens, tokens[::-1]))


def _linked(a: Draft, b: Draft) -> bool:
    """Whether the one predicate hangs on the other: "attacked X, killing Y", "the strike killed X"."""
    for upper, lower in ((a, b), (b, a)):
        at = lower.predicate.token
        if at.deprel in {"advcl", "xcomp", "nsubj", "obl:agent"} and at.head is upper.predicate.token:
            return True
    return False


def _absorb(kept: Draft, other: Draft) -> None:
    if any(h.direct for h in other.recipient) and not any(h.direct for h in kept.recipient):
        kept.recipient = other.recipient
    if len(other.actor_ids()) > len(kept.actor_ids()):
        kept.actor = other.actor
        kept.recipient = other.recipient
    kept.mode = kept.mode or other.mode
    kept.day = kept.day or other.day
    kept.confidence = max(kept.confidence, other.confidence)
    kept.tellings.extend(other.tellings)
