"""What somebody denies: "denied that …", "dismissed reports that …", "the claim that … is untrue".

Cues: `[denial]` in `modality.toml`.
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
CONTENT = frozenset({"acl", "acl:relcl", "ccomp", "nmod", "xcomp"})
PHRASAL = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "conj", "compound", "appos"})
CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "conj"})
RELATIVE = frozenset({"who", "which", "whom", "whose", "that"})


class Denials:
    """Decides of predicates in any document whether their deed is denied."""

    def __init__(self, codebook: Codebook) -> None:
        denial, negation = codebook.modality.denial, codebook.modality.negation
        self._deny = WordList(denial.verbs)
        self._dismiss = WordList(denial.dismissals)
        self._label = WordList(denial.labels)
        self._admit = WordList(denial.admissions)
        self._reports = WordList(denial.reports)
        self._denials = WordList(denial.nouns)
        self._untrue = WordList(denial.untrue)
        self._true = WordList(denial.true)
        self._negation = frozenset((*negation.adverbs, *negation.determiners))

    def is_denied(self, predicate: Predicate) -> bool:
        """Whether the deed is what somebody denies. To deny a deed is no event either."""
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
    """Whether a clause or phrase under a noun is what the noun reports.

    No subject or object of it is then missing: "that" is none, or a clause has both ("reports he met them").
    """
    if token.deprel == "nmod":
        return bool({"of", "about"} & set(phrases.prepositions(token)))
    if token.deprel != "acl:relcl":
        return True
    if any(c.lower == "that" and c.deprel == "mark" for c in token.children):
        return True
    relations = {c.deprel for c in token.children if c.lower not in RELATIVE}
    bare = not any(t.lower in RELATIVE for c in token.children for t in (c, *c.children))
    return bare and "nsubj" in relations and bool(relations & {"obj", "ccomp", "xcomp"})
