"""Predicates with their deep-syntactic slots: one view of active, passive, nominal and shared structure.

Slots (what a frame may name): `subject`, `object`, `indirect`, `possessor`, a preposition, `clause`.
`clause` may be narrowed to `infinitive`, `gerund` or `finite`; `clause_subject` etc. are slots of the clause.
`modal`, `negation`, `passive`, `speaker` and `addressee` are those of `tidings.coding.stances`.
A slot holds the head tokens of its fillers in text order; coordination is left to `tidings.coding.parties`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import complements, control, phrases, slips, syntax, voice
from tidings.coding.carriers import Carriers
from tidings.coding.predicate import Predicate, Slots, add_nested, add_oblique
from tidings.coding.stances import Stances, addressees

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.codebook.frames import Pos
    from tidings.records import Document, Token


__all__ = ["Clauses", "Predicate"]


class Clauses:
    """The predicates of one document, analysed on demand and kept."""

    def __init__(self, document: Document, codebook: Codebook) -> None:
        words = codebook.light_verbs
        self.document = document
        self._light = WordList(words.light)
        self._carriers = Carriers(words)
        self._results = frozenset(words.result_participles)
        self._subjects = control.Subjects(words)
        self._stances = Stances(codebook)
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
            return self._of_stance(predicate, slot)
        inner = slot.removeprefix("clause_")
        below: list[Token] = []
        for clause in predicate.fillers("clause"):
            if inner == "modal":
                below += [c for c in clause.children if c.deprel.startswith("aux")]
            else:
                below += self.fillers(self.predicate(clause, "verb"), inner)
        return below

    def _of_stance(self, predicate: Predicate, slot: str) -> list[Token]:
        if slot in {"speaker", "addressee"}:
            teller = self._stances.teller(predicate)
            return [] if teller is None else self._by_teller(teller, slot)
        found = self._stances.fillers(predicate, slot)
        return predicate.fillers(slot) if found is None else found

    def _by_teller(self, teller: Token, slot: str) -> list[Token]:
        """Return who says it, or to whom or of whom he does."""
        return self.surface_subjects(teller) if slot == "speaker" else addressees(self._verb(teller))

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
        add_nested(found)
        return found

    def surface_subjects(self, token: Token) -> list[Token]:
        """Return the surface subjects of a verb, its own or those it shares."""
        return self._subjects.surface(token)

    def _verb(self, token: Token) -> Predicate:
        passive = voice.is_passive(token)
        found = Predicate(token, "verb", passive)
        surface = self._subjects.surface(token)
        objects = [*syntax.objects(token), *syntax.relative_object(token)]
        if passive:
            found.slots["subject"] = voice.agents(token) or self._subjects.deciders(token)
            found.slots["object" if not objects else "indirect"] = surface
            if objects:
                found.slots["object"] = objects
        else:
            found.slots["subject"] = [] if self.is_result(token) else surface
            found.slots["object"] = objects or syntax.shared_objects(token)
        iobj = syntax.indirect_objects(token)
        if iobj:
            found.slots["indirect"] = iobj
        add_oblique(token, found.slots)
        if passive:
            found.slots.pop("by", None)
        if not found.slots.get("indirect") and found.slots.get("to"):
            found.slots["indirect"] = found.slots["to"]
        add_nested(found)
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
        add_oblique(token, slots)
        if slots.get("by"):  # "his arrest by police": the possessor is whom it befalls
            owners = [c for c in slots["possessor"] if c.deprel == "nmod:poss"]
            slots["possessor"] = [c for c in slots["possessor"] if c not in owners]
            slots.setdefault("of", []).extend(owners)
        slots["clause"] = [
            c
            for c in token.children
            if c.deprel in {"acl", "ccomp", "xcomp", "advcl"} and not voice.is_passive(c)
        ]
        add_nested(found)
        light = displaced is not None and displaced.lemma.lower() in self._light.single
        found.carrier = displaced if light else self._carriers.carrier(token)
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
        add_oblique(token, found.slots)
        found.slots["clause"] = complements.complements(token)
        return found

    def _companions(self, noun: Token) -> list[Token]:
        """Return who takes part by the verb beside: "during a visit to Oslo, the king said"."""
        verb = self._carriers.companion(noun)
        return self.surface_subjects(verb) if verb is not None else []

    def _borrow(self, noun: Predicate, carrier: Token) -> None:
        verb = self.predicate(carrier, "verb")
        top = self._carriers.top(noun.token)
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
