"""Tells a capital that acts ("Moscow said", "talks with Beijing") from the city as a place."""

from __future__ import annotations

from tidings.mention.places.gazetteer import Candidate, rules
from tidings.mention.places.naming import Naming, is_dateline
from tidings.records import Token


def acts(naming: Naming, candidate: Candidate) -> bool:
    """Return whether the naming stands for the government that sits there."""
    if not candidate.capital and candidate.kind != "palace":
        return False
    if (
        naming.container is not None
        or naming.tokens[0].sentence.kind == "dateline"
        or is_dateline(naming.tokens)
    ):
        return False
    head = _head(naming.tokens)
    return _stands_for_government(head, palace=candidate.kind == "palace")


def _head(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head is None or t.head.i not in inside), tokens[-1])


def _stands_for_government(token: Token, *, palace: bool) -> bool:  # noqa: PLR0911 -- one for each relation
    words = rules().words
    relation = token.deprel.split(":")[0]
    if relation == "conj" and token.head is not None:
        return _stands_for_government(token.head, palace=palace)
    if relation in {"nsubj", "csubj"}:
        verb = token.head
        return verb is None or (verb.lemma not in words["placelike_verbs"] and verb.upos == "VERB")
    prepositions = [child.lower for child in token.children if child.deprel.startswith("case")]
    if any(child in {"'s", "’s"} for child in prepositions):
        return True
    if relation == "compound" and palace:
        return True
    if relation in {"obj", "iobj"} and token.head is not None:
        return token.head.lemma in words["addressing_verbs"]
    if relation in {"obl", "nmod"} and prepositions and prepositions[0] in words["governmental"]:
        return _governmental(token, prepositions[0])
    return False


def _governmental(token: Token, preposition: str) -> bool:
    if preposition in {"with", "against", "by", "for", "under"}:
        return True
    return token.head is not None and token.head.lemma in rules().words["relations"]
