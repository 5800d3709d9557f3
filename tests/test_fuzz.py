"""Whatever comes in, something sensible comes out: a whole record, or an error that somebody foresaw."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tidings
from tidings.acquire import pages
from tidings.errors import ItemError
from tidings.records import Article
from tidings.records.json import decode, encode

if TYPE_CHECKING:
    from tidings.pipeline import Pipeline

WORDS = st.sampled_from([
    "Chad", "Niger", "police", "attacked", "met", "said", "will", "“", "”", '"', "-", "'s", ",", ".", "on",
    "Tuesday", "Mr.", "U.S.", "the", "president", "of", "not", "(", ")", "\n", "\n\n", "Must Read", "\u200b",
    "é", "\x00", "🙂",
])  # fmt: skip
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)
TAGS = st.sampled_from([
    "<html>", "<p>", "</p>", "<div", ">", "<!--", "-->", "<h1>", "</h1>", "<script>", "</script>", "<table>",
    "<![CDATA[", '<meta property="article:published_time" content="', '">', '<time datetime="', "&amp;",
    "&#0;", "&#xD800;", "</html>",
])  # fmt: skip
MARKUP = st.lists(st.one_of(TAGS, SENTENCES), max_size=30).map("".join)
ROWS = st.dictionaries(
    st.sampled_from(["id", "text", "html", "title", "date", "url", "language", "other"]),
    st.one_of(st.none(), st.text(), SENTENCES, st.integers(), st.floats(), st.lists(st.text(), max_size=2)),
).map(json.dumps)
INPUT = st.one_of(
    st.binary(max_size=2000),
    st.one_of(st.text(), SENTENCES, MARKUP.map("<html>".__add__), ROWS).map(
        lambda text: text.encode("utf-8", "replace")
    ),
)

calm = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module")
def reader() -> Pipeline:
    """Return a pipeline that reads."""
    return tidings.load(code=False)


@settings(calm, max_examples=300)
@given(INPUT)
def test_any_input_is_read_or_refused(reader: Pipeline, data: bytes) -> None:
    _check(reader, data)


@settings(calm, max_examples=40)
@given(st.one_of(SENTENCES, MARKUP.map("<html>".__add__)).map(str.encode))
def test_any_text_is_coded_or_refused(coder: Pipeline, data: bytes) -> None:
    _check(coder, data)


def _check(pipeline: Pipeline, data: bytes) -> None:
    for result in pipeline.pipe(pages(["-"], stdin=io.BytesIO(data))):
        if isinstance(result, ItemError):
            assert result.code != "internal", result
            assert "\n" not in str(result)
        else:
            _check_article(result)


def _check_article(article: Article) -> None:
    assert decode(encode(article)) == article
    at = 0
    for block in article.blocks:
        assert block.start == at
        assert block.start < block.end
        at = block.end
    assert at == len(article.text)
    for span in _spans(article):
        assert article.text[span[0] : span[1]] == span[2]


def _spans(article: Article) -> list[tuple[int, int, str]]:
    spans = [span for actor in article.actors for span in actor.mentions]
    spans += [span for place in article.places for span in place.mentions]
    parties = [party for event in article.events for party in (*event.actor, *event.recipient)]
    spans += [span for event in article.events for span in (event.trigger, event.sentence)]
    found = [(span.start, span.end, span.text) for span in spans]
    found += [(party.start, party.end, party.text) for party in parties]
    found += [(date.start, date.end, date.text) for date in article.dates]
    return found + [(quote.start, quote.end, quote.text) for quote in article.quotes]
