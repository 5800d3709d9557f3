"""Parquet keeps whole records: nothing of an article is lost on the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pyarrow.parquet as pq
import pytest

from tidings.errors import TidingsError
from tidings.export.parquet import article_schema, read_articles, write_articles, write_events

if TYPE_CHECKING:
    from pathlib import Path

    from tidings.records import Article


def _write(path: Path, articles: list[Article]) -> None:
    with path.open("wb") as out:
        write_articles(articles, out)


def test_articles_come_back_equal(article: Article, tmp_path: Path) -> None:
    bare = msgspec.structs.replace(article, id="a2", events=(), actors=(), published=None, extra={})
    _write(tmp_path / "a.parquet", [article, bare])
    assert list(read_articles(tmp_path / "a.parquet")) == [article, bare]


def test_file_says_which_schema_it_holds(article: Article, tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [article])
    assert pq.read_schema(tmp_path / "a.parquet").metadata[b"schema"] == b"tidings/1"


def test_same_articles_give_the_same_bytes(article: Article, tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [article] * 3)
    _write(tmp_path / "b.parquet", [article] * 3)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_every_field_of_the_record_is_a_column(article: Article) -> None:
    assert article_schema().names == list(msgspec.to_builtins(article))


def test_no_articles_make_a_file_that_can_be_read(tmp_path: Path) -> None:
    _write(tmp_path / "a.parquet", [])
    assert list(read_articles(tmp_path / "a.parquet")) == []


def test_flat_events_are_one_row_each(article: Article, tmp_path: Path) -> None:
    with (tmp_path / "e.parquet").open("wb") as out:
        write_events(lambda: [article, article], out)
    table = pq.read_table(tmp_path / "e.parquet")
    assert table.num_rows == 2
    assert table.column("extra_rank").to_pylist() == ["3", "3"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"no parquet")
    with pytest.raises(TidingsError, match="no Parquet file of tidings/1 records"):
        list(read_articles(tmp_path / "a.parquet"))
