"""The cues of one auxiliary mode, and where they may stand: on a verb, a noun, an argument, in the clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases
from tidings.coding.tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook.schema import Cues
    from tidings.coding.clauses import Predicate
    from tidings.records import Token

NEGATING = frozenset({"det", "cc:preconj", "cc", "advmod"})
GERUND_MARKS = frozenset({"of", "from", "on", "against", "about", "into"})
BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
INVERTED = frozenset({"had", "were", "should"})
NO = "no"
"""No pronoun: "said no"."""
DEPTH = 6


class CueLists:
    """The compiled cues of one auxiliary mode."""

    __slots__ = (
        "achieved",
        "adjectives",
        "adverbs",
        "announcing",
        "attempts",
        "auxiliaries",
        "counts",
        "decisions",
        "determiners",
        "direct",
        "enacting",
        "guesses",
        "marks",
        "modifiers",
        "nouns",
        "phrases",
        "progressive",
        "reported",
        "verbs",
    )

    def __init__(self, cues: Cues) -> None:
        self.auxiliaries = frozenset(cues.auxiliaries)
        self.reported = frozenset(cues.reported)
        self.adverbs = frozenset(cues.adverbs)
        self.determiners = frozenset(cues.determiners)
        self.counts = frozenset(cues.counts)
        self.marks = frozenset(cues.marks)
        self.verbs = WordList(cues.verbs)
        self.nouns = WordList(cues.nouns)
        self.adjectives = WordList(cues.adjectives)
        self.modifiers = frozenset(cues.modifiers)
        self.phrases = tuple(cues.phrases)
        self.attempts = WordList(cues.attempts)
        self.achieved = WordList(cues.achieved)
        self.enacting = WordList(cues.enacting)
        self.direct = WordList(cues.direct)
        self.announcing = WordList(cues.announcing)
        self.decisions = WordList(cues.decisions)
        self.progressive = WordList(cues.progressive)
        self.guesses = frozenset(cues.guesses)


def mark(token: Token) -> str:
    """Return a clause's mark with its further words: "in order"."""
    return " ".join(
        [token.lower, *(c.lower for c in token.children if c.deprel == "fixed" and c.lower != "to")]
    )


def adverb(token: Token) -> str:
    """Return an adverb with what belongs to it before it: "no longer"."""
    return " ".join([*(c.lower for c in token.children if c.i < token.i), token.lower])


def is_planned(verb: Token) -> bool:
    """Whether "is to", "were to" stands before an infinitive: it is planned."""
    if not any(c.lower == "to" and c.deprel in {"mark", "aux"} for c in verb.children):
        return False
    if verb.deprel == "xcomp" and verb.head is not None and verb.head.lemma.lower() == "be":
        return True
    return any(c.lower in BE and c.deprel.startswith(("aux", "cop")) for c in verb.children)


def is_outstanding(verb: Token) -> bool:
    """Whether "has yet to", "is still to" stands before an infinitive: it has not been done."""
    if verb.xpos != "VB" or not any(c.lower == "to" and c.deprel in {"mark", "aux"} for c in verb.children):
        return False
    holders = [verb] if verb.head is None or verb.deprel != "xcomp" else [verb, verb.head]
    if holders[-1].lemma.lower() not in {"have", "be", "remain"} and holders[-1] is not verb:
        return False
    return any(c.lower == "yet" and c.i < verb.i for holder in holders for c in holder.children)


def is_inverted(verb: Token) -> bool:
    """Whether a condition is told by its word order: "had he attacked", "were they to attack"."""
    if verb.deprel != "advcl" or any(c.deprel == "mark" and c.lower != "to" for c in verb.children):
        return False
    subjects = [c.i for c in verb.children if c.deprel.startswith("nsubj")]
    first = [c.i for c in verb.children if c.lower in INVERTED and c.deprel.startswith(("aux", "cop"))]
    return bool(first and subjects) and first[0] < subjects[0]


def is_guess(verb: Token, auxiliary: str, guesses: frozenset[str]) -> bool:
    """Whether "may have", "might have" says what has probably been done: "may have killed"."""
    return auxiliary in guesses and any(c.lower == "have" and c.deprel == "aux" for c in verb.children)


def is_enacted(noun: Token, enacting: WordList) -> bool:
    """Whether a bill, law or order is put into force: "signed a bill that bans"."""
    head = noun.head
    return head is not None and noun.deprel in {"obj", "nsubj:pass"} and enacting.has(head)


def is_complement(at: Token) -> bool:
    """Whether a clause belongs to its verb as an infinitive or gerund, not as a finite adverbial."""
    return at.deprel != "advcl" or at.xpos == "VB" or any(c.lower in GERUND_MARKS for c in at.children)


def sharing(verb: Token) -> Iterator[Token]:
    """Yield the verb and the verbs before it in a coordination whose auxiliaries it shares."""
    yield verb
    at = verb
    for _ in range(DEPTH):
        if at.deprel != "conj" or at.head is None or at.head.upos not in {"VERB", "ADJ", "NOUN"}:
            return
        own = any(c.deprel.startswith(("aux", "nsubj")) for c in at.children)
        if own or at.xpos in FINITE:
            return
        at = at.head
        yield at


def on_noun(cues: CueLists, noun: Token) -> bool:
    """Whether a determiner or an adjective of a noun is a cue."""
    for c in noun.children:
        if c.deprel == "det" and c.lower in cues.determiners:
            return True
        if c.deprel in {"amod", "advmod"} and c.lower in cues.modifiers:
            return True
    return False


def governing_noun_phrase(cues: CueLists, noun: Token, head: Token) -> bool:
    """Whether "a call for talks", "demanded the release", "plans for a visit" governs the noun."""
    if head.upos == "VERB":
        if not cues.verbs.has(head) or noun.deprel not in {"obj", "obl"}:
            return False
        if noun.deprel == "obj":
            return True
        return bool({"for", "to"} & set(phrases.prepositions(noun))) and not cues.direct.has(head)
    return head.upos == "NOUN" and noun.deprel == "nmod" and cues.nouns.has(head)


def negated_argument(cues: CueLists, predicate: Predicate) -> bool:
    """Whether subject or object has a cue: "no agreement was reached"."""
    for slot in ("subject", "object"):
        for filler in predicate.slots.get(slot, ()):
            if filler.lower in cues.determiners and filler.lower != NO:
                return True
            if any(c.deprel in NEGATING and c.lower in cues.determiners for c in filler.children):
                return True
            if _is_of_none(cues, filler):
                return True
    return False


def _is_of_none(cues: CueLists, noun: Token) -> bool:
    """Whether "not" stands before the one of a phrase: "not one of the deputies", "not a single ship"."""
    phrase = sorted((t for t in noun.subtree() if t.i <= noun.i), key=lambda t: t.i)
    return any(a.lower in cues.adverbs and b.lower in cues.counts for a, b in pairwise(phrase))


def phrase(cues: CueLists, predicate: Predicate) -> bool:
    """Whether one of the phrases stands in the predicate's clause."""
    if not cues.phrases:
        return False
    text = " ".join(t.lower for t in predicate.clause())
    return any(phrase in text for phrase in cues.phrases)


def has_past(token: Token) -> bool:
    """Whether a verb is in the past, by its own form or its auxiliary's."""
    return token.xpos == "VBD" or any(c.xpos == "VBD" and c.deprel.startswith("aux") for c in token.children)


def has_past_copula(adjective: Token) -> bool:
    """Whether an adjective was so: "was able to"."""
    return any(c.deprel == "cop" and c.xpos in {"VBD", "VBN"} for c in adjective.children)
