"""`Phrase`: what names one party in a sentence, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tidings.mention.actors.piece import Piece

PLURAL_TAGS = frozenset(["NNS", "NNPS"])
_STATES = frozenset(["state", "capital", "region", "demonym"])
_OWNERS = frozenset(["state", "region", "capital", "demonym", "metonym", "organisation", "group"])


@dataclass(slots=True)
class Phrase:
    """A party's phrase in one sentence; tokens `first` to `last` (document indices, inclusive).

    `name` is the name it ends in, if any; `roles` its role nouns in order, the last one the head of them;
    `owners` names before them that say whose they are; `after` what follows with "of" or "to"; `place`
    what follows with "in" (not part of the span).
    """

    first: int
    last: int
    head: int
    name: Piece | None = None
    roles: list[Piece] = field(default_factory=list)
    modifiers: list[Piece] = field(default_factory=list)
    owners: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    place: Piece | None = None
    former: bool = False
    people: bool = False
    """Whether the name is that of a people or of one of them ("Norwegians", "a Norwegian")."""


def is_person(piece: Piece) -> bool:
    """Whether a name is a person's, by the table or by the parser."""
    if piece.hit:
        return piece.hit.entries[0].kind == "person"
    return piece.entity is not None and piece.entity.label == "PERSON"


def owns(piece: Piece) -> bool:
    """Whether a name before a role noun can say whose the role is."""
    if piece.hit:
        return piece.hit.entries[0].kind in _OWNERS
    return piece.entity is not None and piece.entity.label != "PERSON"


def is_of_person(phrase: Phrase) -> bool:
    """Whether a phrase names a person, or describes one by a role."""
    if phrase.name is not None:
        return is_person(phrase.name)
    return bool(phrase.roles and phrase.roles[-1].role and phrase.roles[-1].role.kind == "person")


def split_owners(phrase: Phrase) -> list[Phrase]:
    """Return a plural role phrase once for every state it is of; none where it is of one at most."""
    after, before = (
        [p for p in several if p.hit and p.hit.entries[0].kind in _STATES]
        for several in (phrase.after, phrase.owners)
    )
    if len(after) > 1:
        return [replace(phrase, after=[piece]) for piece in after]
    return [replace(phrase, owners=[piece]) for piece in before] if len(before) > 1 else []
