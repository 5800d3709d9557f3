"""Markdown: headings, front matter, links."""

from __future__ import annotations

from tidings.read import read_page
from tidings.records import Page, Reading

SOURCE = """---
title: "Ministers meet in Oslo"
author: Kari Holm
date: 2024-05-14
---

# Ministers meet in Oslo

Ministers of **Norway** and [Sweden](https://example.org/sweden "a link") met in Oslo
on Monday to discuss the closed road.

![Lorries on the road. Photo: Kari Holm](road.jpg)

## A bridge for lorries

- a bridge
- a tunnel

They agreed to meet again in [Stockholm][1].

[1]: https://example.org/stockholm

***
Read also: Ferries run again
"""


def reading(source: str) -> Reading:
    return read_page(Page(name="test.md", media="markdown", content=source))


def of_kind(found: Reading, kind: str) -> list[str]:
    return [found.text[b.start : b.end].strip() for b in found.blocks if b.kind == kind]


def test_front_matter_says_title_author_and_date() -> None:
    found = reading(SOURCE)
    assert (found.title, found.byline) == ("Ministers meet in Oslo", "Kari Holm")
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2024-05-14", "metadata")


def test_headings_are_title_and_subheads() -> None:
    found = reading(SOURCE)
    assert of_kind(found, "title") == ["# Ministers meet in Oslo"]
    assert of_kind(found, "subhead") == ["## A bridge for lorries"]


def test_targets_of_links_are_no_part_of_the_text() -> None:
    found = reading(SOURCE)
    assert of_kind(found, "paragraph")[0] == (
        "Ministers of **Norway** and Sweden met in Oslo\non Monday to discuss the closed road."
    )
    assert of_kind(found, "caption") == ["Lorries on the road. Photo: Kari Holm"]


def test_list_items_are_paragraphs_and_rulers_are_furniture() -> None:
    found = reading(SOURCE)
    assert of_kind(found, "paragraph")[1:3] == ["- a bridge", "- a tunnel"]
    assert of_kind(found, "furniture")[1:] == [
        "[1]: https://example.org/stockholm",
        "***",
        "Read also: Ferries run again",
    ]


def test_text_without_marks_is_a_paragraph() -> None:
    assert of_kind(reading("Talks resumed."), "paragraph") == ["Talks resumed."]


def test_underlined_headings_are_title_and_subhead() -> None:
    found = reading("Ministers meet\n====\n\nTalks resumed.\n\nA bridge\n---\n\nThey agreed.\n\n---\n")
    assert (found.title, of_kind(found, "subhead")) == ("Ministers meet", ["A bridge"])
    assert of_kind(found, "paragraph") == ["Talks resumed.", "They agreed."]
