"""Whole short articles: headline, lead and body tell each event once, and two events stay two."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from coded import coder, laid_out

ARTICLES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "whole_articles.toml").read_text(encoding="utf-8")
)["articles"]
RIGHT = 27
TOO_MANY = 4


def types(article: dict[str, Any]) -> Counter[str]:
    """Return how many events of each type the article gives; its first line is the headline."""
    headline, *paragraphs = article["text"].strip().split("\n")
    text, blocks = laid_out(*paragraphs, title=headline)
    _, events = coder().code(text, blocks, article["day"])
    return Counter(event.type for event in events)


@pytest.fixture(scope="module")
def told() -> list[tuple[Counter[str], Counter[str]]]:
    """Return, for each article, the events too many and the events missing, by type."""
    found = []
    for article in ARTICLES:
        coded, gold = types(article), Counter(article["events"])
        found.append((coded - gold - Counter(article.get("may", ())), gold - coded))
    return found


def test_most_articles_give_each_event_once(told: list[tuple[Counter[str], Counter[str]]]) -> None:
    """Nothing twice and nothing left out."""
    assert sum(not more and not fewer for more, fewer in told) >= RIGHT


def test_hardly_an_event_is_told_twice(told: list[tuple[Counter[str], Counter[str]]]) -> None:
    """Over all articles."""
    assert sum(more.total() for more, _ in told) <= TOO_MANY


def test_two_events_of_a_type_stay_two() -> None:
    """Another day, another town or "another" keeps them apart."""
    several = [a for a in ARTICLES if max(a["events"].values()) > 1]
    assert len(several) > 5
    for article in several:
        coded = types(article)
        assert all(coded[kind] >= n for kind, n in article["events"].items()), article["text"]
