"""Whether a text tells a deed as done: not what it denies, asks, or says of all times.

Cues: `[denial]` and `[question]` in `modality.toml`, the habitual words of `rules.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases, syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.records import Token

DEPTH = 8
FINITE = frozenset({"VBD", "VBZ", "VBP"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
QUESTION_WORDS = frozenset({"WRB", "WP", "WDT", "WP$"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
SHARING = frozenset({"xcomp", "conj", "obj", "obl", "nmod", "nsubj", "nsubj:pass"})
CONTENT = frozenset({"acl", "acl:relcl", "ccomp", "nmod", "xcomp"})
PHRASAL = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "conj", "compound", "appos"})
CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "conj"})


class Assertion:
    """Decides of predicates in any document whether their deed is told as done."""

    def __init__(self, codebook: Codebook) -> None:
        modality, rules = codebook.modality, codebook.rules
        denial, question = modality.denial, modality.question
        self._deny = WordList(denial.verbs)
        self._dismiss = WordList(denial.dismissals)
        self._label = WordList(denial.labels)
        self._admit = WordList(denial.admissions)
        self._reports = WordList(denial.reports)
        self._denials = WordList(denial.nouns)
        self._untrue = WordList(denial.untrue)
        self._true = WordList(denial.true)
        self._negation = frozenset((*modality.negation.adverbs, *modality.negation.determiners))
        self._granting = frozenset(question.granting_marks)
        self._asking = frozenset(question.asking_marks)
        self._factive = WordList(question.factives)
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

    def is_denied(self, predicate: Predicate) -> bool:
        """Whether the deed is what somebody denies: "denied that …", "dismissed reports that …".

        To deny a deed is no event either.
        """
        if self._deny.has(predicate.token) and any(_is_deed(c) for c in predicate.token.children):
            return True
        for at, head in _upward(predicate.carrier or predicate.token):
            if self._denies(at, head) or self._is_false_content(at, head):
                return True
        return False

    def _denies(self, at: Token, head: Token) -> bool:
        """Whether a verb or noun of denial, or "it is untrue", governs a clause."""
        if _is_deed(at) and (self._deny.has(head) or (self._admit.has(head) and self._is_negated(head))):
            return True
        if self._denials.has(head) and at.deprel in CONTENT and _is_content(at):
            return True
        return at.deprel in CLAUSAL - {"conj"} and syntax.is_finite(at) and self._says_untrue(head)

    def _is_false_content(self, at: Token, head: Token) -> bool:
        """Whether the deed is the content of a report that is dismissed or called untrue."""
        if at.deprel not in CONTENT or not self._reports.has(head) or not _is_content(at):
            return False
        top = head
        for _ in range(DEPTH):
            if any(c.deprel in {"amod", "acl"} and self._untrue.has(c) for c in top.children):
                return True
            above = top.head
            if above is None or top.deprel not in PHRASAL | {"obl"}:
                return False
            if self._dismisses(top, above):
                return True
            if top.deprel not in PHRASAL or above.upos not in {"NOUN", "PROPN"}:
                return False
            top = above
        return False

    def _dismisses(self, report: Token, head: Token) -> bool:
        if report.deprel in {"obj", "nsubj:pass"}:
            if self._dismiss.has_head(head) or self._deny.has(head):
                return True
            return self._label.has(head) and any(self._untrue.has(t) for t in head.sentence.tokens)
        if report.deprel == "nsubj" or self._true.has(head):
            return self._says_untrue(head)
        return False

    def _says_untrue(self, word: Token) -> bool:
        """Whether a word says "untrue", or "true" with a negation."""
        if self._untrue.has(word):
            return not self._is_negated(word)
        return self._true.has(word) and self._is_negated(word)

    def _is_negated(self, word: Token) -> bool:
        return any(c.lower in self._negation for c in word.children)

    def is_asked(self, predicate: Predicate) -> bool:
        """Whether a question asks for the deed, direct or or with "whether"; "why did …" grants it."""
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


def _upward(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each word with its governor, up to the clause that the text itself tells."""
    at = token
    for _ in range(DEPTH):
        head = at.head
        if head is None or at.deprel == "parataxis":
            return
        yield at, head
        if (at.deprel == "acl:relcl" and not _is_content(at)) or (
            at.deprel == "advcl" and not _is_gerund(at)
        ):
            return
        at = head


def _is_deed(token: Token) -> bool:
    return token.deprel in {"ccomp", "xcomp"} or _is_gerund(token)


def _is_gerund(token: Token) -> bool:
    return token.deprel == "advcl" and token.xpos == "VBG" and not syntax.follows_comma(token)


def _is_content(token: Token) -> bool:
    """Whether a clause or phrase under a noun is what the noun reports: "that" is no subject or object."""
    if token.deprel == "nmod":
        return bool({"of", "about"} & set(phrases.prepositions(token)))
    if token.deprel != "acl:relcl":
        return True
    return any(c.lower == "that" and c.deprel == "mark" for c in token.children)


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
