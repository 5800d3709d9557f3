"""The auxiliary modes of an event: negation, future, hypothetical, historical.

The cues are the codebook's (`modality.toml`). They count on the predicate, on the verb that carries it, on
verbs it shares its auxiliaries with, and on what governs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import cues as at_hand
from tidings.coding import syntax
from tidings.coding.assertion import Assertion
from tidings.coding.circumstance import is_past
from tidings.coding.cues import CueLists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Token
    from tidings.records.event import Aux

ORDER: tuple[Aux, ...] = ("historical", "future", "hypothetical", "negation")
CONDITION = frozenset({"if", "unless"})
DEPTH = 6


class Modality:
    """Decides the auxiliary modes of predicates in any document."""

    def __init__(self, codebook: Codebook) -> None:
        m = codebook.modality
        self._cues: dict[Aux, CueLists] = {
            "negation": CueLists(m.negation),
            "future": CueLists(m.future),
            "hypothetical": CueLists(m.hypothetical),
            "historical": CueLists(m.historical),
        }
        self._backshifted = frozenset(m.future.reported)
        self._undating = frozenset(m.historical.undating)
        self.assertion = Assertion(codebook)
        self._reporting = frozenset(codebook.light_verbs.reporting)

    def modes(self, predicate: Predicate, document: Document, dates: Iterable[Date]) -> tuple[Aux, ...]:
        """Return the event's auxiliary modes in the record's order."""
        found: set[Aux] = set()
        for mode, cues in self._cues.items():
            if self._holds(mode, cues, predicate):
                found.add(mode)
        if self.assertion.is_asked(predicate):
            found.add("hypothetical")
        if is_past(predicate, document, dates, self._undating):
            found.add("historical")
        if "hypothetical" in found:
            found.discard("future")
        return tuple(mode for mode in ORDER if mode in found)

    def _holds(self, mode: Aux, cues: CueLists, predicate: Predicate) -> bool:
        if mode == "historical":
            return at_hand.phrase(cues, predicate)
        carriers = [predicate.token]
        if predicate.carrier is not None and predicate.carrier is not predicate.token:
            carriers.append(predicate.carrier)
        planned = mode == "future" and any(
            at_hand.is_planned(v) for c in carriers for v in at_hand.sharing(c)
        )
        if planned or any(self._on_verb(cues, carrier) for carrier in carriers):
            return True
        if predicate.pos == "noun" and at_hand.on_noun(cues, predicate.token):
            return True
        if mode == "negation" and at_hand.negated_argument(cues, predicate):
            return True
        if mode == "future" and at_hand.phrase(cues, predicate):
            return not at_hand.has_past(carriers[-1])
        return self._governed(mode, cues, carriers[-1])

    def _on_verb(self, cues: CueLists, verb: Token) -> bool:
        """Whether a cue stands on the verb itself, or on the first of coordinated verbs that share it."""
        for holder in at_hand.sharing(verb):
            for c in holder.children:
                relation = c.deprel.partition(":")[0]
                if relation in {"aux", "cop"} and self._auxiliary_holds(cues, c.lower, holder):
                    return True
                if relation in {"advmod", "cc", "det"} and c.lower in cues.adverbs:
                    return True
                if relation in {"mark", "case"} and holder is verb and at_hand.mark(c) in cues.marks:
                    return True
        return False

    def _auxiliary_holds(self, cues: CueLists, auxiliary: str, verb: Token) -> bool:
        if auxiliary in self._backshifted and self._is_reported(verb):
            return auxiliary in cues.reported
        return auxiliary in cues.auxiliaries

    def _is_reported(self, verb: Token) -> bool:
        """Whether a past reporting verb stands above the verb, or after it, and no condition hangs on it."""
        if any(c.deprel == "advcl" and any(g.lower in CONDITION for g in c.children) for c in verb.children):
            return False
        tellers = [c for c in verb.children if c.deprel == "parataxis"]
        if verb.deprel == "ccomp" and verb.head is not None:
            tellers.append(verb.head)
        return any(t.lemma.lower() in self._reporting and t.xpos in {"VBD", "VBN"} for t in tellers)

    def _governed(self, mode: Aux, cues: CueLists, token: Token) -> bool:
        """Whether a governing verb, noun or adjective puts the predicate under the mode."""
        at = token
        for step in range(DEPTH):
            head, relation = at.head, at.deprel
            if head is None or relation.startswith("acl:relcl"):
                return False
            if (
                relation in {"obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj"}
                and step == 0
                and at.upos in {"NOUN", "PROPN"}
            ):
                if mode != "negation" and at_hand.governing_noun_phrase(cues, at, head):
                    return True
                if relation != "conj":
                    return False
            elif relation in {"xcomp", "advcl", "acl", "ccomp", "csubj"}:
                if self._governs(mode, cues, at, head, relation):
                    return True
            elif relation not in {"conj", "parataxis"}:
                return False
            at = head
        return False

    def _governs(self, mode: Aux, cues: CueLists, at: Token, head: Token, relation: str) -> bool:
        finite = syntax.is_finite(at)
        if relation == "advcl" and finite:
            return False
        if finite and head.lemma.lower() in self._reporting:
            return False
        words = {"VERB": cues.verbs, "AUX": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(
            head.upos
        )
        if words is not None and words.has(head):
            if relation == "advcl" and not at_hand.is_complement(at):
                return False
            return mode != "future" or not finite
        if relation in {"xcomp", "ccomp", "csubj"} or at_hand.is_complement(at):
            return self._on_verb(cues, head) and not (finite and mode == "negation")
        return False
