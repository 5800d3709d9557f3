"""The auxiliary modes of an event: negation, future, hypothetical, historical.

The cues are the codebook's (`modality.toml`). They count on the predicate, on the verb that carries it, on
verbs it shares its auxiliaries with, and on what governs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases, syntax
from tidings.coding.circumstance import is_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.codebook import Codebook
    from tidings.codebook.schema import Cues
    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Token
    from tidings.records.event import Aux

ORDER: tuple[Aux, ...] = ("historical", "future", "hypothetical", "negation")
GOVERNED = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "conj", "nsubj:pass", "nsubj", "acl:relcl"}
)
NEGATING = frozenset({"det", "cc:preconj", "cc", "advmod"})
GERUND_MARKS = frozenset({"of", "from", "on", "against", "about", "into"})
CONDITION = frozenset({"if", "unless"})
BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
DEPTH = 6


class CueLists:
    """The compiled cues of one auxiliary mode."""

    __slots__ = (
        "adjectives",
        "adverbs",
        "auxiliaries",
        "determiners",
        "marks",
        "modifiers",
        "nouns",
        "phrases",
        "reported",
        "verbs",
    )

    def __init__(self, cues: Cues) -> None:
        self.auxiliaries = frozenset(cues.auxiliaries)
        self.reported = frozenset(cues.reported)
        self.adverbs = frozenset(cues.adverbs)
        self.determiners = frozenset(cues.determiners)
        self.marks = frozenset(cues.marks)
        self.verbs = WordList(cues.verbs)
        self.nouns = WordList(cues.nouns)
        self.adjectives = WordList(cues.adjectives)
        self.modifiers = frozenset(cues.modifiers)
        self.phrases = tuple(cues.phrases)


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
        self._habitual = frozenset(codebook.rules.habitual)
        self._habitual_adjectives = frozenset(codebook.rules.habitual_adjectives)
        self._speech_types = frozenset(codebook.rules.speech_types)
        self._reporting = frozenset(codebook.light_verbs.reporting)

    def modes(self, predicate: Predicate, document: Document, dates: Iterable[Date]) -> tuple[Aux, ...]:
        """Return the event's auxiliary modes in the record's order."""
        found: set[Aux] = set()
        for mode, cues in self._cues.items():
            if self._holds(mode, cues, predicate):
                found.add(mode)
        if predicate.token.sentence.tokens[-1].text == "?":
            found.add("hypothetical")
        if is_past(predicate, document, dates):
            found.add("historical")
        if "hypothetical" in found:
            found.discard("future")
        return tuple(mode for mode in ORDER if mode in found)

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

    def _holds(self, mode: Aux, cues: CueLists, predicate: Predicate) -> bool:
        if mode == "historical":
            return _phrase(cues, predicate)
        carriers = [predicate.token]
        if predicate.carrier is not None and predicate.carrier is not predicate.token:
            carriers.append(predicate.carrier)
        planned = mode == "future" and any(_is_planned(v) for c in carriers for v in _sharing(c))
        if planned or any(self._on_verb(cues, carrier) for carrier in carriers):
            return True
        if predicate.pos == "noun" and _on_noun(cues, predicate.token):
            return True
        if mode == "negation" and _negated_argument(cues, predicate):
            return True
        if mode == "future" and _phrase(cues, predicate):
            return not _has_past(carriers[-1])
        return self._governed(mode, cues, carriers[-1])

    def _on_verb(self, cues: CueLists, verb: Token) -> bool:
        """Whether a cue stands on the verb itself, or on the first of coordinated verbs that share it."""
        for holder in _sharing(verb):
            for c in holder.children:
                relation = c.deprel.partition(":")[0]
                if relation in {"aux", "cop"} and self._auxiliary_holds(cues, c.lower, holder):
                    return True
                if relation in {"advmod", "cc", "det"} and c.lower in cues.adverbs:
                    return True
                if relation in {"mark", "case"} and holder is verb and _mark(c) in cues.marks:
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
                if mode != "negation" and _governing_noun_phrase(cues, at, head):
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
            if relation == "advcl" and not _is_complement(at):
                return False
            return mode != "future" or not finite
        if relation in {"xcomp", "ccomp", "csubj"} or _is_complement(at):
            return self._on_verb(cues, head) and not (finite and mode == "negation")
        return False


def _mark(token: Token) -> str:
    """Return a clause's mark with its further words: "in order"."""
    return " ".join(
        [token.lower, *(c.lower for c in token.children if c.deprel == "fixed" and c.lower != "to")]
    )


def _is_planned(verb: Token) -> bool:
    """Whether "is to", "were to" stands before an infinitive: it is planned."""
    if not any(c.lower == "to" and c.deprel in {"mark", "aux"} for c in verb.children):
        return False
    if verb.deprel == "xcomp" and verb.head is not None and verb.head.lemma.lower() == "be":
        return True
    return any(c.lower in BE and c.deprel.startswith(("aux", "cop")) for c in verb.children)


def _is_complement(at: Token) -> bool:
    return at.deprel != "advcl" or at.xpos == "VB" or any(c.lower in GERUND_MARKS for c in at.children)


def _sharing(verb: Token) -> Iterator[Token]:
    """Yield the verb and the verbs before it in a coordination whose auxiliaries it shares."""
    yield verb
    at = verb
    for _ in range(DEPTH):
        if at.deprel != "conj" or at.head is None or at.head.upos not in {"VERB", "ADJ", "NOUN"}:
            return
        own = any(c.deprel.startswith(("aux", "nsubj")) for c in at.children)
        if own or at.xpos in {"VBD", "VBZ", "VBP"}:
            return
        at = at.head
        yield at


def _on_noun(cues: CueLists, noun: Token) -> bool:
    for c in noun.children:
        if c.deprel == "det" and c.lower in cues.determiners:
            return True
        if c.deprel in {"amod", "advmod"} and c.lower in cues.modifiers:
            return True
    return False


def _governing_noun_phrase(cues: CueLists, noun: Token, head: Token) -> bool:
    """Whether "a call for talks", "demanded the release", "plans for a visit" governs the noun."""
    if head.upos == "VERB":
        return (
            noun.deprel in {"obj", "obl"}
            and cues.verbs.has(head)
            and (
                noun.deprel == "obj"
                or "for" in phrases.prepositions(noun)
                or "to" in phrases.prepositions(noun)
            )
        )
    return head.upos == "NOUN" and noun.deprel == "nmod" and cues.nouns.has(head)


def _negated_argument(cues: CueLists, predicate: Predicate) -> bool:
    for slot in ("subject", "object"):
        for filler in predicate.slots.get(slot, ()):
            if filler.lower in cues.determiners:
                return True
            if any(c.deprel in NEGATING and c.lower in cues.determiners for c in filler.children):
                return True
    return False


def _phrase(cues: CueLists, predicate: Predicate) -> bool:
    if not cues.phrases:
        return False
    text = " ".join(t.lower for t in predicate.clause())
    return any(phrase in text for phrase in cues.phrases)


def _has_past(token: Token) -> bool:
    return token.xpos == "VBD" or any(c.xpos == "VBD" and c.deprel.startswith("aux") for c in token.children)
