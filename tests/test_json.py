"""One article is one line of JSON, and comes back equal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tidings.errors import TidingsError
from tidings.records.json import decode, encode

if TYPE_CHECKING:
    from tidings.records import Article


def test_article_comes_back_equal(article: Article) -> None:
    assert decode(encode(article)) == article


def test_article_is_one_line(article: Article) -> None:
    line = encode(article)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


def test_keys_are_those_of_the_contract(article: Article) -> None:
    """`from` is a word of Python, and must still be the key."""
    record = json.loads(encode(article))
    assert record["schema"] == "tidings/1"
    assert record["published"]["from"] == "metadata"
    assert record["events"][0]["date"]["from"] == "text"


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"schema": "tidings/9"}', b"\xff"])
def test_anything_else_is_refused_in_one_line(line: bytes) -> None:
    with pytest.raises(TidingsError, match="not a tidings/1 record") as caught:
        decode(line)
    assert "\n" not in str(caught.value)
