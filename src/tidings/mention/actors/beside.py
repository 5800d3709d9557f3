"""What stands beside a role phrase and tells its country: whose the role is, where its clause is set."""

from __future__ import annotations

from collections.abc import Mapping

from tidings.mention.actors.member import Member
from tidings.mention.actors.phrase import Phrase, is_of_person
from tidings.mention.actors.references import Memory
from tidings.mention.actors.roles import WORDS
from tidings.records.document import Token

_NO_PATRON = frozenset(WORDS["no_patron"]["words"])
_SETTING = frozenset(["in", "at", "near"])


def patron(head: Token, noun: str, memory: Memory, by_head: Mapping[int, Phrase]) -> Member | Phrase | None:
    """Return the one person whose the role is ("his aide", "a son of the president"), where one is named.

    One who stands before the noun has been resolved, one after it has not. `by_head` holds the phrases of
    the sentence.
    """
    if noun in _NO_PATRON:
        return None
    for child in head.children:
        if child.deprel == "nmod:poss":
            seen = next((s for s in memory.near(head.sentence.i, 0) if s.token is child), None)
            if seen and len(seen.members) == 1 and seen.members[0].kind in ("person", "role"):
                return seen.members[0]
        phrase = by_head.get(child.i) if child.deprel == "nmod" else None
        if phrase and is_of_person(phrase) and any(c.lower in ("of", "to") for c in child.children):
            return phrase
    return None


def places_of_clause(head: Token) -> list[int]:
    """Return the tokens that say where the clause of a noun is set."""
    verb = head.head
    if verb is None or verb.upos != "VERB":
        return []
    obliques = (child for child in verb.children if child.deprel.startswith("obl"))
    return [child.i for child in obliques if any(c.lower in _SETTING for c in child.children)]
