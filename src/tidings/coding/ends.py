"""`Ends`: the two given spans of `relate` in the tree; the mentions with them as actors of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tidings.coding.upward import sides, upward
from tidings.records import Actor, ActorMention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.records import Document, Mentions, Token

SOURCE, TARGET = "source", "target"

Span = tuple[int, int]
"""Character offsets, end exclusive."""


class Given(NamedTuple):
    """A given span under the id that its actor has, and its head token."""

    name: str
    span: Span
    head: Token


class Ends(NamedTuple):
    """The two given spans; None where one was not given, or covers no word."""

    source: Given | None
    target: Given | None

    @classmethod
    def of(cls, document: Document, source: Span | None, target: Span | None) -> Ends:
        """Find the spans' heads."""
        return cls(_given(document, SOURCE, source), _given(document, TARGET, target))

    def given(self) -> list[Given]:
        """Return the spans that are there."""
        return [end for end in self if end is not None]

    def path(self) -> list[Token]:
        """Return the tokens on the dependency path between the heads, or from the only one to the root."""
        heads = [end.head for end in self.given()]
        if len(heads) < 2:
            return [*upward(heads[0])] if heads else []
        up, down = sides(*heads)
        top = up[-1].head if up else heads[0]
        return [*up, *down] if top is None else [*up, top, *reversed(down)]


def _given(document: Document, name: str, span: Span | None) -> Given | None:
    """Return the span with the token that the rest of it hangs on: the first such, a noun if there is one."""
    tokens = [] if span is None else _tokens(document, span)
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head is None or t.head.i not in inside]
    nominal = [t for t in tops if t.upos in {"PROPN", "NOUN", "PRON"}]
    head = next(iter(nominal or tops), None)
    return None if span is None or head is None else Given(name, span, head)


def _tokens(document: Document, span: Span) -> list[Token]:
    return [t for t in document.tokens if t.start < span[1] and span[0] < t.end]


def with_ends(document: Document, mentions: Mentions, ends: Ends) -> Mentions:
    """Return the mentions with the given spans, and what refers to them, as two actors of their own.

    Who stands at a span's head lends the span kind, country and sectors.
    """
    given = ends.given()
    known = {actor.id: actor for actor in mentions.actors}
    named = {end.name: _named(end, mentions.actor_mentions) for end in given}
    same = {actor: name for name, mention in named.items() if mention is not None for actor in mention.actors}
    others = [
        msgspec.structs.replace(m, actors=tuple(dict.fromkeys(same.get(a, a) for a in m.actors)))
        for m in mentions.actor_mentions
        if not any(m.start < end.span[1] and end.span[0] < m.end for end in given)
    ]
    actors = [_actor(end.name, named[end.name], known) for end in given]
    found = [_mention(document, end) for end in given]
    return msgspec.structs.replace(
        mentions,
        actors=(*mentions.actors, *actors),
        actor_mentions=tuple(sorted([*found, *others], key=lambda m: m.start)),
    )


def _named(end: Given, mentions: Iterable[ActorMention]) -> ActorMention | None:
    """Return the shortest mention around the span's head."""
    around = [m for m in mentions if m.first <= end.head.i <= m.last]
    return min(around, key=lambda m: m.last - m.first, default=None)


def _actor(name: str, mention: ActorMention | None, known: dict[str, Actor]) -> Actor:
    own = known.get(mention.actors[0]) if mention is not None and mention.actors else None
    if own is None or not (own.country or own.sector):
        return Actor(id=name, name=name, kind="group", sector="UNK")
    return Actor(
        id=name, name=name, kind=own.kind, country=own.country, sector=own.sector, sectors=own.sectors
    )


def _mention(document: Document, end: Given) -> ActorMention:
    tokens = _tokens(document, end.span)
    return ActorMention(
        actors=(end.name,),
        start=end.span[0],
        end=end.span[1],
        head=end.head.i,
        first=tokens[0].i,
        last=tokens[-1].i,
        form="name",
    )
