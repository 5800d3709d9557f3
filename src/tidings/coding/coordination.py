"""Nouns that stand together: conjuncts, lists of names, and phrases that hang on a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import phrases

if TYPE_CHECKING:
    from tidings.records import Token


def is_full_phrase(token: Token) -> bool:
    """Whether a conjunct names somebody else, and does not go on describing: "mayor of X and head of Y"."""
    if token.upos == "PROPN" or token.xpos == "NNS":
        return True
    return any(c.deprel in {"det", "nmod:poss"} for c in token.children)


def with_preposition(token: Token, names: frozenset[str]) -> list[Token]:
    """Return the phrases that hang on a noun by one of the prepositions."""
    return [c for c in token.children if c.deprel == "nmod" and names & set(phrases.prepositions(c))]


def _is_title_in_list(token: Token, head: Token) -> bool:
    follows = token.deprel == "nmod:desc" and token.i > head.i
    return follows and any(c.deprel == "cc" and c.i < token.i for c in token.children)


def _is_last_of_list(token: Token) -> bool:
    """Whether the last of a list was taken for an apposition: "Ana Lopez and President Max Berg"."""
    return token.deprel == "appos" and any(c.deprel == "cc" and c.i < token.i for c in token.children)


def conjuncts(token: Token) -> list[Token]:
    """Return the nouns coordinated with a noun, chains that the parser built included.

    The title of a second person may hang on the first: "President Ana Lopez and party leader Max Berg".
    """
    found: list[Token] = []
    queue = [token]
    for head in queue:  # grows while it is walked
        for c in head.children:
            if (
                (c.deprel == "conj" or _is_title_in_list(c, head) or _is_last_of_list(c))
                and c.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
                and c not in found
            ):
                found.append(c)
                queue.append(c)
    return found
