"""`EventCoder`: a parsed document and its mentions in, coded events out."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from tidings.codebook.words import WordList
from tidings.coding import rules
from tidings.coding.attribution import Attributions
from tidings.coding.clauses import Clauses
from tidings.coding.contexts import Contexts
from tidings.coding.drafts import Drafts
from tidings.coding.event_dates import dates_near, event_date, lead_date, told_day
from tidings.coding.event_places import breadth, event_place
from tidings.coding.frames import POS_OF, Matcher
from tidings.coding.learned.judge import Judge
from tidings.coding.modality import ORDER, Modality
from tidings.coding.parties import Parties
from tidings.coding.retellings import merge
from tidings.coding.stances import SPENT
from tidings.coding.visits import settle_visit
from tidings.records import Event, Span

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.coding.draft import Draft
    from tidings.records import Document, EventDate, Mentions, Party, Token
    from tidings.records.event import Aux


class EventCoder:
    """Codes the political events of documents by one codebook."""

    def __init__(self, codebook: Codebook, judge: Judge | None = None) -> None:
        self.codebook = codebook
        self.modality = Modality(codebook)
        self.contexts = Contexts(codebook)
        self.private_sectors = frozenset(codebook.rules.private_sectors)
        self.public_persons = WordList(codebook.rules.public_persons)
        self.judge = judge

    @classmethod
    def load(cls, codebook: Codebook) -> EventCoder:
        """Return a coder with the learned part, where that knows the codebook's types."""
        return cls(codebook, Judge.of(codebook))

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Event, ...]:
        """Return the events of the document in text order, one event for all its tellings."""
        reading = Analysis(self, document, mentions)
        drafts = reading.drafts()
        if self.judge is not None:
            drafts = self.judge(reading, drafts)
        drafts = merge(rules.suppress(drafts, self.codebook), self.codebook, reading.parties)
        for draft in drafts:
            settle_visit(draft, mentions, reading.parties, self.codebook)
        drafts.sort(key=_position)
        return tuple(reading.finish(draft) for draft in drafts)


