"""Offices that the text names before it names their holder ("Puerto Rico governor" in a headline)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

import msgspec

from tidings.mention.actors.member import Member
from tidings.mention.actors.offices import titles_of
from tidings.records.actor import ActorMention


def named_later(members: Sequence[Member]) -> dict[int, int]:
    """Join the members that are mere offices to the one person who holds them in the text.

    So is the holder whom the tables have joined to somebody of whom they know nothing and the text says that
    they hold the office. Return the number of every member joined, with the number of the person. The person
    has the spans of both.
    """
    merged: dict[int, int] = {}
    people = [member for member in members if member.kind == "person" and any(member.posts)]
    for member in members if people else ():
        supposed = member.kind == "person" and not member.named
        if not (supposed or member.kind == "role") or member.plural:
            continue
        if not member.posts or None in member.posts:
            continue
        others = [p for p in people if p.named and not p.known] if supposed else people
        holders = [person for person in others if _holds(person, member)]
        if len(holders) == 1:
            merged[member.number] = holders[0].number
            holders[0].spans = sorted({*holders[0].spans, *member.spans}, key=attrgetter("start", "end"))
    return merged


def renamed(mention: ActorMention, merged: Mapping[int, int]) -> ActorMention:
    """Return a mention with the actors that are left after joining."""
    ids = tuple(dict.fromkeys(f"a{merged.get(int(i[1:]), int(i[1:]))}" for i in mention.actors))
    return mention if ids == mention.actors else msgspec.structs.replace(mention, actors=ids)


def _holds(person: Member, office: Member) -> bool:
    held = [post for post in person.posts if post]
    return all(
        any(noun in titles_of(title) and owner == whose for noun, owner in held)
        for title, whose in filter(None, office.posts)
    )
