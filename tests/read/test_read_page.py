"""What holds for every page: identity, partition, and nothing but a reading or an error."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.acquire import pages
from tidings.errors import ItemError
from tidings.read import read_page
from tidings.records import Page, Reading

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ministers meet in Oslo\n\nMinisters of Norway and Sweden met in Oslo on Monday to discuss the road."

# Pieces that readers look for, so that chance builds pages out of them.
PIECES = [
    "<p>",
    "</p>",
    "<h1>",
    "<h2>",
    "</h2>",
    "<div class='x'>",
    "</div>",
    "<br>",
    "<a href='/x'>",
    "</a>",
    "<nav>",
    "</nav>",
    "<table><tr><td>",
    "<script type='application/ld+json'>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "\x00",
    "<time datetime='2024-05-14'>",
    "<meta charset=x>",
    '{"@type": "NewsArticle", "headline": ["a"]}',
    "<style>",
    "<title>",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x85",
    "\u00a0",
    " ",
    "Latest",
    "Must Read",
    "By Kari Holm",
    "3 July 2024",
    "# ",
    "---\n",
    "[a](b)",
    "- ",
    "OSLO (EW) — ",
    "Ministers of Norway met on Monday.",
    "“",
    "…",
    "\ufeff",
    "\ud800",
    "é",
    "日本",
    "|",
    "{",
    '"',
]


def checked(page: Page) -> Reading | None:
    """Read a page and check what holds for every reading."""
    try:
        found = read_page(page)
    except ItemError as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message
    if message:
        return None
    assert "".join(found.text[b.start : b.end] for b in found.blocks) == found.text
    assert all(block.start < block.end for block in found.blocks)
    assert found.language
    if found.published is not None:
        assert 0 <= found.published.confidence <= 1
    return found


def test_id_depends_on_source_and_text_alone(tmp_path: Path) -> None:
    """The same file gives the same id in every folder; another text or another row does not."""
    one = read_page(Page(name="a", media="text", content=TEXT, uri="here/page.txt"))
    two = read_page(
        Page(name="b", media="text", content=TEXT, uri=f"{tmp_path}/page.txt", fetched="2024-05-14T00:00:00Z")
    )
    text = read_page(Page(name="a", media="text", content=TEXT + " ", uri="here/page.txt"))
    row = read_page(Page(name="a", media="text", content=TEXT, uri="here/page.txt", row_id="7"))
    assert one.id == two.id
    assert len({one.id, text.id, row.id}) == 3
    assert len(one.id) == 16


def test_extra_columns_pass_through() -> None:
    assert read_page(Page(name="a", media="text", content=TEXT, extra={"topic": 1})).extra == {"topic": 1}


@pytest.mark.parametrize("media", ["text", "markdown", "html"])
def test_page_of_white_space_is_an_error(media: str) -> None:
    with pytest.raises(ItemError):
        read_page(msgspec.convert({"name": "a", "media": media, "content": " \n\u00a0"}, Page))


def test_one_line_of_five_megabytes_is_read_in_seconds() -> None:
    assert checked(Page(name="a", media="text", content="a" * 5_000_000)) is not None
    assert checked(Page(name="a", media="text", content="Oslo met. " * 500_000)) is not None


@pytest.mark.parametrize(
    ("media", "content"),
    [
        ("text", "Latest\n" * 20_000),
        ("text", "short line\n" * 20_000),
        ("text", '"' * 3_000_000),
        ("markdown", "---\n" + "a: b\n" * 20_000),
        ("markdown", "[a](b" * 200_000),
        ("html", "<p>a" * 200_000),
        ("html", "<a href=x>a</a>" * 200_000),
        ("html", "&" * 2_000_000),
        ("html", "<script type='application/ld+json'>" + "[" * 1_000_000),
    ],
)
def test_work_grows_no_faster_than_the_page(media: str, content: str) -> None:
    """Pages made to be slow are read or refused in seconds."""
    start = time.process_time()
    checked(msgspec.convert({"name": "a", "media": media, "content": content}, Page))
    assert time.process_time() - start < 10


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40),
    st.sampled_from(["html", "text", "markdown"]),
)
def test_any_page_is_read_or_refused(pieces: list[str], media: str) -> None:
    checked(msgspec.convert({"name": "a", "media": media, "content": "".join(pieces)}, Page))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_row_with_a_title_is_read_or_refused(text: str, title: str) -> None:
    checked(Page(name="a", media="text", content=text, title=title or None, date=title))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["a.html", "a.txt", "a.md", "a.jsonl", "a.csv", "a.eml", "a.warc"]),
)
def test_any_bytes_are_pages_or_errors(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    for item in [*pages([str(tmp_path / name)]), *pages(["-"], stdin=io.BytesIO(data))]:
        if isinstance(item, Page):
            checked(item)
