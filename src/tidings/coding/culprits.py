"""Who did what is told without a doer, where the text names him beside it.

"The mayor was found dead after gunmen had seized him"; "Police fired shots. Ten people were arrested."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.hit import Hit
from tidings.coding.phrases import prepositions
from tidings.coding.voice import agents, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook import Codebook
    from tidings.coding.draft import Draft
    from tidings.coding.parties import Parties
    from tidings.records import Document, Sentence, Token

BY = "by"


class Culprits:
    """Gives deeds without a doer the one whom the text names beside them."""

    def __init__(self, codebook: Codebook, parties: Parties, document: Document) -> None:
        rules = codebook.rules
        self._doers = {mode: frozenset(sectors) for mode, sectors in rules.doers.items()}
        self._harmful = frozenset(rules.one_in_sentence)
        self._parties = parties
        self._sentences = document.sentences

    def fill(self, drafts: Sequence[Draft]) -> None:
        """Set the actors of drafts that have none."""
        for draft in drafts:
            if not draft.actor and draft.recipient:
                draft.actor = (
                    self._of_same_victim(draft, drafts) or self._of_means(draft) or self._of_mode(draft)
                )

    def _of_same_victim(self, draft: Draft, drafts: Sequence[Draft]) -> list[Hit]:
        """Return who did something of the same type to the same victim in the same sentence."""
        sentence = draft.predicate.token.sentence
        for other in drafts:
            same = other.type == draft.type and other.predicate.token.sentence is sentence
            if same and other.actor and draft.recipient_ids() == other.recipient_ids():
                return other.actor
        return []

    def _of_means(self, draft: Draft) -> list[Hit]:
        """Return whose means did it: "shelling by the army killed", "killed by a mine laid by rebels"."""
        if draft.type not in self._harmful:
            return []
        makers = [t for noun in draft.predicate.fillers("subject") for t in _makers(noun)]
        hits = [hit for hit in self._parties.hits(makers) if hit.direct and self._parties.political(hit)]
        return [hit for hit in hits if not draft.recipient_ids() & set(hit.mention.actors)]

    def _of_mode(self, draft: Draft) -> list[Hit]:
        """Return the only one near whose trade such deeds are: the police of an arrest."""
        sectors = self._doers.get(f"{draft.type}.{draft.mode}")
        if sectors is None:
            return []
        at = self._sentences.index(draft.predicate.token.sentence)
        for sentence in self._sentences[max(at - 1, 0) : at + 2]:
            hits = {hit.mention.actors: hit for hit in self._of_trade(sentence, sectors)}
            others = [hit for actors, hit in hits.items() if not draft.recipient_ids() & set(actors)]
            if len(others) == 1:
                return others
        return []

    def _of_trade(self, sentence: Sentence, sectors: frozenset[str]) -> Iterator[Hit]:
        for token in sentence.tokens:
            mention = self._parties.at(token)
            if mention is None or mention.head != token.i or mention.locative:
                continue
            hit = Hit(mention, token, "self")
            if self._parties.has_sector(hit, sectors) and token.xpos in {"NNS", "NNP", "NNPS"}:
                yield hit


def _makers(noun: Token) -> list[Token]:
    """Return who stands after "by" beneath a noun, or is the agent of a participle that describes it."""
    found = [c for c in noun.children if c.deprel.startswith(("nmod", "obl")) and BY in prepositions(c)]
    told = [c for c in noun.children if c.deprel in {"acl", "acl:relcl"} and is_passive(c)]
    return [*found, *(agent for verb in told for agent in agents(verb))]
