"""Flat rows: one event one row, with the columns of `tidings.export.columns` and the input's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from tidings.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tidings.records import Actor, Article, Event, Party

Value = str | int | float | list[str] | None
Row = dict[str, Value]

# Columns of the input that passed through untouched come after ours, under this prefix.
EXTRA: Final = "extra_"

_NOWHERE: Final = Place(id="", name="", confidence=0.0)


def event_rows(article: Article) -> Iterator[Row]:
    """Yield one row for each event of the article, in the order of its events."""
    actors = {actor.id: actor for actor in article.actors}
    places = {place.id: place for place in article.places}
    about = _article_values(article)
    extra = {EXTRA + name: _text(value) for name, value in article.extra.items()}
    for event in article.events:
        yield about | _event_values(event, actors, places) | extra


def _article_values(article: Article) -> Row:
    published = article.published
    return {
        "article_id": article.id,
        "source_id": article.source.id,
        "uri": article.source.uri,
        "publisher": article.source.publisher,
        "title": article.title,
        "language": article.language,
        "published": None if published is None else published.value,
        "published_from": None if published is None else published.from_,
        "published_confidence": None if published is None else published.confidence,
    }


def _event_values(event: Event, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> Row:
    return {
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "aux": list(event.aux),
        "quad": event.quad,
        "score": event.score,
        "cameo": event.cameo,
        **_party_values("actor", event.actor, actors),
        **_party_values("recipient", event.recipient, actors),
        "date": None if event.date is None else event.date.value,
        "date_precision": None if event.date is None else event.date.precision,
        "date_from": None if event.date is None else event.date.from_,
        **_place_values(event.place, places),
        "trigger": event.trigger.text,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "sentence": event.sentence.text,
        "speaker": _speaker(event, actors),
        "confidence": event.confidence,
        "why": event.why,
    }


def _party_values(role: str, parties: tuple[Party, ...], actors: Mapping[str, Actor]) -> Row:
    known = [actors.get(party.actor) for party in parties]
    return {
        f"{role}_id": [party.actor for party in parties],
        f"{role}_name": [
            party.text if actor is None else actor.name for party, actor in zip(parties, known, strict=True)
        ],
        f"{role}_text": [party.text for party in parties],
        f"{role}_country": ["" if actor is None else actor.country or "" for actor in known],
        f"{role}_sector": ["" if actor is None else actor.sector or "" for actor in known],
    }


def _place_values(place_id: str | None, places: Mapping[str, Place]) -> Row:
    place = places.get(place_id or "", _NOWHERE)
    return {
        "place_id": place_id,
        "place_name": place.name or None,
        "place_country": place.country,
        "place_lat": place.lat,
        "place_lon": place.lon,
        "place_geonames": place.geonames,
    }


def _speaker(event: Event, actors: Mapping[str, Actor]) -> str | None:
    speaker = None if event.attribution is None else event.attribution.speaker
    actor = actors.get(speaker or "")
    return speaker if actor is None else actor.name


def _text(value: object) -> str | None:
    """Return a passed-through value as text: the table's columns have one kind each, the input's need not."""
    if value is None or isinstance(value, str):
        return value

    return msgspec.json.encode(value).decode()
