"""Predicates with their deep-syntactic slots: one view of active, passive, nominal and shared structure.

Slots (what a frame may name): `subject`, `object`, `indirect`, `possessor`, a preposition, `clause`.
`clause` may be narrowed to `infinitive`, `gerund` or `finite`; `clause_subject` etc. are slots of the clause.
A slot holds the head tokens of its fillers in text order; coordination is left to `tidings.coding.parties`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import complements, control, phrases, slips, syntax

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.codebook.loader import Pos
    from tidings.records import Document, Token

NESTING = frozenset({"object", "of", "in", "to", "for", "from", "on", "with", "by", "at", "against"})
EMBEDDED = frozenset({"acl", "ccomp", "parataxis", "advcl"})
Slots = dict[str, list["Token"]]


@dataclass(slots=True, eq=False)
class Predicate:
    """A word that may say an event, with its slots.

    `near` holds fillers that the parser attached to a neighbour (a preposition of the object, of the light
    verb): used where `slots` has none. `carrier` is the verb that lends a noun its tense and subject.
    """

    token: Token
    pos: Pos
    passive: bool = False
    slots: Slots = field(default_factory=dict)
    near: Slots = field(default_factory=dict)
    carrier: Token | None = None
    _clause: list[Token] = field(default_factory=list)

    def fillers(self, slot: str) -> list[Token]:
        """Return the heads of the phrases that fill the slot; empty where there are none."""
        return self.slots.get(slot) or self.near.get(slot) or []

    def clause(self) -> list[Token]:
        """Return the tokens of the predicate's own clause: its subtree, embedded clauses left out."""
        if not self._clause:
            found = _without_clauses(self.carrier or self.token)
            if self.token not in found:
                found += _without_clauses(self.token)
            self._clause = sorted(found, key=_index)
        return self._clause


