"""Cues on a verb and above it: auxiliaries and adverbs, and the verb, noun or adjective that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import cues as at_hand
from tidings.coding import syntax
from tidings.coding.tags import PRESENT

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.cues import CueLists
    from tidings.records import Token
    from tidings.records.event import Aux

DEPTH = 6
PAST = frozenset({"VBD", "VBN"})
PHRASAL = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj"})
CLAUSAL = frozenset({"xcomp", "advcl", "acl", "ccomp", "csubj"})
LOOSE = frozenset({"conj", "parataxis"})
UNTIL = "until"


class Governing:
    """Finds the cues of one auxiliary mode on verbs and their governors, in any document."""

    def __init__(self, codebook: Codebook) -> None:
        hypothetical = codebook.modality.hypothetical
        self._backshifted = frozenset(codebook.modality.future.reported)
        self._reporting = frozenset(codebook.light_verbs.reporting)
        self._attempted = frozenset(codebook.rules.attempted_types)
        self._decided = frozenset(codebook.rules.decided_types)
        self._conditions = frozenset(hypothetical.conditions)

    def on_verb(self, mode: Aux, cues: CueLists, verb: Token) -> bool:
        """Whether a cue stands on the verb itself, or on the first of coordinated verbs that share it."""
        if mode == "negation" and at_hand.is_outstanding(verb):
            return True
        for holder in at_hand.sharing(verb):
            for c in holder.children:
                relation = c.deprel.partition(":")[0]
                if relation in {"aux", "cop"} and self._auxiliary_holds(cues, c.lower, holder):
                    return True
                if relation in {"advmod", "cc", "det"} and not cues.adverbs.isdisjoint(
                    {c.lower, at_hand.adverb(c)}
                ):
                    return True
                if relation in {"mark", "case"} and holder is verb and _marks(cues, c, verb):
                    return True
        return False

    def _auxiliary_holds(self, cues: CueLists, auxiliary: str, verb: Token) -> bool:
        if auxiliary in self._backshifted and self._is_reported(verb):
            return auxiliary in cues.reported
        if at_hand.is_guess(verb, auxiliary, cues.guesses):
            return False
        return auxiliary in cues.auxiliaries

    def _is_reported(self, verb: Token) -> bool:
        """Whether a past reporting verb stands above the verb, or after it.

        In the present ("the ministry says it would send"), and where a condition hangs on it, it must be the
        speaker's own deed.
        """
        tellers = [c for c in verb.children if c.deprel == "parataxis"]
        if verb.deprel == "ccomp" and verb.head is not None:
            tellers.append(verb.head)
        own = any(c.deprel.startswith("nsubj") and c.xpos == "PRP" for c in verb.children)
        if not own and self.has_condition(verb):
            return False
        tenses = PAST | PRESENT if own else PAST
        return any(t.lemma.lower() in self._reporting and t.xpos in tenses for t in tellers)

    def has_condition(self, verb: Token) -> bool:
        """Whether a clause with "if", "provided" or inverted order hangs on the verb."""
        clauses = [c for c in verb.children if c.deprel == "advcl"]
        return any(
            at_hand.is_inverted(clause) or any(at_hand.mark(g) in self._conditions for g in clause.children)
            for clause in clauses
        )

    def governed(self, mode: Aux, cues: CueLists, token: Token, kind: str | None) -> bool:
        """Whether a governing verb, noun or adjective puts an event of type `kind` under the mode."""
        head = token.head
        if head is not None and token.deprel in PHRASAL and token.upos in {"NOUN", "PROPN"}:
            if mode != "negation" and at_hand.governing_noun_phrase(cues, token, head):
                return not at_hand.is_enacted(head, cues.enacting)
            if token.deprel != "conj":
                return False
        at = token
        for _ in range(DEPTH):
            above = at.head
            if above is None or not self._goes_on(at, above):
                return (
                    at.deprel in CLAUSAL and above is not None and self._governs(mode, cues, at, above, kind)
                )
            if at.deprel in CLAUSAL and self._governs(mode, cues, at, above, kind):
                return True
            at = above
        return False

    def _goes_on(self, at: Token, head: Token) -> bool:
        """Whether what governs the head may govern a clause too: it tells nothing of its own beside it."""
        if at.deprel in CLAUSAL:
            return at.deprel != "advcl" or not (syntax.is_finite(at) or not at_hand.is_complement(at))
        return at.deprel in LOOSE and (syntax.is_finite(head) or not syntax.is_finite(at))

    def _governs(self, mode: Aux, cues: CueLists, at: Token, head: Token, kind: str | None) -> bool:
        finite, relation = syntax.is_finite(at), at.deprel
        if finite and (relation == "advcl" or head.lemma.lower() in self._reporting):
            return False
        if mode == "negation" and not finite and head.upos == "NOUN" and at_hand.on_noun(cues, head):
            return True  # "has no plan to"
        if self._is_cue(cues, head, kind):
            return at_hand.is_complement(at) and (mode != "future" or not finite)
        if relation in {"xcomp", "ccomp", "csubj"} or at_hand.is_complement(at):
            return self.on_verb(mode, cues, head) and not (finite and mode == "negation")
        return False

    def _is_cue(self, cues: CueLists, head: Token, kind: str | None) -> bool:
        """Whether a governing word is a cue: no attempt or decision that counts as the deed, no law."""
        words = {"VERB": cues.verbs, "AUX": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(
            head.upos
        )
        if words is None or not words.has(head):
            return False
        if kind in self._attempted and cues.attempts.has(head):
            return False
        if kind in self._decided and cues.decisions.has(head):
            return False
        if cues.progressive.has(head) and head.xpos != "VBG":
            return False
        if cues.achieved.has(head) and at_hand.has_past_copula(head):
            return False
        return not at_hand.is_enacted(head, cues.enacting)


def _marks(cues: CueLists, word: Token, verb: Token) -> bool:
    """Whether a clause's mark is a cue; what was done "until it ended" tells that it has ended."""
    name = at_hand.mark(word)
    if name not in cues.marks:
        return False
    above = verb.head
    return not (name == UNTIL and at_hand.has_past(verb) and above is not None and above.xpos == "VBD")
