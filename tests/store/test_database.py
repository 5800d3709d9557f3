"""The database keeps every article once, whole, and findable."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest

from tidings.errors import UsageError
from tidings.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tidings.records import Article


def test_article_comes_back_equal(article: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "n.db") as store:
        assert store.add([article]) == 1
        assert store.get("a1") == article
        assert store.get("a2") is None


def test_second_run_adds_nothing(article: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "n.db") as store:
        store.add([article])
        counts = store.counts()
        assert store.add([article]) == 0
        assert store.counts() == counts
        assert counts == {"articles": 1, "actors": 3, "places": 1, "quotes": 1, "events": 1, "parties": 2}


def test_article_coded_anew_replaces_the_old_record(article: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "n.db") as store:
        store.add([article])
        assert store.add([msgspec.structs.replace(article, events=(), actors=())]) == 1
        assert store.counts()["events"] == store.counts()["parties"] == store.counts()["actors"] == 0
        assert store.counts()["articles"] == 1


def test_columns_hold_what_people_ask_by(article: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "n.db") as store:
        store.add([article])
    query = """
        SELECT e.type, e.date, p.name, a.name
        FROM events e JOIN places p ON p.article = e.article AND p.id = e.place
        JOIN parties x ON x.article = e.article AND x.event = e.id
        JOIN actors a ON a.article = x.article AND a.id = x.actor
        ORDER BY e.article, e.id, x.role, x.position"""
    with closing(sqlite3.connect(tmp_path / "n.db")) as connection:
        rows = connection.execute(query).fetchall()
    assert rows == [("CONSULT", "2025-03-11", "Bergen", name) for name in ("Norway", "Iceland")]


def test_readers_are_not_held_up_by_a_writer(article: Article, tmp_path: Path) -> None:
    with Store(tmp_path / "n.db") as store:
        store.add([article])
        with closing(sqlite3.connect(tmp_path / "n.db")) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_failed_batch_leaves_nothing_behind(article: Article, tmp_path: Path) -> None:
    event = article.events[0]
    broken = msgspec.structs.replace(article, id="a2", events=(event, event))
    with Store(tmp_path / "n.db") as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.add([article, broken])
        assert store.counts()["articles"] == 0


def test_several_processes_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    def opened(_: int) -> int:
        with Store(tmp_path / "n.db") as store:
            return store.counts()["articles"]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(opened, range(8))) == [0] * 8


def test_articles_are_in_order_of_publication(article: Article, tmp_path: Path) -> None:
    assert article.published is not None
    earlier = msgspec.structs.replace(article.published, value="2024-01-01")
    with Store(tmp_path / "n.db") as store:
        store.add([article, msgspec.structs.replace(article, id="a0", published=earlier)])
        assert [found.id for found in store.articles()] == ["a0", "a1"]


def test_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "n.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="version 99"):
        Store(tmp_path / "n.db")


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "n.db").write_text("no database, only text that is long enough to be looked at as one")
    with pytest.raises(UsageError, match="not a database"):
        Store(tmp_path / "n.db")
