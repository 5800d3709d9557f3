"""From matches to drafts: parties per slot, mode, confidence; complements are consumed, not coded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.addressees import Addressees
from tidings.coding.consumption import Consumption
from tidings.coding.culprits import Culprits
from tidings.coding.draft import Draft
from tidings.coding.modes import mode_of
from tidings.coding.recipients import Recipients, without
from tidings.coding.speakers import Speakers
from tidings.coding.topics import Topics
from tidings.coding.victims import Victims

if TYPE_CHECKING:
    from tidings.codebook import Codebook, Frame
    from tidings.coding.clauses import Predicate
    from tidings.coding.frames import Match, Matcher
    from tidings.coding.hit import Hit
    from tidings.coding.parties import Parties
    from tidings.records import Document, Token

INDIRECT = 0.85
CORE = frozenset({"subject", "possessor"})
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
        self._modifier_types = frozenset(codebook.rules.modifier_types)
        self._recipients = Recipients(codebook, matcher, parties)
        self._speakers = Speakers(codebook, matcher.clauses, parties)
        self._victims = Victims(codebook, matcher.clauses, parties)
        self._topics = Topics(codebook)
        self._consumption = Consumption(codebook)

    def of(self, document: Document) -> list[Draft]:
        """Return the drafts in text order."""
        found: list[Draft] = []
        for token in document.tokens:
            if token.upos in {"VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV"}:
                found.extend(self._on(token))
        told = [d for d in found if d.predicate.token not in self._consumption or self._says_who(d)]
        self._speakers.name(told)
        Culprits(self._codebook, self._parties, document).fill(told)
        Addressees(self._codebook, document).fill(told, found)
        return self._victims.settle(told)

    def _says_who(self, draft: Draft) -> bool:
        """Whether a participle says by what they do which people are meant: "workers striking for pay"."""
        token = draft.predicate.token
        return token.deprel == "acl" and token.xpos == "VBG" and draft.type in self._modifier_types

    def _on(self, token: Token) -> list[Draft]:
        matches = self._matcher.matches(token)
        if not matches or (matches[0].predicate.pos == "noun" and self._topics.is_topic(token)):
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

    def draft(self, match: Match) -> Draft | None:
        """Return the match with its parties, or None where it has not the parties an event needs."""
        frame, predicate = match.frame, match.predicate
        actor = self._actors(frame, predicate)
        recipient = self._recipients.of(match, actor)
        partners: list[Hit] = []
        if frame.entry.reciprocal:
            partners = self._partners(frame, predicate)
            actor, recipient = _all_of(actor, partners), []
        if actor and not recipient and not (frame.entry.reciprocal and len(actor) > 1):
            recipient = self._recipients.last(match, actor)
        actor, recipient = (self._taking_part(frame.type, hits) for hits in (actor, recipient))
        recipient = without(recipient, actor)
        if not self._enough(match, actor, recipient):
            return None
        mode = self.mode(frame, predicate)
        draft = Draft(match, frame.type, mode, actor, recipient, tellings=[predicate], partners=partners)
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
                hits = [hit for hit in hits if not hit.mention.locative or hit.via == "sender"]
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

    def _partners(self, frame: Frame, predicate: Predicate) -> list[Hit]:
        return [hit for slot in frame.recipient for hit in self._matcher.hits(predicate, slot)]

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
        needed = kind.recipient == "required" and not entry.alone
        if alone and needed and not self._names_recipient(frame, predicate):
            return False
        if not actor:
            return entry.agentless == "optional" and bool(recipient)
        if not self._political:
            return True
        if frame.actor_sectors and not any(self._parties.has_sector(h, frame.actor_sectors) for h in actor):
            return False
        return any(self._parties.political(hit) for hit in actor)

    def mode(self, frame: Frame, predicate: Predicate) -> str | None:
        """Return the mode by the frame's rules."""
        return mode_of(frame, predicate, self._parties)


def _all_of(first: list[Hit], others: list[Hit]) -> list[Hit]:
    """Return the parties of a mutual deed, each once."""
    found: dict[tuple[str, ...], Hit] = {}
    for hit in (*first, *others):
        found.setdefault(hit.mention.actors, hit)
    return list(found.values())


def _is_plural(hit: Hit) -> bool:
    return hit.token.xpos in {"NNS", "NNPS"}


def _confidence(draft: Draft) -> float:
    """Return the frame's confidence, lowered for nouns, and for parties found inside another phrase."""
    value = draft.match.frame.entry.confidence
    if draft.predicate.pos == "noun":
        value *= NOMINAL
    for hits in (draft.actor, draft.recipient):
        if hits and not any(hit.direct for hit in hits):
            value *= INDIRECT
    return value
