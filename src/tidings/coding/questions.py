"""What is only asked: yes-or-no questions, and clauses with "whether"; "why did …" grants the deed.

Cues: `[question]` in `modality.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding.tags import FINITE

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.records import Token

DEPTH = 8
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
SHARING = frozenset({"xcomp", "conj", "obj", "obl", "nmod", "nsubj", "nsubj:pass"})


class Questions:
    """Decides of predicates in any document whether a question asks for their deed."""

    def __init__(self, codebook: Codebook) -> None:
        question = codebook.modality.question
        self._granting = frozenset(question.granting_marks)
        self._asking = frozenset(question.asking_marks)
        self._factive = WordList(question.factives)

    def is_asked(self, predicate: Predicate) -> bool:
        """Whether a question asks for the deed, direct or with "whether"."""
        verb = predicate.carrier or predicate.token
        if any(c.lower in self._asking for c in verb.children if c.deprel == "mark"):
            return True
        if not _before_question_mark(verb):
            return False
        if verb.upos == "NOUN" and any(c.lower in DEFINITE or c.deprel == "nmod:poss" for c in verb.children):
            return False
        return not self._is_granted(verb)

    def _is_granted(self, verb: Token) -> bool:
        """Whether a question takes a clause for granted: "why did …", "after …", "do you know why …"."""
        at = verb
        for _ in range(DEPTH):
            if _has_question_word(at) or (at.deprel in {"acl", "acl:relcl"} and at.xpos != "VB"):
                return True
            if at.head is None or at.deprel not in SHARING:
                return at.head is not None and self._stands_granted(at, at.head)
            at = at.head
        return False

    def _stands_granted(self, clause: Token, head: Token) -> bool:
        """Whether a finite clause under a question is granted: "after he …", "does he regret that …"."""
        if clause.deprel == "advcl":
            marks = {c.lower for c in clause.children if c.deprel in {"mark", "case", "advmod"}}
            return bool(marks & self._granting)
        return clause.deprel == "ccomp" and self._factive.has(head)


def _has_question_word(verb: Token) -> bool:
    """Whether "why", "how", "whom" stands in a verb's clause before it, and it happened: no "how could"."""
    asked = [c for c in verb.children if c.i < verb.i and _is_question_word(c)]
    if not asked:
        return False
    modals = [c for c in verb.children if c.xpos == "MD"]
    if modals:
        return all(c.lower in {"will", "wo"} for c in modals) and asked[0].lower == "why"
    return verb.xpos in FINITE or any(
        c.xpos in FINITE and c.deprel.startswith(("aux", "cop")) for c in verb.children
    )


def _is_question_word(token: Token) -> bool:
    if token.deprel in {"advcl", "ccomp", "acl:relcl"}:
        return False
    return any(t.xpos in QUESTION_WORDS for t in (token, *token.children))


def _before_question_mark(token: Token) -> bool:
    """Whether a question mark follows in the sentence, with no quotation mark between."""
    tokens = token.sentence.tokens
    for later in tokens[token.i - tokens[0].i :]:
        if later.text in QUOTES:
            return False
        if "?" in later.text:
            return True
    return False