class Analysis:
    """One document while it is coded: its clauses, parties and matcher.

    With `political` off, what is coded need be neither political nor news.
    """

    def __init__(
        self, coder: EventCoder, document: Document, mentions: Mentions, *, political: bool = True
    ) -> None:
        self.coder = coder
        self.document = document
        self.mentions = mentions
        self.clauses = Clauses(document, coder.codebook)
        self.parties = Parties(document, mentions, coder.codebook)
        self.matcher = Matcher(coder.codebook, self.clauses, self.parties)
        self.drafter = Drafts(coder.codebook, self.matcher, self.parties, political=political)
        self.attributions = Attributions(mentions, self.clauses, self.parties, coder.codebook)
        self._political = political

    def drafts(self) -> list[Draft]:
        """Return the drafts of all predicates, modality and rewrites applied."""
        kept = []
        for draft in self.drafter.of(self.document):
            self.settle(draft)
            if self.may_be_coded(draft):
                kept.append(draft)
        return kept

    def may_be_coded(self, draft: Draft) -> bool:
        """Whether the draft is told as news, of public concern, and of no other trade."""
        return not self._political or (self._is_news(draft) and not self._is_private(draft))

    def settle(self, draft: Draft) -> None:
        """Set the draft's auxiliary modes, and its type by them."""
        frame = draft.match.frame
        spent = {mode for slot, modes in SPENT.items() if slot in frame.named_slots for mode in modes}
        found = set(self._modes(draft.predicate, draft.type)) - spent
        own = frame.entry.aux
        draft.aux = tuple(mode for mode in ORDER if mode in found or mode in own)
        self.date(draft)
        rules.rewrite(draft, self.coder.codebook)

    def date(self, draft: Draft) -> None:
        """Set the day that the draft's clause names, and whether it is told as of all times."""
        draft.day = told_day(draft.predicate, self.mentions.dates)
        draft.generic = self.coder.modality.assertion.is_generic(draft.predicate, draft.type)

    def modes_at(self, token: Token) -> list[int]:
        """Return, for each auxiliary mode in the record's order, whether the rules find it on a word."""
        found = self._modes(self.predicate(token))
        return [int(mode in found) for mode in ORDER]

    def predicate(self, token: Token) -> Predicate:
        """Return the token as a predicate of the first part of speech that it may be; a noun, if of none."""
        return self.clauses.predicate(token, POS_OF.get(token.upos, ("noun",))[0])

    def _modes(self, predicate: Predicate, kind: str | None = None) -> tuple[Aux, ...]:
        near = dates_near(predicate, self.mentions.dates)
        return self.coder.modality.modes(predicate, self.document, near, kind)

    def _is_news(self, draft: Draft) -> bool:
        """Whether the draft is told as done, neither denied nor asked nor general, and of no other trade."""
        told, predicate = self.coder.modality.assertion, draft.predicate
        if told.is_habitual(predicate) or told.is_denied(predicate) or told.is_asked(predicate):
            return False
        if self.attributions.is_own_denial(draft) or self._is_mere_content(draft):
            return False
        return not self._other_trade(draft)

    def _is_mere_content(self, draft: Draft) -> bool:
        """Whether the draft's deed is only named as wanted or possible, or predicted: no event so."""
        rules_ = self.coder.codebook.rules
        if "hypothetical" not in draft.aux or draft.type in rules_.speech_types:
            return False
        if draft.type in rules_.content_types and self.coder.modality.is_content(draft.predicate):
            return True
        return self.attributions.is_prediction(draft)

    def _is_private(self, draft: Draft) -> bool:
        """Whether nobody acts and nothing shows that the public is concerned: "a man was arrested"."""
        if draft.actor:
            return False
        sectors, persons = self.coder.private_sectors, self.coder.public_persons
        if any(self.parties.is_public(hit, sectors) or persons.has(hit.token) for hit in draft.recipient):
            return False
        found = self.coder.contexts.of(draft.predicate.token.sentence, draft.type, draft.mode)
        return not set(self.coder.codebook.rules.public_contexts) & set(found)

    def _other_trade(self, draft: Draft) -> bool:
        """Whether the sentence speaks of another trade, which does not spare the draft's type."""
        sentence = draft.predicate.token.sentence
        trades = {*self._trades, *self.coder.contexts.trades(sentence)}
        return any(not self.coder.contexts.spares(trade, draft.type) for trade in trades)

    @cached_property
    def _trades(self) -> tuple[str, ...]:
        """The non-political domains of the whole text; only looked up where something was matched."""
        return self.coder.contexts.trades_of_all(self.document.sentences)

    def finish(self, draft: Draft) -> Event:
        """Return the draft as a record."""
        kind = self.coder.codebook.types[draft.type]
        mode = kind.modes.get(draft.mode) if draft.mode else None
        predicate, text = draft.predicate, self.document.text
        actor, recipient = self.parties.as_parties(draft.actor), self.parties.as_parties(draft.recipient)
        sentence = predicate.token.sentence
        trigger = trigger_span(predicate, text)
        spans = [Span(start=p.start, end=p.end, text=p.text) for p in (*actor, *recipient)]
        return Event(
            id=_event_id(draft.type, trigger, actor, recipient),
            type=draft.type,
            mode=draft.mode,
            contexts=self.coder.contexts.of(sentence, draft.type, draft.mode),
            aux=draft.aux,
            quad=kind.quad,
            score=mode.score if mode is not None and mode.score is not None else kind.score,
            cameo=mode.cameo if mode is not None and mode.cameo else kind.cameo,
            actor=actor,
            recipient=recipient,
            trigger=trigger,
            sentence=Span(start=sentence.start, end=sentence.end, text=text[sentence.start : sentence.end]),
            mentions=tuple(sorted((trigger_span(p, text) for p in draft.tellings), key=_start)),
            place=self._place(draft, spans),
            date=self._date(draft),
            attribution=self.attributions.of(predicate.token),
            confidence=round(draft.confidence, 3),
            why=draft.match.frame.name,
        )

    def _place(self, draft: Draft, parties: list[Span]) -> str | None:
        """Return the closest place that a telling names: a site before a city before a country."""
        entry = self.coder.codebook.rules
        told = [event_place(p, self.mentions, self.document, parties, entry) for p in draft.tellings]
        return min((place for place in told if place is not None), key=self._breadth, default=None)

    def _breadth(self, place: str) -> int:
        return next(breadth(p) for p in self.mentions.places if p.id == place)

    def _date(self, draft: Draft) -> EventDate | None:
        """Return the date that a telling gives in words; the day of publication where none does."""
        told = [event_date(p, self.mentions, self.document) for p in draft.tellings]
        dated = next((date for date in told if date is not None and date.from_ == "text"), None)
        headline = draft.predicate.token.sentence.kind == "title" and "future" not in draft.aux
        return dated or (lead_date(self.mentions, self.document) if headline else None) or told[0]


def trigger_span(predicate: Predicate, text: str) -> Span:
    """Return the span of the predicate's word, and of the particle or light verb that belongs to it."""
    token = predicate.token
    parts = [token, *(c for c in token.children if c.deprel == "compound:prt")]
    carrier = predicate.carrier
    if carrier is not None and carrier is not token and 0 < token.i - carrier.i <= 4:
        parts.append(carrier)
    start, end = min(t.start for t in parts), max(t.end for t in parts)
    return Span(start=start, end=end, text=text[start:end])


def _event_id(kind: str, trigger: Span, actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> str:
    parts = [kind, str(trigger.start), str(trigger.end)]
    parts += [f"{role}{p.start}-{p.end}" for role, ps in (("a", actor), ("r", recipient)) for p in ps]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]


def _start(span: Span) -> tuple[int, int]:
    return (span.start, span.end)


def _position(draft: Draft) -> int:
    return draft.predicate.token.i
