"""Cases to learn from: every sentence of the annotated texts as the coder sees it, with what is right.

A case holds arrays only, so that the network can be trained again and again without parsing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.codebook import Codebook
from tidings.coding import EventCoder
from tidings.coding.coder import Analysis
from tidings.coding.learned.pairs import Pairs
from tidings.coding.learned.view import ACTOR, RECIPIENT, View, views
from tidings.errors import ItemError
from tidings.mention import Finder
from tidings.parse import Parser
from tidings.read import read_page
from tidings.records import Document, Mentions, Page, Token
from tidings.records.event import Aux

Gold = dict[str, Any]
Read = tuple[Gold, Document, Mentions]
Floats = NDArray[np.float32]
EITHER = "|"
SPARE = -1
AUX: tuple[Aux, ...] = ("historical", "future", "hypothetical", "negation")


@dataclass
class Trigger:
    """A gold event at a token: types (indices; either is right), parties by actor, modes.

    `roles` has one for each actor among the pairs, in the order of their first mentions.
    """

    types: list[int]
    mode: str | None
    aux: list[int] | None
    optional: bool
    pairs: Pairs
    roles: list[int]
    rules: list[int]
    lost: int = 0
    """Gold parties that no candidate of the sentence names."""

    @property
    def at(self) -> int:
        """The place of its word."""
        return self.pairs.at

    @property
    def entities(self) -> list[int]:
        """The actors among the pairs, in the order of their first mentions."""
        return list(dict.fromkeys(self.pairs.entities))


@dataclass
class Case:
    """A sentence of n tokens."""

    id: str
    state: NDArray[np.float16]
    upos: list[str]
    deprel: list[str]
    frames: Floats
    triggers: list[Trigger] = field(default_factory=list)
    taught: bool = False
    """Labelled by a model: modes are learned from it, types and roles are not."""

    @property
    def kept(self) -> Floats:
        """For each token (n, types), whether a frame has proposed the type with its parties."""
        return self.frames[:, -(self.frames.shape[1] // 3) :]


class Stages:
    """The stages up to the frames' drafts."""

    def __init__(self) -> None:
        self.parser, self.finder = Parser.load(), Finder.load()
        self.coder = EventCoder(Codebook.load())
        self.types = tuple(self.coder.codebook.types)

    def document(self, item: Gold) -> tuple[Document, Mentions]:
        """Return the parsed text with its mentions.

        Raises:
            ItemError: Reading refuses the page.

        """
        reading = read_page(Page(name=item["id"], media="text", content=item["text"], date=item["date"]))
        document = self.parser(reading.text, reading.blocks, published=item["date"], published_confidence=1.0)
        return document, self.finder(document, reading)

    def read(self, items: Iterable[Gold]) -> Iterator[Read]:
        """Yield the items with what was read; not those that reading refuses."""
        for item in items:
            try:
                document, mentions = self.document(item)
            except ItemError:
                continue
            yield {**item, "text": document.text}, document, mentions

    def cases(self, items: Iterable[Gold]) -> Iterator[Case]:
        """Yield the cases of the items; pages that reading refuses have none."""
        for item, document, mentions in self.read(items):
            yield from self.cases_of(item, document, mentions)

    def cases_of(self, item: Gold, document: Document, mentions: Mentions) -> Iterator[Case]:
        """Yield the cases of an item that has been read."""
        analysis = Analysis(self.coder, document, mentions)
        found = [(view, _case(item["id"], view)) for view in views(analysis, analysis.drafts(), self.types)]
        for event in item["events"]:
            self._place(event, found)
        yield from (case for _, case in found)

    def _place(self, event: Gold, found: Sequence[tuple[View, Case]]) -> None:
        """Add the event to the case of the sentence that its trigger stands in."""
        for view, case in found:
            start = view.analysis.document.text.find(event["trigger"])
            end = start + len(event["trigger"])
            tokens = [t for t in view.sentence.tokens if t.start < end and start < t.end]
            if tokens:
                types = [self.types.index(kind) for kind in event["type"].split(EITHER)]
                at = _trigger(case.kept, view, tokens, types)
                case.triggers.append(_labelled(event, view, at, types))
                return


def _labelled(event: Gold, view: View, at: int, types: list[int]) -> Trigger:
    text, mentions = view.analysis.document.text, view.analysis.mentions
    wanted = [[_party(text, words, mentions) for words in event[role]] for role in ("actor", "recipient")]
    here = {a for c in view.candidates for a in c.mention.actors}
    pairs = Pairs.of(view, at, types[0])
    actors = {candidate.entity: candidate.mention.actors for candidate in view.candidates}
    return Trigger(
        types=types,
        mode=event["mode"],
        aux=None if event["aux"] is None else [int(a in event["aux"]) for a in AUX],
        optional=bool(event.get("optional")),
        pairs=pairs,
        roles=[_role(actors[entity], wanted) for entity in dict.fromkeys(pairs.entities)],
        rules=view.analysis.modes_at(view.sentence.tokens[at]),
        lost=sum(not here.intersection(party) for parties in wanted for party in parties),
    )


def _party(text: str, words: str, mentions: Mentions) -> tuple[str, ...]:
    """Return the actors of the mention that the first occurrence of a gold party's words overlaps most."""
    start = text.find(words)
    end = start + len(words)
    inside = [m for m in mentions.actor_mentions if m.start < end and start < m.end]
    if start < 0 or not inside:
        return ()
    return max(inside, key=lambda m: min(m.end, end) - max(m.start, start)).actors


def _role(actors: tuple[str, ...], wanted: Sequence[Sequence[tuple[str, ...]]]) -> int:
    """Return what the actors of a mention are; `SPARE` where only some of them are a party's."""
    for number, parties in ((ACTOR, wanted[0]), (RECIPIENT, wanted[1])):
        if actors in parties:
            return number
    if any(set(actors) & set(party) for parties in wanted for party in parties):
        return SPARE
    return 0


def _trigger(kept: Floats, view: View, tokens: list[Token], types: list[int]) -> int:
    """Return the place of the trigger's word: where a draft of the type stands near it, else its head."""
    first = view.sentence.tokens[0].i
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head is None or t.head.i not in inside), tokens[0])
    drafted = [at for at, drafts in view.drafts.items() if any(kept[at, k] for k in types)]
    for at in drafted:
        if at + first in inside:
            return at
    for at in drafted:
        carriers = {d.predicate.carrier.i for d in view.drafts[at] if d.predicate.carrier is not None}
        if carriers & inside or view.sentence.tokens[at].head is top or top.head is view.sentence.tokens[at]:
            return at
    return top.i - first


def _case(name: str, view: View) -> Case:
    tokens = view.sentence.tokens
    return Case(
        id=name,
        state=view.state.astype(np.float16),
        upos=[t.upos for t in tokens],
        deprel=[t.deprel for t in tokens],
        frames=view.frames,
    )
