"""Whom an answer is directed at where its own clause does not say: who did or said what is answered.

"Oslo asked Bern for aid; Bern refused": the refusal goes to Oslo. "Kenya shelled the town. Chad condemned
the attack": the blame goes to Kenya.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.records import Document, Token

ANAPHORS = frozenset({"the", "this", "these", "that", "such", "both", "all"})
PRONOUNS = frozenset({"it", "this", "that", "them", "which"})
OWN_CONTENT = frozenset({"nmod", "acl", "compound", "amod"})
DEPTH = 8


class Addressees:
    """Gives answers without a recipient that of the deed that they answer."""

    def __init__(self, codebook: Codebook, document: Document) -> None:
        self._answered = {kind: frozenset(types) for kind, types in codebook.rules.answers.items()}
        self._voiced = {kind: frozenset(types) for kind, types in codebook.rules.voiced.items()}
        self._order = {id(sentence): i for i, sentence in enumerate(document.sentences)}

    def fill(self, drafts: Sequence[Draft], beside: Sequence[Draft]) -> None:
        """Set the recipients of the drafts that answer another one, or say by another what they are for.

        `beside` are the drafts with those that are told within another.
        """
        for draft in drafts:
            if draft.type in self._voiced and _may_answer(draft):
                voice = next((d for d in beside if self._says_why(d, draft)), None)
                draft.recipient = voice.recipient if voice is not None else []
            if draft.type in self._answered and _may_answer(draft):
                deed = next(self._deeds(draft, drafts), None)
                draft.recipient = deed.actor if deed is not None else []

    def _says_why(self, voice: Draft, draft: Draft) -> bool:
        """Whether the same actors say in the same sentence what they want: "marched, urging Oslo to"."""
        if voice.type not in self._voiced[draft.type] or voice.actor_ids() != draft.actor_ids():
            return False
        same = voice.predicate.token.sentence is draft.predicate.token.sentence
        return same and any(hit.direct for hit in voice.recipient)

    def _deeds(self, answer: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield the deeds that may be answered: done to who answers, told beneath, or spoken of."""
        near = [d for d in drafts if d.type in self._answered[answer.type] and self._is_near(d, answer)]
        before = [d for d in reversed(near) if d.position < answer.position]
        yield from (d for d in before if d.recipient_ids() & answer.actor_ids())
        yield from (d for d in near if _is_under(d, answer))
        if _refers_back(answer):
            yield from before

    def _is_near(self, deed: Draft, answer: Draft) -> bool:
        """Whether somebody else did the deed, in the sentence of the answer or the one before."""
        if not deed.actor or deed.actor_ids() & answer.actor_ids():
            return False
        sentences = (d.predicate.token.sentence for d in (deed, answer))
        first, second = (self._order[id(sentence)] for sentence in sentences)
        return 0 <= second - first <= 1


def _may_answer(draft: Draft) -> bool:
    if not draft.actor or draft.recipient:
        return False
    return not (draft.match.frame.entry.reciprocal and len(draft.actor) > 1)


def _is_under(deed: Draft, answer: Draft) -> bool:
    """Whether the deed is told in an adverbial clause of the answer: "voiced concern after Oslo expelled"."""
    tops = (answer.predicate.token, answer.predicate.carrier)
    at: Token | None = deed.predicate.carrier or deed.predicate.token
    for _ in range(DEPTH):
        if at is None:
            return False
        if at.deprel.startswith("advcl") and any(at.head is top for top in tops if top is not None):
            return True
        if at.deprel.startswith("acl"):
            return False
        at = at.head
    return False


def _refers_back(answer: Draft) -> bool:
    """Whether the answer names what it answers only by a word for it, or not at all."""
    words = {slot for slot, _ in answer.match.frame.needs}
    things = [
        t for slot in ("object", "to", "with") if slot not in words for t in answer.predicate.fillers(slot)
    ]
    return all(_is_anaphor(t) for t in things)


def _is_anaphor(token: Token) -> bool:
    if token.upos in {"PRON", "DET"}:
        return token.lower in PRONOUNS
    return not any(c.deprel.partition(":")[0] in OWN_CONTENT for c in token.children) and any(
        c.lower in ANAPHORS for c in token.children if c.deprel.startswith("det")
    )
