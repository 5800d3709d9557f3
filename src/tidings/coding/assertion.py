"""Whether a text tells a deed as done: not what it denies, asks, or says of all times.

Cues: the habitual words of `rules.toml`; for denials and questions see `denials` and `questions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.denials import Denials
from tidings.coding.questions import Questions

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
        """Whether the clause tells what happens again and again: a general statement, no event."""
        verbs = (predicate.token, predicate.carrier or predicate.token)
        if any(self._is_usual(verb) for verb in verbs):
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
        if kind in self._speech_types or verb.sentence.kind == "title" or verb.xpos not in {"VBZ", "VBP"}:
            return False
        return not any(c.deprel.startswith("aux") for c in verb.children)
