"""`EventCoder`: a parsed document and its mentions in, coded events out."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from tidings.coding import rules
from tidings.coding.attribution import Attributions
from tidings.coding.backdating import backdate
from tidings.coding.clauses import Clauses
from tidings.coding.contexts import Contexts
from tidings.coding.drafts import Drafts
from tidings.coding.event_dates import dates_near, told_day
from tidings.coding.event_record import event_record
from tidings.coding.frames import POS_OF, Matcher
from tidings.coding.learned.judge import Judge
from tidings.coding.modality import ORDER, Modality
from tidings.coding.parties import Parties
from tidings.coding.privacy import Privacy
from tidings.coding.retellings import merge
from tidings.coding.settings import settings
from tidings.coding.stances import SPENT
from tidings.coding.visits import settle_many, settle_visit

if TYPE_CHECKING:
    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.coding.draft import Draft
    from tidings.records import Document, Event, Mentions, Token
    from tidings.records.event import Aux


class EventCoder:
    """Codes the political events of documents by one codebook."""

    def __init__(self, codebook: Codebook, judge: Judge | None = None) -> None:
        self.codebook = codebook
        self.modality = Modality(codebook)
        self.contexts = Contexts(codebook)
        self.privacy = Privacy(codebook, self.contexts)
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
            settle_many(draft, reading.parties, self.codebook)
        drafts.sort(key=attrgetter("position"))
        found = list(zip(drafts, settings(drafts, reading), strict=True))
        backdate(found, mentions.dates, document.published)
        return tuple(event_record(draft, reading, setting) for draft, setting in found)


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
        return not self._political or (
            self._is_news(draft) and not self.coder.privacy.covers(draft, self.parties)
        )

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

    def _other_trade(self, draft: Draft) -> bool:
        """Whether the sentence speaks of another trade, which does not spare the draft's type."""
        sentence = draft.predicate.token.sentence
        trades = {*self._trades, *self.coder.contexts.trades(sentence)}
        return any(not self.coder.contexts.spares(trade, draft.type) for trade in trades)

    @cached_property
    def _trades(self) -> tuple[str, ...]:
        """The non-political domains of the whole text; only looked up where something was matched."""
        return self.coder.contexts.trades_of_all(self.document.sentences)
