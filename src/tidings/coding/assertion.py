"""Whether a text tells a deed as done: not what it denies, asks, or says of all times.

Cues: the habitual words of `rules.toml`; for denials and questions see `denials` and `questions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.denials import Denials
from tidings.coding.questions import Questions
from tidings.coding.tags import PRESENT

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.records import Token


class Assertion:
    """Decides of predicates in any document whether their deed is told as done."""

    def __init__(self, codebook: Codebook) -> None:
        rules = codebook.rules
        self.is_denied = Denials(codebook).is_denied
        self.is_asked = Questions(codebook).is_asked
        self._habitual = frozenset(rules.habitual)
        self._habitual_adjectives = frozenset(rules.habitual_adjectives)
        self._speech_types = frozenset(rules.speech_types)

    def is_habitual(self, predicate: Predicate) -> bool:
        """Whether the clause tells what happens again and again, or only weighs what would follow from it."""
        verbs = (predicate.token, predicate.carrier or predicate.token)
        if any(self._is_usual(verb) or _is_weighed(verb) for verb in verbs):
            return True
        return any(c.deprel == "advmod" and c.lower in self._habitual for v in verbs for c in v.children)

    def _is_usual(self, verb: Token) -> bool:
        """Whether "it is common to" stands above an infinitive."""
        head = verb.head
        if (
            head is None
            or verb.xpos != "VB"
            or not verb.deprel.startswith(("csubj", "xcomp", "ccomp", "advcl"))
        ):
            return False
        return head.upos == "ADJ" and head.lemma.lower() in self._habitual_adjectives

    def is_generic(self, predicate: Predicate, kind: str) -> bool:
        """Whether a deed is told in the simple present outside a headline; words may be ("accuses")."""
        verb = predicate.carrier or predicate.token
        if kind in self._speech_types or verb.sentence.kind == "title" or verb.xpos not in PRESENT:
            return False
        return not any(c.deprel.startswith("aux") for c in verb.children)


def _is_weighed(verb: Token) -> bool:
    """Whether a deed is the subject of what would or will come of it: "leaving the bloc would be madness"."""
    head = verb.head
    if head is None or verb.xpos not in {"VB", "VBG"}:
        return False
    if not verb.deprel.startswith("csubj"):
        return _opens_before_modal(verb)
    return any(c.xpos == "MD" and c.deprel.startswith("aux") for c in head.children)


def _opens_before_modal(verb: Token) -> bool:
    """Whether a sentence begins with the verb's phrase, and a modal that is not its own follows."""
    tokens = verb.sentence.tokens
    inside = {t.i for t in verb.subtree()}
    here = verb.i - tokens[0].i
    if any(t.xpos not in {"TO", "``", "''"} for t in tokens[:here]):
        return False
    after = next((t for t in tokens[here:] if t.i not in inside), None)
    return after is not None and after.xpos == "MD" and tokens[after.i - tokens[0].i - 1].upos != "PUNCT"
