"""One article → its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3

    from tidings.records import Article, Event

Cell = str | int | float | None


def delete_article(connection: sqlite3.Connection, article_id: str) -> None:
    """Delete an article with all that hangs on it; one that is not there is no error."""
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))


def insert_article(connection: sqlite3.Connection, article: Article, record: str) -> None:
    """Insert an article that is not there. `record` is its JSON."""
    _insert(connection, "articles", [_article(article, record)])
    _insert(connection, "actors", _actors(article))
    _insert(connection, "places", _places(article))
    _insert(connection, "quotes", [(article.id, q.id, q.kind, q.speaker, q.text) for q in article.quotes])
    _insert(connection, "events", [_event(article, event) for event in article.events])
    _insert(connection, "parties", [row for event in article.events for row in _parties(article, event)])


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[Cell, ...]]) -> None:
    """Insert rows whose cells stand in the order of the table's columns."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _article(article: Article, record: str) -> tuple[Cell, ...]:
    source, published = article.source, article.published
    when: tuple[Cell, ...] = (None, None, None, None)
    if published is not None:
        when = (published.value, published.precision, published.from_, published.confidence)
    return (
        article.id,
        source.id,
        source.uri,
        source.publisher,
        source.fetched,
        source.content_hash,
        article.title,
        article.byline,
        article.section,
        article.language,
        *when,
        msgspec.json.encode(article.made_by).decode(),
        record,
    )


def _actors(article: Article) -> list[tuple[Cell, ...]]:
    return [
        (article.id, a.id, a.name, a.kind, a.country, a.sector, a.role, a.wikidata, len(a.mentions))
        for a in article.actors
    ]


def _places(article: Article) -> list[tuple[Cell, ...]]:
    return [
        (article.id, p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.geonames, p.precision, p.confidence)
        for p in article.places
    ]


def _event(article: Article, event: Event) -> tuple[Cell, ...]:
    date = event.date
    return (
        article.id,
        event.id,
        event.type,
        event.mode,
        ";".join(event.aux),
        ";".join(event.contexts),
        event.quad,
        event.score,
        event.cameo,
        *((None, None, None) if date is None else (date.value, date.precision, date.from_)),
        event.place,
        None if event.attribution is None else event.attribution.speaker,
        event.trigger.text,
        event.sentence.text,
        event.confidence,
        event.why,
    )


def _parties(article: Article, event: Event) -> list[tuple[Cell, ...]]:
    sides = (("actor", event.actor), ("recipient", event.recipient))
    return [
        (article.id, event.id, role, position, party.actor, party.text)
        for role, parties in sides
        for position, party in enumerate(parties)
    ]
