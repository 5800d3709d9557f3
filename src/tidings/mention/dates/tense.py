"""The tense an expression stands in: whether "on Wednesday" lies behind or ahead."""

from __future__ import annotations

from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Tense
from tidings.records import Token

_MODALS = {"will", "'ll", "’ll", "shall", "would", "wo", "may", "might", "could", "should", "must", "can"}


def tense_of(tokens: list[Token], block: str) -> Tense:
    """Return the tense of the clause that the tokens of a time expression hang on."""
    if not tokens:
        return "none"
    inside = {token.i for token in tokens}
    node: Token | None = next((t for t in tokens if t.head is None or t.head.i not in inside), tokens[0])
    ahead = vocabulary.load().tables["ahead"]["lemmas"]
    while node is not None:
        if node.upos in {"VERB", "AUX"} or node.lemma in ahead:
            found = _tense_of_verb(node, ahead, block)
            if found is not None:
                return found
        node = node.head
    return "past" if block == "title" else "none"


def is_these_days(tokens: list[Token]) -> bool:
    """Return whether "today" speaks of these days: with a verb of state in the present, or with "still".

    "It is still in use today", "known today as …"; but "the court hears the case today", "he is due today".
    """
    today = tokens[0]
    if len(tokens) > 1 or today.lower != "today" or today.sentence.kind == "title":
        return False
    if today.deprel.startswith(("nmod", "nsubj")):
        return False
    verb = today.head
    while verb is not None and verb.upos not in {"VERB", "AUX"} and not _has_copula(verb):
        verb = verb.head
    return verb is not None and _is_lasting(verb)


def _is_lasting(verb: Token) -> bool:
    """Return whether a verb or a noun with "is" tells a state of the present."""
    helpers = [child for child in verb.children if child.deprel.startswith(("aux", "cop"))]
    forms = {child.xpos for child in helpers} | {verb.xpos}
    perfect = any(child.lemma == "have" for child in helpers)
    if perfect or forms & {"MD", "VBD", "VBG"} or not forms & {"VBZ", "VBP", "VBN"}:
        return False
    tables = vocabulary.load().tables
    if any(child.lower == "still" for child in verb.children):
        return True
    if _has_copula(verb):
        return verb.upos == "NOUN" and verb.lemma not in tables["ahead"]["lemmas"]
    return verb.lemma in tables["states"]["lemmas"]


def _has_copula(token: Token) -> bool:
    return any(child.deprel.startswith("cop") for child in token.children)


def _tense_of_verb(verb: Token, ahead: list[str], block: str) -> Tense | None:  # noqa: PLR0911 -- a list of rules
    helpers = [child for child in verb.children if child.deprel.startswith(("aux", "cop"))]
    if any(child.lower in _MODALS and child.xpos == "MD" for child in helpers):
        return "future"
    if verb.lemma in ahead and (verb.upos in {"VERB", "ADJ", "NOUN"}):
        return "future"
    if any(child.lower in {"was", "were", "had", "did", "has", "have", "been"} for child in helpers):
        return "past"
    if verb.xpos == "VBD":
        return "past"
    if verb.xpos == "VB" and any(child.lower == "to" for child in verb.children):
        return "future"
    if verb.xpos == "VBN" and not helpers:
        return "past"
    if verb.xpos in {"VBZ", "VBP"} or helpers:
        return _present(verb, block)
    return None


def _present(verb: Token, block: str) -> Tense:
    """Headlines tell the past in the present; so do verbs of reporting. Other presents announce."""
    if block == "title" or verb.lemma in vocabulary.load().tables["reports"]["lemmas"]:
        return "past"
    return "future" if verb.upos == "VERB" else "none"
