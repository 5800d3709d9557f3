"""The flat CSV: one row an event, every column named, lists joined."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

from tidings.export import COLUMNS
from tidings.export.csv import write_csv

if TYPE_CHECKING:
    from tidings.records import Article


def _written(articles: list[Article]) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv(lambda: articles, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_row_holds_the_event(article: Article) -> None:
    (row,) = _written([article])
    assert row["type"] == "CONSULT"
    assert row["actor_name"] == "Norway;Iceland"
    assert row["actor_country"] == "NOR;ISL"
    assert row["actor_sector"] == "GOV;"
    assert row["recipient_name"] == ""
    assert row["cameo"] == "042"
    assert row["place_name"] == "Bergen"
    assert row["speaker"] == "Ingrid Dahl"
    assert row["sentence"] == "Norway and Iceland met in Bergen on Tuesday."


def test_trigger_offsets_hold_in_the_text(article: Article) -> None:
    (row,) = _written([article])
    assert article.text[int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]


def test_columns_are_the_documented_ones_then_the_input_s_own(article: Article) -> None:
    (row,) = _written([article])
    assert list(row) == [column.name for column in COLUMNS] + ["extra_desk", "extra_rank"]
    assert row["extra_desk"] == "north; west"
    assert row["extra_rank"] == "3"


def test_header_names_columns_that_only_a_later_article_has(article: Article) -> None:
    other = msgspec.structs.replace(article, extra={"later": True})
    rows = _written([article, other])
    assert [row["extra_later"] for row in rows] == ["", "true"]


def test_articles_without_events_still_have_a_header() -> None:
    out = io.StringIO(newline="")
    write_csv(list, out)
    assert out.getvalue().startswith("article_id,source_id,uri,")


def test_semicolon_in_a_name_does_not_split_a_list(article: Article) -> None:
    odd = msgspec.structs.replace(article.actors[0], name="Norway; the state")
    (row,) = _written([msgspec.structs.replace(article, actors=(odd, *article.actors[1:]))])
    assert row["actor_name"] == "Norway, the state;Iceland"
