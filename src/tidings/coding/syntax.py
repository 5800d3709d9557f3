"""Universal Dependencies read tolerantly: voice, objects and agents of one token.

The parser errs; where two analyses of the same words are common, both are read the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.phrases import is_hedge, is_particle, prepositions
from tidings.coding.slips import (
    displaced_indirect,
    is_lone_verb,
    is_verb_before_object,
    names_after,
    top_of_list,
)

if TYPE_CHECKING:
    from tidings.records import Token

POSSESSORS = frozenset({"nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "nummod"})
OBLIQUE = frozenset({"obl", "nmod", "advmod", "advcl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PASSIVE = frozenset({"nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"})


def child(token: Token, *deprels: str) -> Token | None:
    """Return the first child with one of the relations, or None."""
    return next((c for c in token.children if c.deprel in deprels), None)


def is_relative(token: Token) -> bool:
    """Whether the token heads a relative clause."""
    return token.deprel == "acl:relcl"


def is_finite(token: Token) -> bool:
    """Whether a verb is finite: by its own tag or by an auxiliary."""
    if any(c.deprel.startswith("aux") and c.xpos in {"VBD", "VBZ", "VBP", "MD"} for c in token.children):
        return True
    return token.xpos in {"VBD", "VBZ", "VBP"}


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


def is_passive(token: Token) -> bool:
    """Whether a verb is passive: marked so, a bare participle that modifies, or a headline participle."""
    deprels = {c.deprel for c in token.children}
    if deprels & PASSIVE:
        return not (token.xpos in {"VBD", "VBZ", "VBP"} and "nsubj" in deprels and "aux:pass" not in deprels)
    if "obj" in deprels or ("aux" in deprels and "cop" not in deprels) or token.upos not in {"VERB", "ADJ"}:
        return False
    if token.deprel in {"acl", "amod"}:
        return token.xpos in {"VBN", "VBD"} and not is_main_verb(token)
    if token.upos == "ADJ" and "cop" in deprels:
        return bool(agents(token))
    if token.xpos == "VBN":
        return _is_passive_participle(token, deprels)
    return _headline_participle(token, deprels)


def _is_passive_participle(token: Token, deprels: set[str]) -> bool:
    if token.deprel == "conj" and token.head is not None and "nsubj" not in deprels:
        return is_passive(token.head)
    return "nsubj" not in deprels or token.sentence.kind == "title" or bool(agents(token))


def is_main_verb(token: Token) -> bool:
    """Whether a participle on the root of a full sentence is its verb.

    The parser takes the subject for the root where a past form could be a participle: "Police and students
    clashed in Bonn."
    """
    if is_verb_before_object(token):
        return True
    head = token.head
    if token.deprel != "acl" or head is None or agents(token):
        return False
    return top_of_list(head).deprel == "root" and is_lone_verb(token)


def _headline_participle(token: Token, deprels: set[str]) -> bool:
    """Whether a verb of a headline lacks its object and names an agent: "Editor arrested by police"."""
    if token.sentence.kind != "title" or token.xpos != "VBD" or "ccomp" in deprels or "xcomp" in deprels:
        return False
    return any("by" in prepositions(c) for c in token.children)


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


def agents(token: Token) -> list[Token]:
    """Return the agents of a passive, its own or those at the end of a coordination of passives."""
    return _own_agents(token) or _shared_agents(token)


def _shared_agents(token: Token) -> list[Token]:
    """Return the agents that coordinated passives share: "five were killed and two wounded by X"."""
    if token.deprel == "conj" and token.head is not None and _shares_passive(token):
        return [t for t in _own_agents(token.head) if t.i > token.i]
    later = [c for c in token.children if c.deprel == "conj" and c.i > token.i and _shares_passive(c)]
    return next((found for c in later if (found := _own_agents(c))), [])


def _shares_passive(token: Token) -> bool:
    """Whether a participle goes on with the passive before it: no subject but a number, no object."""
    if token.upos != "VERB" or token.xpos not in {"VBN", "VBD"} or child(token, "obj", "aux") is not None:
        return False
    return all(c.xpos == "CD" for c in token.children if c.deprel.startswith("nsubj"))


def _own_agents(token: Token) -> list[Token]:
    """Return the agents of a passive: "by X", also where it was attached to the phrase before it."""
    own = [c for c in token.children if c.deprel == "obl:agent" or _is_by_phrase(c)]
    if own:
        return own
    phrases = [
        c
        for c in token.children
        if c.deprel.startswith(("obl", "nsubj", "obj", "xcomp")) and c.upos != "VERB"
    ]
    return [c for phrase in phrases for c in phrase.children if c.i > token.i and _is_by_phrase(c)]


def _is_by_phrase(token: Token) -> bool:
    return token.deprel.startswith(("obl", "nmod")) and "by" in prepositions(token)
