"""Slips of the parser undone where a full sentence allows one reading only.

Where a past form could be a participle, the parser may take the verb for a modifier of its object or subject:
"Oman hosted talks.", "Rights groups and the opposition criticised the minister."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.tags import FINITE, TENSED, VERBAL

if TYPE_CHECKING:
    from tidings.records import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIERS = frozenset({"compound", "nsubj", "amod", "nmod:desc"})
# Verbs in the present that the tagger takes for adverbs, or for adjectives after their noun.
ADVERB_LIKE = frozenset({"march", "rally"})


def is_lone_verb(token: Token) -> bool:
    """Whether a full sentence has no finite verb but this past form."""
    sentence = token.sentence
    if sentence.kind == "title" or sentence.tokens[-1].text not in {".", "!"}:
        return False
    return not any(t.upos in VERBAL and t is not token and _may_be_finite(t) for t in sentence.tokens)


def _may_be_finite(token: Token) -> bool:
    has_auxiliary = any(c.deprel.startswith("aux") and c.xpos in TENSED for c in token.children)
    return has_auxiliary or token.xpos in FINITE


def top_of_list(token: Token) -> Token:
    """Return the first of the conjuncts that the token belongs to."""
    while token.deprel == "conj" and token.head is not None:
        token = token.head
    return token


def verb_before_object(noun: Token) -> Token | None:
    """Return the verb that stands as modifier before its object, the root: "Oman hosted talks."."""
    if noun.deprel != "root":
        return None
    for c in noun.children:
        if c.deprel == "amod" and c.upos == "VERB" and c.xpos in {"VBD", "VBN"}:
            named = _names_before(noun, c) or _names_before(c, c)
            return c if named and is_lone_verb(c) else None
    return None


def is_verb_before_object(token: Token) -> bool:
    """Whether the token is the verb of a sentence, read as modifier of its object."""
    return token.deprel == "amod" and token.head is not None and verb_before_object(token.head) is token


def is_verb_as_adverb(token: Token) -> bool:
    """Whether a verb was tagged as adverb: "Thousands march in Rome", "Monks, veiled in red, march"."""
    if token.upos not in {"ADV", "ADJ", "VERB"} or any(c.deprel == "cop" for c in token.children):
        return False
    own = token.upos == "ADV" and any(c.deprel.startswith("nsubj") for c in token.children)
    return own or (token.lower in ADVERB_LIKE and _bearer_before(token) is not None)


def _bearer_before(token: Token) -> Token | None:
    """Return the plural noun before an adverb that modifies it and is a verb in truth."""
    head = token.head
    return head if head is not None and head.i < token.i and head.xpos in {"NNS", "NNPS"} else None


def is_verb_as_noun(token: Token) -> bool:
    """Whether the root is a verb read as noun: "Border police arrest Ana Lopez."."""
    if token.upos != "NOUN" or token.deprel != "root" or not _bearers(token):
        return False
    return any(_is_bare_conjunct(c) for c in token.children) or bool(_names_after(token))


def _is_bare_conjunct(token: Token) -> bool:
    return (
        token.deprel == "conj"
        and token.xpos in FINITE
        and not any(c.deprel.startswith(("nsubj", "aux")) for c in token.children)
    )


def names_after(token: Token) -> list[Token]:
    """Return whom a verb concerns that was read as noun."""
    return _names_after(token) if is_verb_as_noun(token) else []


def _names_after(token: Token) -> list[Token]:
    return [
        c for c in token.children
        if c.deprel == "appos" and c.upos == "PROPN" and _adjoining(token, c)
    ]  # fmt: skip


def _bearers(token: Token) -> list[Token]:
    return [c for c in token.children if c.deprel == "compound" and c.i < token.i and c.upos in NOMINAL]


def _adjoining(token: Token, name: Token) -> bool:
    """Whether nothing but words of the name's own phrase stands between a token and a name after it."""
    tokens = token.sentence.tokens
    between = tokens[token.i - tokens[0].i + 1 : name.i - tokens[0].i]
    return name.i > token.i and all(t.head is name and t.upos != "PUNCT" for t in between)


def displaced_subjects(token: Token) -> list[Token]:
    """Return the subjects of a verb that hang on its object, or on itself as if it were a noun."""
    if is_verb_as_noun(token):
        return _bearers(token)[-1:]
    bearer = _bearer_before(token) if is_verb_as_adverb(token) else None
    if bearer is not None:
        return [bearer]
    return _subjects_on_object(token) if token.upos == "VERB" else []


def _subjects_on_object(verb: Token) -> list[Token]:
    things = [c for c in verb.children if c.deprel == "obj"]
    joined = [c for thing in things for c in _conjuncts_before(thing, verb)]
    if joined:
        return joined
    if is_verb_before_object(verb) and verb.head is not None:
        return _names_before(verb.head, verb) or _names_before(verb, verb)
    if verb.deprel == "root" and verb.xpos in {*FINITE, "VBN"}:
        found = next((names for thing in things if (names := _names_before(thing, verb))), [])
        if found:
            return found
    return _names_before(verb, verb) if verb.deprel == "root" and verb.xpos in FINITE else []


def _conjuncts_before(thing: Token, verb: Token) -> list[Token]:
    """Return the subject that was read as conjunct of the object: "and guards gave them food"."""
    return [
        c for c in thing.children
        if c.deprel == "conj" and c.upos in NOMINAL and c.i < verb.i < thing.i
    ][-1:]  # fmt: skip


def is_bracketed(token: Token) -> bool:
    """Whether a word stands alone in brackets: the "(AP)" of a source."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    return 0 < at < len(tokens) - 1 and tokens[at - 1].text == "(" and tokens[at + 1].text == ")"


def _names_before(head: Token, verb: Token) -> list[Token]:
    """Return the modifier of `head` that names somebody before the verb, in a list of one."""
    return [
        c for c in head.children
        if c.deprel in MODIFIERS and c.i < verb.i and (c.upos == "PROPN" or c.deprel == "nsubj")
    ][:1]  # fmt: skip


def displaced_indirect(thing: Token) -> list[Token]:
    """Return the name that stands before the number of an object: "lent Kenya 20 million dollars"."""
    numbers = [c.i for c in thing.children if c.deprel == "nummod"]
    return [
        c for c in thing.children
        if numbers and c.deprel == "compound" and c.upos == "PROPN" and c.i < numbers[0]
    ]  # fmt: skip


def earlier_in_list(subject: Token) -> list[Token]:
    """Return the name before a subject that was read as address: "US, Australian forces"."""
    verb = subject.head
    if verb is None:
        return []
    return [
        c for c in verb.children
        if c.deprel == "vocative" and c.upos == "PROPN" and c.i < subject.i < verb.i
    ]  # fmt: skip
