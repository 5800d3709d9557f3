"""Rows of JSON Lines and CSV files are pages; a bad row is an error and the rows after it are read."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from tidings.acquire import pages
from tidings.acquire.rows import csv_pages, jsonl_pages
from tidings.errors import ItemError
from tidings.records import Page

if TYPE_CHECKING:
    from pathlib import Path


def jsonl(*lines: str) -> list[Page | ItemError]:
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return list(jsonl_pages("rows.jsonl", io.BytesIO(data)))


def codes(found: list[Page | ItemError]) -> list[str]:
    return [item.code if isinstance(item, ItemError) else "ok" for item in found]


def test_named_columns_are_taken_and_the_others_pass_through() -> None:
    row = {
        "id": 7,
        "text": "Talks resumed.",
        "title": " Talks ",
        "date": "2024-05-14",
        "url": "https://a.example/1",
        "publisher": "The Example",
        "language": "en",
        "topic": ["a", {"b": 1}],
        "score": None,
    }
    (page,) = jsonl(json.dumps(row))
    assert isinstance(page, Page)
    assert (page.row_id, page.title, page.date, page.uri) == (
        "7",
        "Talks",
        "2024-05-14",
        "https://a.example/1",
    )
    assert (page.publisher, page.language, page.name) == ("The Example", "en", "rows.jsonl:1")
    assert page.extra == {"topic": ["a", {"b": 1}], "score": None}


def test_text_of_a_row_stays_as_it_is() -> None:
    """White space and line ends are the user's own: offsets count them."""
    text = "  Talks\r\nresumed.\u00a0\n\n"
    (page,) = jsonl(json.dumps({"text": text}))
    assert isinstance(page, Page)
    assert page.content == text


def test_html_column_makes_an_html_page() -> None:
    (page,) = jsonl(json.dumps({"html": "<p>Talks resumed.</p>", "text": ""}))
    assert isinstance(page, Page)
    assert page.media == "html"


def test_every_bad_row_is_an_error_of_its_own() -> None:
    found = jsonl(
        "nothing",
        "[1]",
        '{"title": "x"}',
        '{"text": 3}',
        '{"text": "a", "title": ["b"]}',
        '{"text": ""}',
        '{"text": "\\ud800"}',
        '{"text": "a\\u0000b"}',
        "",
        '{"text": "Talks resumed."}',
        '{"text": "cut',
    )
    assert codes(found) == [
        "not-json",
        "not-object",
        "no-text",
        "bad-field",
        "bad-field",
        "no-text",
        "not-json",
        "binary",
        "ok",
        "not-json",
    ]
    assert str(found[0]).startswith("rows.jsonl:1: ")


def test_row_in_broken_utf8_is_an_error_and_the_next_is_read() -> None:
    data = b'{"text": "Gen\xe8ve"}\n{"text": "Talks resumed."}\n'
    assert codes(list(jsonl_pages("rows.jsonl", io.BytesIO(data)))) == ["encoding", "ok"]


def test_deeply_nested_json_is_an_error() -> None:
    assert codes(jsonl('{"text": ' + "[" * 100_000)) == ["not-json"]


def test_csv_rows_keep_line_breaks_and_pass_columns_through(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        '\ufeffid,text,topic\n1,"First line.\nSecond ""line"".",war\n2,Talks resumed.,peace\n',
        encoding="utf-8",
    )
    first, second = pages([str(tmp_path / "rows.csv")])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.content == 'First line.\nSecond "line".'
    assert (second.row_id, second.extra, second.name) == (
        "2",
        {"topic": "peace"},
        f"{tmp_path / 'rows.csv'}:3",
    )


def test_csv_without_text_column_is_an_error() -> None:
    assert codes(list(csv_pages("rows.csv", io.BytesIO(b"id,body\n1,x\n")))) == ["no-text"]


def test_empty_csv_is_an_error() -> None:
    assert codes(list(csv_pages("rows.csv", io.BytesIO(b"")))) == ["empty"]


def test_csv_row_with_too_many_fields_is_an_error_and_the_next_is_read() -> None:
    found = list(csv_pages("rows.csv", io.BytesIO(b"id,text\n1,a,b,c\n2,Talks resumed.\n")))
    assert codes(found) == ["not-csv", "ok"]


def test_csv_field_of_a_megabyte_is_read() -> None:
    data = b"text\n" + b"Talks resumed. " * 70_000
    assert codes(list(csv_pages("rows.csv", io.BytesIO(data)))) == ["ok"]


def test_tab_separated_rows_are_read(tmp_path: Path) -> None:
    (tmp_path / "rows.tsv").write_text("id\ttext\n1\tTalks, again, resumed.\n", encoding="utf-8")
    (page,) = pages([str(tmp_path / "rows.tsv")])
    assert isinstance(page, Page)
    assert page.content == "Talks, again, resumed."


def test_rows_are_read_lazily() -> None:
    """The first row is there before the second is looked at."""

    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            del size
            return b'{"text": "Talks resumed."}\n'

    assert isinstance(next(jsonl_pages("endless", Endless())), Page)
