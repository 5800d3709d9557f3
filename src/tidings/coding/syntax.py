"""Universal Dependencies read tolerantly: the clause and the objects of one token.

The parser errs; where two analyses of the same words are common, both are read the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.phrases import is_hedge, is_particle, prepositions
from tidings.coding.slips import displaced_indirect, is_verb_before_object, names_after
from tidings.coding.tags import FINITE, TENSED
from tidings.coding.voice import is_passive

if TYPE_CHECKING:
    from tidings.records import Token

POSSESSORS = frozenset({"nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "nummod"})
OBLIQUE = frozenset({"obl", "nmod", "advmod", "advcl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def child(token: Token, *deprels: str) -> Token | None:
    """Return the first child with one of the relations, or None."""
    return next((c for c in token.children if c.deprel in deprels), None)


def is_relative(token: Token) -> bool:
    """Whether the token heads a relative clause."""
    return token.deprel == "acl:relcl"


def is_finite(token: Token) -> bool:
    """Whether a verb is finite: by its own tag or by an auxiliary."""
    if any(c.deprel.startswith("aux") and c.xpos in TENSED for c in token.children):
        return True
    return token.xpos in FINITE


def follows_comma(token: Token) -> bool:
    """Whether a comma stands before a word, or before the adverb at its left."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i - 1
    while at >= 0 and tokens[at].head is token and tokens[at].deprel == "advmod":
        at -= 1
    return at >= 0 and tokens[at].text == ","


def is_nominal_gerund(token: Token) -> bool:
    """Whether a form in -ing is a noun in all but its tag: "a mass shooting"."""
    return token.xpos == "VBG" and any(c.deprel in {"det", "amod", "nmod:poss"} for c in token.children)


def antecedent(child_: Token, verb: Token) -> Token | None:
    """Return what a relative pronoun inside `verb`'s clause stands for, or None."""
    if child_.lower in RELATIVE and is_relative(verb):
        return verb.head
    return None


def objects(token: Token) -> list[Token]:
    """Return the objects, relative pronouns replaced by what they stand for."""
    if is_verb_before_object(token) and token.head is not None:
        return [token.head]
    found = [c for c in token.children if _is_object(c)]
    things = found[1:] if is_double_object(token) else found
    things = things or [c for c in token.children if c.deprel == "iobj"] or names_after(token)
    return [antecedent(c, token) or c for c in things]


def _is_object(token: Token) -> bool:
    if token.deprel == "obj" or (token.lower == "whom" and token.deprel.startswith("nsubj")):
        return True
    return _follows_particle(token) or is_hedged_object(token)


def is_double_object(token: Token) -> bool:
    """Whether the parser gave a verb two plain objects: the first is then the indirect one."""
    found = [c for c in token.children if c.deprel == "obj"]
    if any(c.deprel == "case" for thing in found for c in thing.children):
        return False
    return len(found) == 2 and token.i < found[0].i


def indirect_objects(token: Token) -> list[Token]:
    """Return the indirect objects: "sent Kyiv aid"."""
    if is_double_object(token):
        return [c for c in token.children if c.deprel == "obj"][:1]
    found = [c for c in token.children if c.deprel == "iobj"]
    return found or [i for c in token.children if c.deprel == "obj" for i in displaced_indirect(c)]


def is_hedged_object(token: Token) -> bool:
    """Whether an object was read as oblique for the sake of a hedge: "killed at least five men"."""
    if token.deprel != "obl" or token.head is None or token.i < token.head.i:
        return False
    if prepositions(token):
        particles = [c for c in token.head.children if c.deprel == "compound:prt"]
        return prepositions(token) == ["to"] and any(not is_particle(c) for c in particles)
    numbers = [g for c in token.children if c.deprel == "nummod" for h in c.children for g in h.children]
    return any(c.deprel == "case" and is_hedge(c) for c in (*token.children, *numbers))


def _follows_particle(token: Token) -> bool:
    """Whether a phrase that was read as oblique is the object of a particle verb: "cut off supplies"."""
    return token.deprel == "obl" and any(c.deprel == "case" and c.xpos == "RP" for c in token.children)


def relative_object(token: Token) -> list[Token]:
    """Return the noun that a relative clause without pronoun has as object: "the man they freed"."""
    if not is_relative(token) or token.head is None or is_passive(token):
        return []
    if any(c.deprel in {"obj", "ccomp", "xcomp"} or c.lower in RELATIVE for c in token.children):
        return []
    return [token.head] if any(c.deprel == "nsubj" for c in token.children) else []


def shared_objects(token: Token) -> list[Token]:
    """Return the object that coordinated verbs share: "arrested and charged three men"."""
    if token.deprel == "conj" and token.head is not None and token.head.upos == "VERB":
        return [c for c in objects(token.head) if c.i > token.i]
    following = [c for c in token.children if c.deprel == "conj" and c.upos == "VERB" and c.i - token.i <= 3]
    return [
        thing
        for verb in following
        for thing in objects(verb)
        if not any(c.deprel.startswith("nsubj") for c in verb.children)
    ]
