"""The columns of the flat event table: one row an event. The one list that CSV, Arrow and the docs share."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Kind = Literal["text", "texts", "integer", "number"]


class Column(NamedTuple):
    """A column: its name, the kind of its values (`texts` is a list of them), and what it holds."""

    name: str
    kind: Kind
    about: str


def _party(role: str) -> tuple[Column, ...]:
    return (
        Column(f"{role}_id", "texts", f"ids of the {role}s within the article"),
        Column(f"{role}_name", "texts", "their names"),
        Column(f"{role}_text", "texts", "the words that name each of them in the text"),
        Column(f"{role}_country", "texts", "PLOVER country codes, empty where unknown"),
        Column(f"{role}_sector", "texts", "primary PLOVER sectors, empty where unknown"),
    )


COLUMNS: Final = (
    Column("article_id", "text", "id of the article"),
    Column("source_id", "text", "the input row's own id"),
    Column("uri", "text", "where the article came from"),
    Column("publisher", "text", "who published it"),
    Column("title", "text", "its title"),
    Column("language", "text", "its language"),
    Column("published", "text", "its day (or minute) of publication, ISO 8601"),
    Column("published_from", "text", "what that rests on: metadata, url, byline, masthead, option, …"),
    Column("published_confidence", "number", "how sure it is, 0-1"),
    Column("event_id", "text", "id of the event"),
    Column("type", "text", "PLOVER type"),
    Column("mode", "text", "PLOVER mode"),
    Column("contexts", "texts", "PLOVER contexts"),
    Column("aux", "texts", "auxiliary modes: historical, future, hypothetical, negation"),
    Column(
        "quad",
        "integer",
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    Column("score", "number", "PLOVER score, -10 to +10"),
    Column("cameo", "text", "CAMEO code, leading zero kept"),
    *_party("actor"),
    *_party("recipient"),
    Column("date", "text", "when it happened, ISO 8601"),
    Column("date_precision", "text", "day, month, …"),
    Column("date_from", "text", "text: a time expression; published: the day of publication"),
    Column("place_id", "text", "id of the place within the article"),
    Column("place_name", "text", "name of the place"),
    Column("place_country", "text", "its country"),
    Column("place_lat", "number", "latitude, degrees (WGS 84)"),
    Column("place_lon", "number", "longitude, degrees (WGS 84)"),
    Column("place_geonames", "integer", "GeoNames id"),
    Column("trigger", "text", "the words that tell the event"),
    Column("trigger_start", "integer", "their first character in the article's text"),
    Column("trigger_end", "integer", "the character after their last"),
    Column("sentence", "text", "the sentence that tells it"),
    Column("speaker", "text", "name of who reported it, where somebody did"),
    Column("confidence", "number", "how sure the event is, 0-1"),
    Column("why", "text", "the codebook entry that coded it"),
)
