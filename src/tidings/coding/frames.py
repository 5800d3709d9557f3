"""Matching: which frames of the codebook fit a predicate, the most specific first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.coding import phrases, slips
from tidings.coding.tags import VERBAL
from tidings.coding.triggers import POS_OF, has_rest, may_be_event_noun, parts_of_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook import Codebook, Frame, Trigger, WordList
    from tidings.codebook.frames import Pos
    from tidings.coding.clauses import Clauses, Predicate
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Token

__all__ = ["POS_OF", "Match", "Matcher"]

DEPTH = 4


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A frame that fits a predicate; `complements` are the predicates of the clause that it needs."""

    frame: Frame
    predicate: Predicate
    words: int = 1
    complements: tuple[Token, ...] = ()


class Matcher:
    """Matches the frames of a codebook in one document."""

    def __init__(self, codebook: Codebook, clauses: Clauses, parties: Parties) -> None:
        self._codebook = codebook
        self.clauses = clauses
        self._parties = parties
        self._priority = {kind: i for i, kind in enumerate(codebook.rules.priority)}
        self._types: dict[int, frozenset[str]] = {}
        self._cache: dict[int, list[Match]] = {}

    def matches(self, token: Token, depth: int = 0) -> list[Match]:
        """Return the matches on the token, most specific first; empty for most tokens."""
        if token.i not in self._cache:
            found = [
                m for pos, trigger in self._candidates(token) for m in self._try(token, pos, trigger, depth)
            ]
            found.sort(key=self._rank)
            self._cache[token.i] = found
        return self._cache[token.i]

    def _rank(self, match: Match) -> tuple[int, int, int]:
        frame = match.frame
        return (-frame.conditions - match.words, self._priority.get(frame.type, 99), frame.order)

    def _candidates(self, token: Token) -> Iterator[tuple[Pos, Trigger]]:
        """Yield the triggers whose words stand there, for the parts of speech that the token may be."""
        verb = slips.is_verb_before_object(token) or slips.is_verb_as_adverb(token)
        if token.deprel == "amod" and not verb:
            return  # "the opposing party", "occupying forces"
        if self.clauses.is_result(token):
            return
        for pos in parts_of_speech(token):
            if pos != "noun" or may_be_event_noun(token):
                for trigger in self.triggers(token, pos):
                    yield pos, trigger

    def triggers(self, token: Token, pos: Pos) -> list[Trigger]:
        """Return the triggers of that part of speech whose words stand there."""
        index = self._codebook.triggers
        lemma = token.lemma.lower()
        found = index.get((pos, lemma), ())
        if token.lower != lemma:
            found += index.get((pos, token.lower), ())
        if pos == "verb" and not found:
            found = index.get((pos, self._codebook.verb_forms.get(token.lower, "")), ())
        if pos == "verb":
            particles = {c.lower for c in token.children if phrases.is_particle(c)}
            found = tuple(trigger for trigger in found if particles <= set(trigger.rest))
        return [trigger for trigger in found if not trigger.rest or has_rest(token, trigger.rest, pos)]

    def _try(self, token: Token, pos: Pos, trigger: Trigger, depth: int) -> Iterator[Match]:
        frame, words = trigger.frame, 1 + len(trigger.rest)
        predicate = self.clauses.predicate(token, pos)
        if pos == "verb" and trigger.rest:
            predicate = self.clauses.with_particle(predicate, trigger.rest[-1])
        if pos == "adjective" and not predicate.slots.get("subject"):
            return
        if not self._needs_hold(frame, predicate) or not self._without_holds(frame, predicate):
            return
        if frame.clause is None:
            yield Match(frame, predicate, words)
            return
        found = self._complements(frame, predicate, depth)
        if found:
            yield Match(frame, predicate, words, tuple(found))

    def fit(self, trigger: Trigger, predicate: Predicate) -> float:
        """How far a trigger's frame fits, 0 to 1: the share of its conditions that hold."""
        frame = trigger.frame
        held = sum(self._filled(slot, need, predicate) for slot, need in frame.needs)
        wanted = len(frame.needs)
        if frame.clause is not None:
            wanted += 1
            held += bool(self._complements(frame, predicate, 0))
        share = (1 + held) / (1 + wanted)
        return share * frame.entry.confidence * (1.0 if self._without_holds(frame, predicate) else 0.5)

    def _needs_hold(self, frame: Frame, predicate: Predicate) -> bool:
        return all(self._filled(slot, need, predicate) for slot, need in frame.needs)

    def _without_holds(self, frame: Frame, predicate: Predicate) -> bool:
        return not any(self._filled(slot, need, predicate) for slot, need in frame.without)

    def _filled(self, slot: str, need: str | WordList, predicate: Predicate) -> bool:
        if slot == "sentence" and not isinstance(need, str):
            return need.any(predicate.token.sentence.tokens)
        fillers = self.clauses.fillers(predicate, slot)
        if isinstance(need, str):
            if need == "actor":
                return any(hit.direct for hit in self.hits(predicate, slot))
            if need == "clause":
                return any(f.upos in VERBAL for f in fillers)
            return bool(fillers)
        return any(need.has_head(t) for f in fillers for t in self._parties.heads(f))

    def hits(
        self, predicate: Predicate, slot: str, *, parts: bool = False, frame: Frame | None = None
    ) -> list[Hit]:
        """Return the actor mentions that fill a slot; a modifier is a possessor only if it is one.

        Where the frame asks for certain words in the slot, only phrases with those words count.
        """
        fillers = self.clauses.fillers(predicate, slot)
        for name, need in frame.needs if frame is not None else ():
            if name == slot and not isinstance(need, str):
                fillers = [f for f in fillers if any(need.has_head(t) for t in self._parties.heads(f))]
        hits = self._parties.hits(fillers, parts=parts) or self._near(predicate, slot, fillers, parts=parts)
        if slot == "possessor":
            return [hit for hit in hits if hit.direct or hit.token.deprel == "nmod:poss"]
        return hits

    def _near(self, predicate: Predicate, slot: str, fillers: list[Token], *, parts: bool) -> list[Hit]:
        """Return who stands in the slot of a neighbour where only a date fills the predicate's own.

        "Paid a call on Oslo on Monday".
        """
        dated = bool(fillers) and all(self._parties.is_date(t) for t in fillers)
        return self._parties.hits(predicate.near.get(slot, ()), parts=parts) if dated else []

    def _complements(self, frame: Frame, predicate: Predicate, depth: int) -> list[Token]:
        clauses = predicate.fillers("clause")
        wanted = frame.clause or frozenset()
        if "any" in wanted:
            return clauses
        if depth > DEPTH:
            return []
        found = [c for c in clauses if self._types_under(c, depth + 1) & wanted]
        if found:
            return clauses
        nouns = [
            n for slot in ("object", "of", "for", "with", "to", "in", "over") for n in predicate.fillers(slot)
            if n.upos == "NOUN"
        ]  # fmt: skip
        return [n for n in nouns if self.types_of(n, depth + 1) & wanted]

    def types_of(self, token: Token, depth: int = 0) -> frozenset[str]:
        """Return the event types that the predicate may say, parties and politics aside."""
        if depth > DEPTH:
            return frozenset()
        if token.i not in self._types:
            self._types[token.i] = frozenset(m.frame.type for m in self.matches(token, depth))
        return self._types[token.i]

    def _types_under(self, clause: Token, depth: int) -> frozenset[str]:
        """Return the types of a clause: of its verb, or of the event noun that a light verb carries."""
        found = self.types_of(clause, depth)
        for noun in clause.children:
            if noun.upos == "NOUN" and noun.deprel in {"obj", "obl", "nsubj:pass", "nsubj"}:
                carrier = self.clauses.predicate(noun, "noun").carrier
                if carrier is clause:
                    found |= self.types_of(noun, depth)
        return found
