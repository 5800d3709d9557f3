"""The voice of a verb, read tolerantly: whether it is passive, and who is the agent of a passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.phrases import prepositions
from tidings.coding.slips import is_lone_verb, is_verb_before_object, top_of_list
from tidings.coding.tags import FINITE

if TYPE_CHECKING:
    from tidings.records import Token

PASSIVE = frozenset({"nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"})


def is_passive(token: Token) -> bool:
    """Whether a verb is passive: marked so, a bare participle that modifies, or a headline participle."""
    deprels = {c.deprel for c in token.children}
    if deprels & PASSIVE:
        return not (token.xpos in FINITE and "nsubj" in deprels and "aux:pass" not in deprels)
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
    if token.upos != "VERB" or token.xpos not in {"VBN", "VBD"}:
        return False
    if any(c.deprel in {"obj", "aux"} for c in token.children):
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
