"""One verb pattern of PETRARCH, taken apart: what stands before and after the verb, in our slots.

`- PRE * POST (PREP NOUN) [code]`: bare words are noun phrases, as are those in `{…}`; `(…)` is a phrase with
its preposition, `&NAME` a synset, `$` the source, `+` the target, `%` both in one, `^` anything. Slots are
those of deep syntax: of a passive, what stands before the verb is the object, and after "by" the subject.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tidings.codebook.petrarch.asked import ACTOR, ANY, Pattern
from tidings.codebook.petrarch.phrases import PatternError, Phrase, is_adverb, phrases, word_lists


def parse(text: str) -> list[Pattern]:
    """Return what a pattern asks for, given without its dash, its code and its choices.

    It is two where it can be meant in two ways: "by mortar" of an active verb and of a passive one.

    Raises:
        PatternError: it is broken, or has no counterpart in our terms.
    """
    sides = re.split(r"\*+", text)
    if len(sides) != 2:
        raise PatternError("a pattern without one place for the verb")
    before, passive = _without_auxiliaries(phrases(sides[0]))
    after = phrases(sides[1])
    passive = passive or _target_first(before, after)
    pattern = Pattern()
    if passive:
        _take_agent(pattern, after)
    _after(pattern, after)
    first = _first_slot(pattern) if passive else "subject"
    for phrase in before:
        if phrase.preposition:
            raise PatternError("a phrase with a preposition before the verb", phrase.preposition)
        _fill(pattern, first, phrase)
    if passive and not pattern.needs and pattern.recipient is None:
        raise PatternError("a passive and nothing else")
    if passive and pattern.recipient is None:
        pattern.recipient = first
    if pattern.recipient == "subject" and pattern.actor in (None, "subject"):
        raise PatternError("the target as subject, and no source")
    return _readings(pattern)


def _first_slot(pattern: Pattern) -> str:
    """Return what stands before a passive: "was given a medal" has an object after the verb."""
    return "indirect" if "object" in pattern.needs else "object"


def _take_agent(pattern: Pattern, after: list[Phrase]) -> None:
    """Take the source that stands right after a passive without "by"."""
    for phrase in after:
        if not phrase.preposition and "$" in phrase.marks:
            phrase.marks = phrase.marks.replace("$", "")
            pattern.actor = "subject"


def _without_auxiliaries(before: list[Phrase]) -> tuple[list[Phrase], bool]:
    """Return the phrases before the verb without its auxiliaries, and whether those make a passive.

    Raises:
        PatternError: a modal, a negation or a verb of saying: Tidings codes these by rules of its own.
    """
    lists = word_lists()
    words = [word for phrase in before for noun in phrase.nouns for word in noun.split()]
    for word in words:
        if word in lists["modality"]:
            raise PatternError("negation, future or report before the verb", word)
    for phrase in before:
        kept = [_without(noun, (*lists["passive"], *lists["perfect"])) for noun in phrase.nouns]
        phrase.nouns = [noun for noun in kept if noun]
    left = [phrase for phrase in before if phrase.nouns or phrase.marks or phrase.preposition]
    return left, any(word in lists["passive"] for word in words)


def _without(noun: str, words: tuple[str, ...]) -> str:
    return " ".join(word for word in noun.split() if word not in words)


def _target_first(before: list[Phrase], after: list[Phrase]) -> bool:
    """Whether the target stands before the verb as in a passive: not as in "suffered losses"."""
    if not any("+" in phrase.marks for phrase in before):
        return False
    by = any(phrase.preposition == "by" and "$" in phrase.marks for phrase in after)
    bare = [noun for phrase in after if not phrase.preposition for noun in phrase.nouns]
    return by or all(noun in word_lists()["particles"] or is_adverb(noun) for noun in bare)


def _after(pattern: Pattern, after: list[Phrase]) -> None:
    if after and not after[0].preposition and after[0].nouns[:1]:
        first = after[0].nouns[0]
        if first in word_lists()["particles"]:
            pattern.particle = first
            after[0].nouns.pop(0)
    for phrase in after:
        if phrase.preposition or phrase.nouns or phrase.marks:
            _fill(pattern, phrase.preposition or "object", phrase)


def _fill(pattern: Pattern, slot: str, phrase: Phrase) -> None:
    """Say of a slot what the words and marks of a phrase ask for."""
    adverbs = [noun for noun in phrase.nouns if is_adverb(noun)]
    nouns = [noun for noun in phrase.nouns if noun not in adverbs]
    for adverb in adverbs:
        pattern.need("sentence", (adverb,))
    for noun in nouns:
        _refuse_non_nouns(noun)
    if len(nouns) > 1:
        one = "several noun phrases after one preposition"
        raise PatternError(one if phrase.preposition else "two phrases in one place", ", ".join(nouns))
    for noun in nouns:
        pattern.need(slot, (noun,))
    _mark(pattern, slot, phrase.marks, bare=not nouns)
    if phrase.preposition and not nouns and not adverbs and not phrase.marks:
        pattern.need(slot, ANY)


def _mark(pattern: Pattern, slot: str, marks: str, *, bare: bool) -> None:
    """Say of a slot what its marks ask for; `bare`: no words stand beside them."""
    parties = set(marks) - {"^"}
    if len(parties) > 1:
        raise PatternError("source and target in one place", slot)
    if "$" in parties:
        pattern.actor = slot
    elif "+" in parties:
        pattern.recipient = slot
    elif "%" in parties:
        pattern.both = True
    if bare and parties & {"+", "%"} and not (pattern.both and slot == "subject"):
        pattern.need(slot, ACTOR)
    elif bare and marks and not parties:
        pattern.need(slot, ANY)


def _refuse_non_nouns(noun: str) -> None:
    lists = word_lists()
    for word in noun.split():
        if word in lists["clauses"] or word in lists["modality"]:
            raise PatternError("a clause", word)
        if word in lists["particles"]:
            raise PatternError("a particle away from the verb", word)
    if "|" in noun:
        raise PatternError("too many choices", noun)
    if "@" in noun or not re.search(r"\w", noun):
        raise PatternError("a mark that has no counterpart", noun)


def _readings(pattern: Pattern) -> list[Pattern]:
    """Return a pattern in all the ways in which its words may be meant.

    "By" and a noun is said of active and of passive verbs; "to" and a word may be a clause: "to withdraw".
    """
    found = _with_agents(pattern)
    words = pattern.needs.get("to")
    if not isinstance(words, tuple) or any(" " in word or "&" in word for word in words):
        return found
    rest = {slot: what for slot, what in pattern.needs.items() if slot != "to"}
    return [*found, replace(found[0], needs={**rest, "clause": words})]


def _with_agents(pattern: Pattern) -> list[Pattern]:
    """Return a pattern with "by" as it is said of active and passive verbs."""
    if pattern.recipient == "by":
        raise PatternError('the target after "by"')
    words = pattern.needs.pop("by", None)
    if pattern.actor == "by":
        pattern.actor = "subject"
        if isinstance(words, tuple):
            pattern.need("subject", words)
        return [pattern]
    if words is None:
        return [pattern]
    if isinstance(words, str):
        raise PatternError("a passive and nothing else")
    active = replace(pattern, needs={**pattern.needs, "by": words})
    if "subject" in pattern.needs or pattern.actor == "subject":
        return [active]
    return [active, replace(pattern, needs={**pattern.needs, "subject": words})]
