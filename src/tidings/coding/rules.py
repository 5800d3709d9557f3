"""What happens to drafts after matching: rewrites by modality, suppression beside stronger events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tidings.codebook import Codebook
    from tidings.codebook.schema import Rewrite, Suppression
    from tidings.coding.draft import Draft
    from tidings.records.event import Aux


def rewrite(draft: Draft, codebook: Codebook) -> None:
    """Apply the first rewrite whose type and auxiliary mode hold: future CONSULT becomes AGREE."""
    rule = first(codebook.rules.rewrites, draft.type, draft.aux)
    if rule is not None:
        draft.type, draft.mode, draft.aux = rule.to, rule.mode, left(rule, draft.aux)
        if rule.one_sided:
            draft.take_sides()


def first(rules: Iterable[Rewrite], kind: str | None, aux: Sequence[Aux]) -> Rewrite | None:
    """Return the first rule for the type whose auxiliary modes are all there."""
    return next((r for r in rules if kind in r.types and {r.aux, r.also} - {None} <= set(aux)), None)


def left(rule: Rewrite, aux: Sequence[Aux]) -> tuple[Aux, ...]:
    """Return the auxiliary modes that the rule does not spend."""
    return tuple(mode for mode in aux if mode not in {rule.aux, rule.also})


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