class Clauses:
    """The predicates of one document, analysed on demand and kept."""

    def __init__(self, document: Document, codebook: Codebook) -> None:
        words = codebook.light_verbs
        self.document = document
        self._light = WordList(words.light)
        self._happen = frozenset(words.happen)
        self._oblique_verbs = frozenset(words.oblique_verbs)
        self._oblique_prepositions = frozenset(words.oblique_prepositions)
        self._shared = WordList(words.shared_nouns)
        self._sharing = frozenset(words.shared_prepositions)
        self._transparent = WordList(words.transparent_nouns)
        self._results = frozenset(words.result_participles)
        self._subjects = control.Subjects(words)
        self._cache: dict[tuple[int, str], Predicate] = {}

    def predicate(self, token: Token, pos: Pos) -> Predicate:
        """Return the token as a predicate of that part of speech."""
        key = (token.i, pos)
        if key not in self._cache:
            build = {"verb": self._verb, "noun": self._noun, "adjective": self._adjective}[pos]
            self._cache[key] = build(token)
        return self._cache[key]

    def fillers(self, predicate: Predicate, slot: str) -> list[Token]:
        """Return the heads that fill a slot.

        `infinitive`, `gerund` and `finite` are the complement clauses of that form; "clause_subject" is the
        subject of the complement clause (any slot may stand there), "clause_modal" its auxiliaries;
        `beside` holds all nouns of the sentence.
        """
        if slot == "beside":
            return [t for t in predicate.token.sentence.tokens if t.upos in {"NOUN", "PROPN"}]
        if slot in complements.CLAUSE_FORMS:
            return [c for c in predicate.fillers("clause") if complements.clause_form(c) == slot]
        if not slot.startswith("clause_"):
            return predicate.fillers(slot)
        inner = slot.removeprefix("clause_")
        found: list[Token] = []
        for clause in predicate.fillers("clause"):
            if inner == "modal":
                found += [c for c in clause.children if c.deprel.startswith("aux")]
            else:
                found += self.predicate(clause, "verb").fillers(inner)
        return found

    def with_particle(self, predicate: Predicate, particle: str) -> Predicate:
        """Return the predicate with the object of a particle verb in its slot: "handed over their rifles".

        The parser takes some particles for prepositions, and some objects after them for obliques.
        """
        if predicate.slots["object"] or predicate.passive:
            return predicate
        things = predicate.slots.get(particle) or [
            c for c in predicate.token.children if c.deprel == "obl" and not phrases.prepositions(c)
            and any(g.deprel in {"det", "nmod:poss"} for g in c.children)
        ]  # fmt: skip
        if not things:
            return predicate
        slots = {**predicate.slots, "object": things}
        near: Slots = dict(predicate.near)
        found = Predicate(predicate.token, "verb", passive=False, slots=slots, near=near)
        _add_nested(found)
        return found

    def surface_subjects(self, token: Token) -> list[Token]:
        """Return the surface subjects of a verb, its own or those it shares."""
        return self._subjects.surface(token)

    def _verb(self, token: Token) -> Predicate:
        passive = syntax.is_passive(token)
        found = Predicate(token, "verb", passive)
        surface = self._subjects.surface(token)
        objects = [*syntax.objects(token), *syntax.relative_object(token)]
        if passive:
            found.slots["subject"] = syntax.agents(token) or self._subjects.deciders(token)
            found.slots["object" if not objects else "indirect"] = surface
            if objects:
                found.slots["object"] = objects
        else:
            found.slots["subject"] = [] if self.is_result(token) else surface
            found.slots["object"] = objects or syntax.shared_objects(token)
        iobj = syntax.indirect_objects(token)
        if iobj:
            found.slots["indirect"] = iobj
        _add_oblique(token, found.slots)
        if passive:
            found.slots.pop("by", None)
        if not found.slots.get("indirect") and found.slots.get("to"):
            found.slots["indirect"] = found.slots["to"]
        _add_nested(found)
        found.slots["clause"] = complements.complements(token)
        return found

    def is_result(self, token: Token) -> bool:
        """Whether a participle after a comma tells what came of it: "…, cementing ties"."""
        if token.deprel != "advcl" or token.xpos != "VBG" or token.head is None or token.i < token.head.i:
            return False
        if token.lemma.lower() not in self._results or any(c.deprel == "mark" for c in token.children):
            return False
        return syntax.follows_comma(token)

    def _noun(self, token: Token) -> Predicate:
        found = Predicate(token, "noun")
        slots = found.slots
        displaced = slips.verb_before_object(token)
        slots["possessor"] = [
            c for c in token.children
            if c.deprel in syntax.POSSESSORS and (displaced is None or c.i > displaced.i)
        ]  # fmt: skip
        slots["subject"] = [c for c in token.children if c.deprel.startswith("nsubj")]
        _add_oblique(token, slots)
        if slots.get("by"):  # "his arrest by police": the possessor is whom it befalls
            owners = [c for c in slots["possessor"] if c.deprel == "nmod:poss"]
            slots["possessor"] = [c for c in slots["possessor"] if c not in owners]
            slots.setdefault("of", []).extend(owners)
        slots["clause"] = [
            c
            for c in token.children
            if c.deprel in {"acl", "ccomp", "xcomp", "advcl"} and not syntax.is_passive(c)
        ]
        _add_nested(found)
        light = displaced is not None and displaced.lemma.lower() in self._light.single
        found.carrier = displaced if light else self._carrier(token)
        if found.carrier is not None:
            self._borrow(found, found.carrier)
        elif slots["subject"]:
            found.carrier = token
        else:
            found.near.setdefault("subject", self._companions(token))
        return found

    def _adjective(self, token: Token) -> Predicate:
        found = Predicate(token, "adjective")
        found.slots["subject"] = self._subjects.surface(token)
        _add_oblique(token, found.slots)
        found.slots["clause"] = complements.complements(token)
        return found

    def _carrier(self, noun: Token) -> Token | None:
        """Return the verb that carries the noun's arguments and tense, if one does."""
        top = self._climb(noun)
        verb = top.head
        if verb is None or verb.upos not in {"VERB", "AUX"}:
            return None
        lemma = verb.lemma.lower()
        if top.deprel in {"obj", "nsubj:pass"} and lemma in self._light.single:
            return verb
        if top.deprel == "nsubj" and lemma in self._happen:
            return verb
        if top.deprel.startswith("obl") and lemma in self._oblique_verbs:
            cases = {c.lower for c in top.children if c.deprel == "case"}
            if cases & self._oblique_prepositions:
                return verb
        if top.deprel == "acl" and syntax.is_passive(verb):
            return verb
        return None

    def _companions(self, noun: Token) -> list[Token]:
        """Return who takes part by the verb beside: "during a visit to Oslo, the king said"."""
        verb = noun.head
        if verb is None or verb.upos != "VERB" or not noun.deprel.startswith("obl"):
            return []
        if not self._shared.has(noun) or not self._sharing & set(phrases.prepositions(noun)):
            return []
        return self.surface_subjects(verb)

    def _climb(self, noun: Token) -> Token:
        """Return the head of the phrase the noun is in: over conjuncts and "a series of"."""
        top = noun
        for _ in range(6):
            head = top.head
            if head is None:
                break
            of = top.deprel == "nmod" and any(c.lower == "of" for c in top.children if c.deprel == "case")
            if (top.deprel == "conj" and head.upos in {"NOUN", "PROPN"}) or (
                of and self._transparent.has(head)
            ):
                top = head
            else:
                break
        return top

    def _borrow(self, noun: Predicate, carrier: Token) -> None:
        verb = self.predicate(carrier, "verb")
        top = self._climb(noun.token)
        if top.deprel == "nsubj" and not verb.passive:
            subject: list[Token] = []
        else:
            subject = [t for t in verb.slots["subject"] if t is not top]
        noun.slots["subject"] = noun.slots["subject"] or subject
        for slot, fillers in verb.slots.items():
            if slot not in {"subject", "object", "clause"}:
                rest = [t for t in fillers if t is not top]
                if rest:
                    noun.near.setdefault(slot, rest)
        for slot, fillers in verb.near.items():
            noun.near.setdefault(slot, fillers)
        if top is not noun.token:
            for slot, fillers in self.predicate(top, "noun").slots.items():
                if slot not in {"subject", "clause", "of"} and fillers:
                    noun.near.setdefault(slot, fillers)


