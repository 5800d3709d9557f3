"""`Mentions`: who, where, when and who said what, as `mention` found them in one document."""

from __future__ import annotations

import msgspec

from tidings.records.actor import Actor, ActorMention
from tidings.records.date import Date
from tidings.records.place import Place
from tidings.records.quote import Quote


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """All mentions of one document. `actor_mentions` are in text order and do not overlap."""

    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[ActorMention, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
