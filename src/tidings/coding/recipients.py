"""Whom an event is directed at: the frame's slots, the clause it needs, or where its type has it else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases, slips, voice
from tidings.coding.asides import ASIDES
from tidings.coding.coordination import with_preposition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.coding.frames import Match, Matcher
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

OBJECTS = ("object", "with", "against", "on")
BY = frozenset({"by"})
SUFFERED = frozenset({"of", "on", "against", "at", "in"})
ALIKE = {"from": ("out of", "out")}
PRESS = frozenset({"JRN"})
MOVED = frozenset({"object", "of", "clause"})


class Recipients:
    """Finds the recipients of the matches of one document."""

    def __init__(self, codebook: Codebook, matcher: Matcher, parties: Parties) -> None:
        rules = codebook.rules
        self._matcher = matcher
        self._parties = parties
        self._last_slots = rules.last_slots
        self._placeless = frozenset(rules.placeless_types)
        self._townless = frozenset(rules.townless_types)
        self._own_forces = frozenset(rules.own_forces_types)
        self._forces = WordList(rules.forces)
        self._blaming = frozenset(rules.blaming_types)
        self._harms = WordList(rules.harms)
        self._asking = frozenset(rules.asking_types)
        self._favours = WordList(rules.favours)

    def of(self, match: Match, actor: list[Hit]) -> list[Hit]:
        """Return the frame's recipients, or else those of the clause it needs."""
        slots = match.frame.recipient
        if match.complements and "clause" not in slots:
            slots = (*slots, "clause")
        for slot in slots:
            hits = self._of_clause(match, actor) if slot == "clause" else self._in_slot(match, slot)
            hits = self._directed(without(hits, actor), match, actor, slot)
            if hits:
                return hits
        return []

    def _in_slot(self, match: Match, slot: str) -> list[Hit]:
        for name in (slot, *ALIKE.get(slot, ())):
            hits = self._matcher.hits(match.predicate, name, parts=True, frame=match.frame)
            if hits:
                return hits
        return []

    def last(self, match: Match, actor: list[Hit]) -> list[Hit]:
        """Return the recipients where those of the type may stand beside the frame's own slots."""
        for slot in self._last_slots.get(match.frame.type, ()):
            for name, predicate in self._places(slot, match):
                fillers = self._fillers(predicate, name)
                found = self._parties.hits(fillers, parts=name in ASIDES)
                hits = self._directed(without(found, actor), match, actor, name)
                hits = [hit for hit in hits if not self._parties.is_town(hit)]
                if hits:
                    return hits
        return []

    def _fillers(self, predicate: Predicate, name: str) -> list[Token]:
        aside = ASIDES.get(name)
        return self._matcher.clauses.fillers(predicate, name) if aside is None else aside(predicate)

    def _places(self, slot: str, match: Match) -> Iterator[tuple[str, Predicate]]:
        name = slot.removeprefix("clause_")
        if name == slot:
            yield name, match.predicate
            return
        for clause in match.complements or match.predicate.fillers("clause"):
            yield name, self._matcher.clauses.predicate(clause, "verb")

    def _directed(self, hits: list[Hit], match: Match, actor: list[Hit], slot: str) -> list[Hit]:
        """Return the hits without mere scenes, the actor's own forces, and who is to gain from a request."""
        kind = match.frame.type
        if slot == "addressee":
            hits = [hit for hit in hits if not self._parties.has_sector(hit, PRESS)]
        if kind in self._placeless:
            hits = [hit for hit in hits if hit.via != "scene"]
        if kind in self._townless:
            hits = [hit for hit in hits if not self._parties.is_town(hit)]
        if kind in self._own_forces and slot in MOVED and match.frame.entry.mode != "release":
            hits = [hit for hit in hits if not self._serves(hit, actor)]
        if kind in self._blaming:
            own = slot in match.frame.recipient
            hits = [h for hit in hits for h in ([hit] if own and hit.direct else self._blamed(hit))]
        if kind in self._asking:
            hits = [h for hit in hits for h in self._asked(hit, match)]
        return hits

    def _serves(self, hit: Hit, actor: list[Hit]) -> bool:
        """Whether soldiers are the actor's: of its country, or of none that is named ("its troops")."""
        if not self._forces.has(hit.token):
            return False
        own = {country for other in actor for country in self._parties.countries(other)}
        countries = self._parties.countries(hit)
        return not countries or bool(own.intersection(countries))

    def _blamed(self, hit: Hit) -> list[Hit]:
        """Return the hit, but for one whom a harm befell who did it: "condemned the arrest of X by Y"."""
        victim = slips.top_of_list(hit.token)
        harm = victim.head
        if harm is None or not self._harms.has(harm) or harm.upos != "NOUN":
            return [hit]
        if not SUFFERED.intersection(phrases.prepositions(victim)):
            return [hit]
        return self._parties.hits(with_preposition(harm, BY) or with_preposition(victim, BY))

    def _asked(self, hit: Hit, match: Match) -> list[Hit]:
        """Return the hit, but for one whose release is asked for the one that holds them."""
        person = slips.top_of_list(hit.token)
        while person.deprel in {"nmod:desc", "appos", "compound", "flat"} and person.head is not None:
            person = slips.top_of_list(person.head)
        deed = person.head
        if deed is None or deed is match.predicate.token or not self._favours.has(deed):
            return [hit]
        if person.deprel not in {"nmod", "nsubj:pass", "obj"}:
            return [hit]
        clauses = [c for c in person.children if c.deprel in {"acl", "acl:relcl"}]
        return self._parties.hits(t for clause in clauses for t in voice.agents(clause))

    def _of_clause(self, match: Match, actor: list[Hit]) -> list[Hit]:
        """Return whom the complement clause is about: its own subject, or else its event's recipients."""
        for clause in match.complements or match.predicate.fillers("clause"):
            hits = without(self._parties.hits(_own_subjects(clause)), actor)
            hits = hits or self._clause_recipients(clause, actor)
            if hits:
                return hits
        return []

    def _clause_recipients(self, clause: Token, actor: list[Hit]) -> list[Hit]:
        for token in (clause, *(c for c in clause.children if c.deprel in {"obj", "obl"})):
            for match in self._matcher.matches(token):
                found = without(self._first_filled(match.frame.recipient, match.predicate), actor)
                if found:
                    return found
        if clause.upos != "VERB":
            return []
        return without(self._first_filled(OBJECTS, self._matcher.clauses.predicate(clause, "verb")), actor)

    def _first_filled(self, slots: Sequence[str], predicate: Predicate) -> list[Hit]:
        for slot in slots:
            hits = self._matcher.hits(predicate, slot)
            if hits:
                return hits
        return []


def _own_subjects(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.deprel.startswith("nsubj")]


def without(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Return the hits that name somebody else than the others."""
    taken = {a for hit in others for a in hit.mention.actors}
    return [hit for hit in hits if not taken.issuperset(hit.mention.actors)]
