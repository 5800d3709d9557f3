"""From matches to drafts: parties per slot, mode, confidence; complements are consumed, not coded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import phrases
from tidings.coding.consumption import Consumption
from tidings.coding.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook, Frame
    from tidings.coding.clauses import Predicate
    from tidings.coding.frames import Match, Matcher
    from tidings.coding.parties import Hit, Parties
    from tidings.records import Document, Token

INDIRECT = 0.85
CORE = frozenset({"subject", "possessor"})
OBJECTS = ("object", "with", "against", "on")
NOMINAL = 0.9
NO_RECIPIENT = 0.75
AGENTLESS = 0.6


class Drafts:
    """Builds the drafts of one document. With `political` off, parties need no country or sector."""

    def __init__(
        self, codebook: Codebook, matcher: Matcher, parties: Parties, *, political: bool = True
    ) -> None:
        self._codebook = codebook
        self._matcher = matcher
        self._parties = parties
        self._political = political
        self._topic_prepositions = frozenset(codebook.rules.topic_prepositions)
        self._topic_verbs = WordList(codebook.rules.topic_verbs)
        self._sought_words = WordList(codebook.rules.sought_words)
        self._sought_prepositions = frozenset(codebook.rules.sought_prepositions)
        self._consumption = Consumption(codebook)

    def of(self, document: Document) -> list[Draft]:
        """Return the drafts in text order."""
        found: list[Draft] = []
        for token in document.tokens:
            if token.upos in {"VERB", "NOUN", "ADJ", "PROPN", "AUX"}:
                found.extend(self._on(token))
        return [d for d in found if d.predicate.token not in self._consumption]

    def _on(self, token: Token) -> list[Draft]:
        matches = self._matcher.matches(token)
        if not matches or self._is_topic(token, matches[0]):
            return []
        found: list[Draft] = []
        for match in matches:
            if found and not (match.frame.entry.also and match.frame.type != found[0].type):
                continue
            draft = self.draft(match)
            if draft is not None:
                found.append(draft)
        chosen = found[0].match if found else matches[0]
        self._consumption.mark(chosen, coded=bool(found))
        return found

    def _is_topic(self, token: Token, match: Match) -> bool:
        """Whether a noun is what is talked of or wanted ("discussed the attack", "called for talks")."""
        if match.predicate.pos != "noun":
            return False
        at: Token | None = token
        for _ in range(3):
            if at is None or at.head is None:
                return False
            if self._governs_topic(at, at.head):
                return True
            if at.deprel not in {"conj", "nmod", "appos"}:
                return False
            at = at.head
        return False

    def _governs_topic(self, noun: Token, head: Token) -> bool:
        marks = set(phrases.prepositions(noun))
        if self._topic_prepositions & marks:
            return True
        if self._sought_prepositions & marks and self._sought_words.has(head):
            return True
        return noun.deprel in {"obj", "nsubj:pass"} and self._topic_verbs.has(head)

    def draft(self, match: Match) -> Draft | None:
        """Return the match with its parties, or None where it has not the parties an event needs."""
        frame, predicate = match.frame, match.predicate
        actor = self._actors(frame, predicate)
        recipient = self._recipients(match, actor)
        if frame.entry.reciprocal:
            actor = self._all_parties(frame, predicate)
            recipient = []
        actor, recipient = (self._taking_part(frame.type, hits) for hits in (actor, recipient))
        recipient = _without(recipient, actor)
        if not self._enough(match, actor, recipient):
            return None
        mode = self._mode(frame, predicate)
        draft = Draft(match, frame.type, mode, actor, recipient, tellings=[predicate])
        draft.confidence = _confidence(draft) * (1.0 if actor else AGENTLESS)
        if (
            not recipient
            and not frame.entry.reciprocal
            and self._codebook.types[frame.type].recipient == "required"
        ):
            draft.confidence *= NO_RECIPIENT
        return draft

    def _taking_part(self, kind: str, hits: list[Hit]) -> list[Hit]:
        """Return the hits without the sectors that never take part in events of the type."""
        sectors = frozenset(self._codebook.rules.bystanders.get(kind, ()))
        return [hit for hit in hits if not (sectors and self._parties.has_sector(hit, sectors))]

    def _actors(self, frame: Frame, predicate: Predicate) -> list[Hit]:
        """Return who acts: places named as such do not, nor do owners of what speaks ("the bill's scope")."""
        speech = frame.pos == "verb" and frame.type in self._codebook.rules.speech_types
        if frame.pos == "verb" and "subject" in frame.actor:
            tellers = self._actors_of_deed(frame, predicate)
            if tellers:
                return tellers
        for slot in frame.actor:
            hits = self._matcher.hits(predicate, slot, frame=frame)
            if slot in CORE:
                hits = [hit for hit in hits if not hit.mention.locative]
            if slot == "possessor":
                hits = [hit for hit in hits if not self._parties.is_scene(hit)]
            if speech:
                hits = [hit for hit in hits if hit.direct or hit.token.deprel != "nmod:poss"]
            if hits:
                return hits
        return []

    def _actors_of_deed(self, frame: Frame, predicate: Predicate) -> list[Hit]:
        """Return whose deed the subject names, if of the same type: "airstrikes by X and Y killed"."""
        for noun in predicate.fillers("subject"):
            if noun.upos == "NOUN" and noun.head is predicate.token:
                for match in self._matcher.matches(noun):
                    if match.predicate.pos == "noun" and match.frame.type == frame.type:
                        return self._actors(match.frame, match.predicate)
        return []

    def _first_filled(self, slots: Sequence[str], predicate: Predicate) -> list[Hit]:
        for slot in slots:
            hits = self._matcher.hits(predicate, slot)
            if hits:
                return hits
        return []

    def _all_parties(self, frame: Frame, predicate: Predicate) -> list[Hit]:
        found: dict[tuple[str, ...], Hit] = {}
        first = self._actors(frame, predicate)
        others = [hit for slot in frame.recipient for hit in self._matcher.hits(predicate, slot)]
        for hit in (*first, *others):
            found.setdefault(hit.mention.actors, hit)
        return list(found.values())

    def _recipients(self, match: Match, actor: list[Hit]) -> list[Hit]:
        """Return the frame's recipients, or else those of the clause it needs."""
        slots = match.frame.recipient
        if match.complements and "clause" not in slots:
            slots = (*slots, "clause")
        for slot in slots:
            if slot == "clause":
                hits = self._of_clause(match, actor)
            else:
                hits = _without(
                    self._matcher.hits(match.predicate, slot, parts=True, frame=match.frame), actor
                )
            if hits:
                return hits
        return []

    def _of_clause(self, match: Match, actor: list[Hit]) -> list[Hit]:
        """Return whom the complement clause is about: its own subject, or else its event's recipients."""
        for clause in match.complements or match.predicate.fillers("clause"):
            hits = _without(self._parties.hits(self._own_subjects(clause)), actor)
            hits = hits or self._clause_recipients(clause, actor)
            if hits:
                return hits
        return []

    @staticmethod
    def _own_subjects(clause: Token) -> list[Token]:
        return [c for c in clause.children if c.deprel.startswith("nsubj")]

    def _clause_recipients(self, clause: Token, actor: list[Hit]) -> list[Hit]:
        for token in (clause, *(c for c in clause.children if c.deprel in {"obj", "obl"})):
            for match in self._matcher.matches(token):
                found = _without(self._first_filled(match.frame.recipient, match.predicate), actor)
                if found:
                    return found
        if clause.upos != "VERB":
            return []
        return _without(self._first_filled(OBJECTS, self._matcher.clauses.predicate(clause, "verb")), actor)

    def _wants_recipient(self, frame: Frame) -> bool:
        return self._codebook.types[frame.type].recipient == "required" and not frame.entry.reciprocal

    def _names_recipient(self, frame: Frame, predicate: Predicate) -> bool:
        """Whether a recipient slot is filled by something other than a date, known as an actor or not."""
        fillers = [t for slot in frame.recipient for t in self._matcher.clauses.fillers(predicate, slot)]
        return any(t.upos in {"NOUN", "PROPN", "PRON"} and not self._parties.is_date(t) for t in fillers)

    def _enough(self, match: Match, actor: list[Hit], recipient: list[Hit]) -> bool:
        frame, predicate = match.frame, match.predicate
        kind = self._codebook.types[frame.type]
        entry = frame.entry
        parties = len({a for hit in actor for a in hit.mention.actors})
        if entry.reciprocal and parties < 2 and frame.pos == "noun" and not any(map(_is_plural, actor)):
            return False
        alone = not recipient and not (entry.reciprocal and parties > 1)
        if alone and kind.recipient == "required" and not self._names_recipient(frame, predicate):
            return False
        if not actor:
            return entry.agentless == "optional" and bool(recipient)
        if not self._political:
            return True
        if frame.actor_sectors and not any(self._parties.has_sector(h, frame.actor_sectors) for h in actor):
            return False
        return any(self._parties.political(hit) for hit in actor)

    def _mode(self, frame: Frame, predicate: Predicate) -> str | None:
        if frame.entry.mode is not None:
            return frame.entry.mode
        clause: list[Token] | None = None
        for mode, slot, words in frame.modes:
            if slot is not None:
                if any(words.any(f.subtree()) for f in predicate.fillers(slot)):
                    return mode
                continue
            if clause is None:
                clause = [t for t in predicate.clause() if not self._parties.is_named(t)]
            if words.any(clause):
                return mode
        return None


def _is_plural(hit: Hit) -> bool:
    return hit.token.xpos in {"NNS", "NNPS"}


def _without(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    taken = {a for hit in others for a in hit.mention.actors}
    return [hit for hit in hits if not taken.issuperset(hit.mention.actors)]


def _confidence(draft: Draft) -> float:
    """Return the frame's confidence, lowered for nouns, and for parties found inside another phrase."""
    value = draft.match.frame.entry.confidence
    if draft.predicate.pos == "noun":
        value *= NOMINAL
    for hits in (draft.actor, draft.recipient):
        if hits and not any(hit.direct for hit in hits):
            value *= INDIRECT
    return value