def _without_clauses(top: Token) -> list[Token]:
    found = [top]
    for token in found:  # grows while it is walked
        found.extend(
            c for c in token.children
            if c.deprel.partition(":")[0] not in EMBEDDED and not (c.deprel == "conj" and c.upos == "VERB")
        )  # fmt: skip
    return found


def _index(token: Token) -> int:
    return token.i


def _add_nested(predicate: Predicate) -> None:
    """Add to `near` the prepositional phrases of the predicate's phrases, and of those: nearest first."""
    level = [t for slot, fillers in predicate.slots.items() if slot in NESTING for t in fillers]
    for _ in range(2):
        inner: Slots = {}
        for token in level:
            _add_oblique(token, inner)
        for slot, fillers in inner.items():
            predicate.near.setdefault(slot, fillers)
        level = [t for fillers in inner.values() for t in fillers]


def _add_oblique(token: Token, slots: Slots) -> None:
    """Add the prepositional phrases of the token, under the word or words that mark them."""
    for child in token.children:
        if child.deprel.partition(":")[0] not in syntax.OBLIQUE or child.deprel == "nmod:poss":
            continue
        if syntax.is_hedged_object(child):
            continue
        names = phrases.prepositions(child)
        relative = syntax.antecedent(child, token)
        for name in names:
            slots.setdefault(name, []).append(relative or child)
