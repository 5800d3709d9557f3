"""What stands around a predicate beside its phrases: modal verbs, words that deny it, who says it, to whom.

The slots `modal`, `negation`, `passive`, `speaker` and `addressee` of a frame. A frame with a condition on
`negation` or `modal` says itself what they mean, and the event has no auxiliary mode of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import cues as at_hand
from tidings.coding.cues import NEGATING, CueLists

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.predicate import Predicate
    from tidings.records import Token
    from tidings.records.event import Aux

ADDRESSED = ("object", "indirect", "of")
DEPTH = 8
REPORTED = frozenset({"ccomp", "parataxis"})
SPENT: dict[str, tuple[Aux, ...]] = {"negation": ("negation",), "modal": ("future", "hypothetical")}
"""The auxiliary modes that a condition on a slot uses up."""


class Stances:
    """Finds the fillers of the slots by the codebook's cues, in any document."""

    def __init__(self, codebook: Codebook) -> None:
        self._denying = CueLists(codebook.modality.negation)
        self._conditions = frozenset(codebook.modality.hypothetical.conditions)
        self._reporting = frozenset(codebook.light_verbs.reporting)

    def fillers(self, predicate: Predicate, slot: str) -> list[Token] | None:
        """Return the fillers of a slot on the predicate itself; None if it is none of these."""
        if slot == "modal":
            return self._modals(_finite(predicate))
        if slot == "negation":
            return self._negations(predicate)
        if slot == "passive":
            return [predicate.token] if predicate.passive else []
        return None

    def _modals(self, verb: Token) -> list[Token]:
        """Return the modal verbs of a clause that is no condition: "if Oslo will not sign"."""
        if any(c.deprel == "mark" and at_hand.mark(c) in self._conditions for c in verb.children):
            return []
        return [c for v in at_hand.sharing(verb) for c in v.children if c.xpos == "MD"]

    def _negations(self, predicate: Predicate) -> list[Token]:
        """Return what denies a predicate: an adverb, a determiner of it or of a party, a phrase."""
        cues, verb = self._denying, _finite(predicate)
        found = [
            c for holder in at_hand.sharing(verb) for c in holder.children
            if c.deprel in NEGATING and at_hand.adverb(c) in cues.adverbs
        ]  # fmt: skip
        found += [c for c in predicate.token.children if c.deprel == "det" and c.lower in cues.determiners]
        if not found and (at_hand.negated_argument(cues, predicate) or at_hand.phrase(cues, predicate)):
            found.append(verb)
        return found

    def teller(self, predicate: Predicate) -> Token | None:
        """Return the reporting verb above or beside a predicate, by which somebody says what it tells."""
        at = _finite(predicate)
        for _ in range(DEPTH):
            beside = [c for c in at.children if c.deprel == "parataxis"]
            above = [at.head] if at.head is not None and at.deprel in REPORTED else []
            found = next((v for v in (*beside, *above) if self._reports(v)), None)
            if found is not None or at.head is None:
                return found
            at = at.head
        return None

    def _reports(self, verb: Token) -> bool:
        return verb.lemma.lower() in self._reporting


def addressees(saying: Predicate) -> list[Token]:
    """Return to whom or of whom something is said: "told Oslo", "wrote to Oslo", "said of Oslo"."""
    told = (t for slot in ADDRESSED for t in saying.slots.get(slot, ()) if t.upos != "VERB")
    return list(dict.fromkeys(told))


def _finite(predicate: Predicate) -> Token:
    """Return the verb that tells a predicate's time: for "there will be no talks" that of being."""
    token = predicate.carrier or predicate.token
    head = token.head
    if predicate.pos == "noun" and head is not None and token.deprel == "nsubj":
        return head if any(c.deprel == "expl" for c in head.children) else token
    return token
