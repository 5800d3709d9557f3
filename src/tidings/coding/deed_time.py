"""What a deed's words say of its time where no date does: plainly past, lying back, or going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.phrases import prepositions
from tidings.coding.tags import TENSED, VERBAL
from tidings.coding.tense import has_had
from tidings.coding.upward import upward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook.schema import Rules
    from tidings.coding.predicate import Predicate
    from tidings.records import Token


def clause_verb(predicate: Predicate) -> Token:
    """Return the verb of the clause that tells the event; the noun itself where it has none."""
    return _verb_over(predicate.carrier or predicate.token)


def _verb_over(start: Token) -> Token:
    return next((at for at in upward(start) if at.upos in VERBAL or _has_copula(at)), start)


def _has_copula(token: Token) -> bool:
    return any(c.deprel.startswith("cop") for c in token.children)


def is_plain_past(predicate: Predicate) -> bool:
    """Whether the clause is told in the simple past: "fired", "was hit"; not "has fired", "had fired".

    A form that has no tense of its own, such as an infinitive, counts by the first verb above that has one.
    """
    for at in upward(clause_verb(predicate)):
        helpers = [c for c in at.children if c.deprel.startswith(("aux", "cop")) and c.xpos in TENSED]
        if helpers:
            return all(c.xpos == "VBD" and c.lower != "had" for c in helpers)
        if at.xpos in TENSED:
            return at.xpos == "VBD"
    return False


def had_been(predicate: Predicate) -> bool:
    """Whether the clause stands in the pluperfect: "had agreed", and "which they refused" after it."""
    verb = clause_verb(predicate)
    return has_had(verb) or (
        verb.deprel == "acl:relcl" and verb.head is not None and has_had(_verb_over(verb.head))
    )


def lies_back(predicate: Predicate, rules: Rules) -> bool:
    """Whether words put the deed at an earlier time that is not told: "previously", "in a past raid".

    The words are `undated_words` of the rules: adverbs and adjectives of the deed, adjectives of its
    occasion.
    """
    verb = clause_verb(predicate)
    return any(word.lower in rules.undated_words for word in _qualifiers(predicate, verb, rules))


def leads_up(predicate: Predicate, rules: Rules) -> bool:
    """Whether the sentence tells the deed only as what came before another: "after police shot a man".

    The deed, or a phrase or clause around it, has such a marker ("after", "since"); the main clause has none.
    """
    return any(
        c.lower in rules.leading_marks and c.deprel in {"mark", "case"}
        for at in upward(predicate.token)
        if at.head is not None
        for c in at.children
    )


def goes_on(predicate: Predicate, rules: Rules) -> bool:
    """Whether the deed follows on what was told before: "later shot him", "Then they marched"."""
    verb = clause_verb(predicate)
    return any(c.lower in rules.onward_words and c.deprel == "advmod" for c in verb.children)


def _qualifiers(predicate: Predicate, verb: Token, rules: Rules) -> Iterator[Token]:
    """Yield the deed's adverbs, its noun's adjectives, and those of an occasion: "in a past raid"."""
    occasions = set(rules.undated_prepositions)
    for word in {predicate.token.i: predicate.token, verb.i: verb}.values():
        yield from (c for c in word.children if c.deprel in {"advmod", "amod"})
        for phrase in word.children:
            if phrase.deprel.startswith("obl") and occasions.intersection(prepositions(phrase)):
                yield from (c for c in phrase.children if c.deprel == "amod")
