"""`EventTable` speaks Arrow: pyarrow takes it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from tidings.export.arrow import EventTable

if TYPE_CHECKING:
    from tidings.records import Article


def test_any_arrow_library_reads_the_stream(article: Article) -> None:
    table = pa.table(EventTable([article, article]))
    assert table.num_rows == 2
    assert table.column("actor_name").to_pylist() == [["Norway", "Iceland"]] * 2
    assert table.schema.metadata[b"schema"] == b"tidings/1"


def test_no_events_give_a_table_with_all_columns() -> None:
    table = EventTable([])
    assert len(table) == 0
    assert "confidence" in pa.table(table).column_names


def test_notebook_shows_the_beginning(article: Article) -> None:
    shown = EventTable([article] * 25)._repr_html_()
    assert shown.count("<tr>") == 21
    assert "5 more rows" in shown


def test_notebook_escapes_what_the_page_says(article: Article) -> None:
    event = msgspec.structs.replace(article.events[0], type="<b>")
    shown = EventTable([msgspec.structs.replace(article, events=(event,))])._repr_html_()
    assert "&lt;b&gt;" in shown
