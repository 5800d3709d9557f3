"""The tense an expression stands in: whether "on Wednesday" lies behind or ahead."""

from __future__ import annotations

from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.anchor import Tense
from tidings.records import Token

_MODALS = {"will", "'ll", "’ll", "shall", "would", "wo", "may", "might", "could", "should", "must", "can"}
_COMING = {"will", "'ll", "’ll", "shall", "wo"}


def tense_of(tokens: list[Token], block: str) -> Tense:
    """Return the tense of the clause that the tokens of a time expression hang on."""
    if not tokens:
        return "none"
    inside = {token.i for token in tokens}
    top = next((t for t in tokens if t.head is None or t.head.i not in inside), tokens[0])
    node: Token | None = top
    ahead = vocabulary.load().tables["ahead"]["lemmas"]
    while node is not None:
        if node.xpos == "VBD" and tokens[-1].i < node.i:
            return "past"  # "On Friday they pledged aid", but "they pledged aid for Friday"
        if node.upos in {"VERB", "AUX"} or node.lemma in ahead:
            found = _tense_of_verb(node, ahead, block)
            if found == "future" and _names_an_event(top):
                return "none"  # "want them to answer for the clashes of May 1"
            if found is not None:
                return found
        node = node.head
    return "past" if block == "title" else "none"


def _names_an_event(date: Token) -> bool:
    """Return whether a date says which event is meant: its day need not lie where the verb's time does."""
    return date.deprel == "nmod" and any(c.lower == "of" for c in date.children if c.deprel == "case")


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
    modals = {child.lower for child in helpers if child.lower in _MODALS and child.xpos == "MD"}
    if (
        modals
        and not modals & _COMING
        and verb.xpos == "VBN"
        and any(child.lemma == "have" for child in helpers)
    ):
        return "past"  # "may have met in July"
    if modals:
        return "future"
    if verb.lemma in ahead and (verb.upos in {"VERB", "ADJ", "NOUN"}):
        return "future"
    if any(child.lower in {"was", "were", "had", "did", "has", "have", "been"} for child in helpers):
        return "past"
    if verb.xpos == "VBD":
        return "past"
    if verb.xpos == "VB" and any(child.lower == "to" for child in verb.children):
        return "past" if _is_achieved(verb) else "future"
    if verb.xpos == "VBN" and not helpers:
        return "past"
    if verb.xpos in {"VBZ", "VBP"} or helpers:
        return _present(verb, block)
    return None


def _is_achieved(infinitive: Token) -> bool:
    """Return whether an infinitive tells what came of the past: "was able to win", "managed to flee"."""
    over = infinitive.head
    if over is None or over.lemma not in vocabulary.load().tables["achieved"]["lemmas"]:
        return False
    return over.xpos == "VBD" or any(
        child.xpos == "VBD" for child in over.children if child.deprel.startswith(("aux", "cop"))
    )


def _present(verb: Token, block: str) -> Tense:
    """Headlines tell the past in the present; so do verbs of reporting. Other presents announce."""
    if block == "title" or verb.lemma in vocabulary.load().tables["reports"]["lemmas"]:
        return "past"
    return "future" if verb.upos == "VERB" else "none"
