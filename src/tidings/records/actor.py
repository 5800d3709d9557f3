"""`Actor`: a party the article names, and `ActorMention`: one place where it is named."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.span import Span

ActorKind = Literal["person", "organisation", "state", "group", "role"]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state, organisation or group, with PLOVER country and sectors (null where unknown).

    `sector` is the primary one, `sectors` all of them. `role` is the office or description the text or
    the actor table gives. `wikidata` is given only where the table is sure of it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of one or more actors, as the coder looks it up by token.

    `actors` holds ids of `Actor`: one, except for plural references ("the two leaders").
    `start` and `end` are character offsets of the shortest phrase that names the party with its
    modifiers of role and country. `head` is the index (in the document) of the phrase's syntactic head,
    `first` and `last` those of its first and last token. `locative` marks a state or city named as a
    place ("in Moscow"), which does not act.
    """

    actors: tuple[str, ...]
    start: int
    end: int
    head: int
    first: int
    last: int
    form: Literal["name", "role", "pronoun", "place"]
    locative: bool = False
