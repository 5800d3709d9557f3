"""Web pages: title, byline, date, section, and the body told from the furniture around it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tidings.errors import ItemError
from tidings.read import read_page
from tidings.records import Page, Reading

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = [
    "Ministers of Norway and Sweden met in Oslo on Monday to discuss the closed border road.",
    "Norway's foreign minister said after the talks that both sides would send engineers.",
    "The road has been closed since a landslide in March, and lorries take a detour of three hours.",
    "The Swedish minister praised the work of the crews and promised to pay for half of the new bridge.",
]


def reading(source: str, uri: str | None = None) -> Reading:
    return read_page(Page(name="test.html", media="html", content=source, uri=uri))


def of_kind(found: Reading, kind: str) -> list[str]:
    return [found.text[b.start : b.end].strip() for b in found.blocks if b.kind == kind]


def article(head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><head><title>Ministers meet in Oslo</title>{head}</head>"
        "<body><nav><a>World</a><a>Sport</a></nav>"
        f"<article><h1>Ministers meet in Oslo</h1>{before}{body}</article>{after}</body></html>"
    )


@pytest.fixture
def example(examples: Path) -> Reading:
    return reading((examples / "harbour-talks.html").read_text(encoding="utf-8"))


def test_example_page_says_what_it_is(example: Reading) -> None:
    assert example.title == "Armenia and Georgia hold harbour talks in Batumi"
    assert example.byline == "Tamar Lortki, Peter Hallam"
    assert (example.section, example.language) == ("World", "en")
    assert example.source.publisher == "The Harbour Courier"
    assert example.source.uri == "https://courier.example/world/2024/05/14/armenia-georgia-harbour-talks"


def test_example_page_is_dated_by_its_metadata_not_by_its_masthead(example: Reading) -> None:
    assert example.published is not None
    assert (example.published.value, example.published.from_) == ("2024-05-14T09:30:00+04:00", "json-ld")
    assert example.published.confidence > 0.95


def test_example_page_is_split_into_blocks(example: Reading) -> None:
    assert of_kind(example, "standfirst") == [
        "The two governments want goods to move by rail and sea before the winter."
    ]
    assert of_kind(example, "dateline") == ["BATUMI, Georgia —"]
    assert of_kind(example, "subhead") == ["Protest at the port", "Money from Brussels"]
    assert len(of_kind(example, "paragraph")) == 7
    assert of_kind(example, "caption")[0].startswith("Containers wait on the quay")
    teasers = of_kind(example, "teaser")
    assert "Ferry service between Burgas and Poti to start again in June" in teasers
    assert "Turkish and Greek coast guards rescue 31 sailors from a burning ferry" in teasers
    furniture = of_kind(example, "furniture")
    for line in ("Saturday, 18 May 2024", "Must Read", "Latest", "More Articles Like This", "Advertisement"):
        assert line in furniture


def test_blocks_partition_the_text(example: Reading) -> None:
    assert "".join(example.text[b.start : b.end] for b in example.blocks) == example.text


def test_scripts_and_hidden_elements_show_nothing() -> None:
    found = reading(
        article(before="<script>var a = 1;</script><style>p {}</style><p style='display: none'>Hidden.</p>")
    )
    assert "var a" not in found.text
    assert "Hidden" not in found.text


def test_title_is_stripped_of_the_name_of_the_site() -> None:
    source = article().replace("<h1>Ministers meet in Oslo</h1>", "")
    found = reading(
        source.replace("<title>Ministers meet in Oslo", "<title>Ministers meet in Oslo | The Example")
    )
    assert found.title == "Ministers meet in Oslo"
    assert of_kind(found, "title") == ["Ministers meet in Oslo"]


@pytest.mark.parametrize(
    "declared", ["Oslo Post - Ministers meet", "Ministers meet in", "Ministers meet in O..."]
)
def test_heading_is_the_title_where_the_head_shortens_it(declared: str) -> None:
    source = article().replace("<title>Ministers meet in Oslo", f"<title>{declared}")
    source = source.replace(
        "<h1>Ministers meet in Oslo", "<h1>Ministers meet in Oslo for talks on fishing rights"
    )
    assert reading(source).title == "Ministers meet in Oslo for talks on fishing rights"


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>'
    assert reading(article(head=head)).title == "Ministers meet in Oslo"


def test_date_in_the_address_is_evidence() -> None:
    found = reading(article(), uri="https://news.example/2024/05/14/ministers")
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2024-05-14", "url")


def test_time_element_beside_the_title_is_evidence() -> None:
    found = reading(article(before="<p class=meta><time datetime='2024-05-14T10:15+02:00'>Monday</time></p>"))
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2024-05-14T10:15+02:00", "time")


def test_headlines_that_are_links_are_no_body() -> None:
    links = "".join(
        f"<p><a href='/{n}'>Ferry number {n} runs again between the islands</a></p>" for n in range(4)
    )
    found = reading(article(after=f"<div><h2>Related</h2>{links}</div>"))
    assert of_kind(found, "paragraph") == PARAGRAPHS
    assert len(of_kind(found, "teaser")) == 4


def test_page_without_paragraph_elements_is_read_by_its_lines() -> None:
    found = reading(
        "<html><body>" + "<br><br>".join(["Ministers meet in Oslo", *PARAGRAPHS]) + "</body></html>"
    )
    assert of_kind(found, "paragraph")[-1] == PARAGRAPHS[-1]


def test_body_that_is_only_declared_is_read() -> None:
    """Some pages show one paragraph and tell the whole text to machines."""
    told = "\\n".join(PARAGRAPHS * 2)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
    found = reading(
        f"<html><head>{head}</head><body><h1>Ministers meet in Oslo</h1><p>Subscribe now.</p></body></html>"
    )
    assert of_kind(found, "paragraph") == PARAGRAPHS * 2


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<script>var a = 1;</script>", "<!-- nothing -->", "<html><body> </body></html>"],
)
def test_page_without_text_is_an_error(source: str) -> None:
    with pytest.raises(ItemError) as caught:
        reading(source)
    assert str(caught.value).startswith("test.html: ")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_deep_nesting_is_an_error_and_no_crash(tag: str) -> None:
    """100,000 levels are refused in a process of its own, so that a crash of the parser would be seen."""
    program = (
        "from tidings.read import read_page\nfrom tidings.records import Page\n"
        "from tidings.errors import ItemError\n"
        f"source = '<html><body>' + '<{tag}>' * 100_000 + 'Talks resumed.'\n"
        "try:\n    read_page(Page(name='deep.html', media='html', content=source))\n"
        "except ItemError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "deep.html: elements nested more than 256 deep\n"


def test_page_in_another_language_is_read_and_named() -> None:
    german = (
        "Die Minister von Norwegen und Schweden haben sich am Montag in Oslo getroffen, um zu sprechen.",
        "Der Außenminister sagte nach dem Treffen, dass beide Seiten Ingenieure schicken werden.",
    )
    found = reading(
        "<html lang=de><body><h1>Minister in Oslo</h1>" + "".join(f"<p>{p}</p>" for p in german * 3)
    )
    assert found.language == "de"
    assert found.notes == ("not coded: language is de",)
