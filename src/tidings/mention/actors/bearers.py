"""Which name a phrase without a name describes in the same sentence: apposition, predicate, shared titles."""

from __future__ import annotations

from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, is_person
from tidings.mention.actors.posts import post_holders
from tidings.records.document import Token


def bearers(phrases: list[Phrase], tokens: list[Token]) -> dict[int, Phrase]:
    """Map a role phrase, by its first token, to the name phrase that it describes.

    The role stands in apposition to the name, or is said of it ("X is the president of Y").
    """
    by_token = {i: p for p in phrases for i in range(p.first, p.last + 1)}
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        head = tokens[phrase.head]
        _share_roles(phrase, by_token, tokens)
        other = by_token.get(head.head.i) if head.deprel == "appos" and head.head else None
        other = (
            other or by_token.get(_subject_of_predicate(head)) or _between_commas(phrase, by_token, tokens)
        )
        for role, name in ((phrase, other), (other, phrase)):
            if role and name and role.name is None and name.name and _can_bear(role, name):
                found[role.first] = name
    return post_holders(phrases, by_token, tokens) | found


def _between_commas(name: Phrase, by_token: dict[int, Phrase], tokens: list[Token]) -> Phrase | None:
    """Return the role phrase before a name between commas ("The mayor of Oslo, Kari Ro, said")."""
    if name.name is None or not is_person(name.name) or name.roles or name.last + 1 >= len(tokens):
        return None
    head = tokens[name.head]
    apart = tokens[name.first - 1].text == "," and tokens[name.last + 1].text in (",", ".")
    role = by_token.get(name.first - 2) if name.first > 1 and apart and head.deprel != "conj" else None
    if role is None or role.name is not None or tokens[role.head].xpos in PLURAL_TAGS:
        return None
    listed = any(child.deprel == "conj" for child in (*head.children, *tokens[role.head].children))
    return None if listed else role


def _share_roles(phrase: Phrase, by_token: dict[int, Phrase], tokens: list[Token]) -> None:
    """Let the second name after a plural role have it too ("officers A and B")."""
    head = tokens[phrase.head]
    first = by_token.get(head.head.i) if head.deprel == "conj" and head.head else None
    if first is None or first.name is None or phrase.name is None or phrase.roles or not first.roles:
        return
    plural = tokens[first.roles[-1].last].xpos in PLURAL_TAGS
    if plural and is_person(phrase.name):
        phrase.roles, phrase.owners, phrase.modifiers = first.roles, first.owners, first.modifiers


def lend(role: Phrase, bearer: Phrase) -> None:
    """Give the bearer's phrase what the role phrase says of it and it does not say itself."""
    bearer.owners = bearer.owners or role.owners
    bearer.after = bearer.after or role.after
    bearer.place = bearer.place or role.place
    bearer.roles = bearer.roles or role.roles
    bearer.modifiers = bearer.modifiers or role.modifiers
    bearer.former = bearer.former or role.former


def _subject_of_predicate(head: Token) -> int:
    """Return the token that a present copula makes the noun say something of, or -1."""
    copula = next((child for child in head.children if child.deprel == "cop"), None)
    if (
        copula is None
        or copula.xpos not in ("VBZ", "VBP")
        or any(c.lower in ("not", "n't") for c in head.children)
    ):
        return -1
    subject = next((child for child in head.children if child.deprel == "nsubj"), None)
    if subject is not None and subject.lower == "who" and head.head is not None:
        return head.head.i
    return subject.i if subject else -1


def _can_bear(role: Phrase, name: Phrase) -> bool:
    noun = role.roles[-1].role
    return bool(name.name and noun and is_person(name.name) == (noun.kind == "person"))
