"""Plain text: articles alone, wire rows, and saved pages without mark-up, told apart by their form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tidings.read import read_page
from tidings.records import Page, Reading

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "Ministers of Norway and Sweden met in Oslo on Monday to discuss the closed border road."
SECOND = "Norway's foreign minister said after the talks that both sides would send engineers."
THIRD = "The road has been closed since a landslide in March, and lorries take a detour of three hours."


def reading(text: str, title: str | None = None, date: str | None = None) -> Reading:
    return read_page(Page(name="test", media="text", content=text, title=title, date=date))


def of_kind(found: Reading, kind: str) -> list[str]:
    return [found.text[b.start : b.end].strip() for b in found.blocks if b.kind == kind]


def kinds(found: Reading) -> list[str]:
    return [block.kind for block in found.blocks]


def test_text_stays_unchanged_and_blocks_partition_it() -> None:
    text = f"\n  Ministers meet in Oslo\r\n\r\n{FIRST}\n\n\n{SECOND}\u00a0\n"
    found = reading(text)
    assert found.text == text
    assert "".join(text[b.start : b.end] for b in found.blocks) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ministers of Norway and Sweden met in Oslo",
        "Ministers of Norway and Sweden met in Oslo.",
        "Latest",
        "Police arrested 12",
        FIRST,
    ],
)
def test_single_line_is_a_paragraph(text: str) -> None:
    """A row that is one sentence, with or without a full stop, is no title and no furniture."""
    found = reading(text)
    assert kinds(found) == ["paragraph"]
    assert found.title is None


def test_paragraphs_alone_are_paragraphs() -> None:
    assert kinds(reading(f"{FIRST}\n\n{SECOND}\n\n{THIRD}")) == ["paragraph"] * 3


def test_headline_above_paragraphs_is_the_title() -> None:
    found = reading(f"Ministers of Norway and Sweden meet in Oslo\n\n{FIRST}\n\n{SECOND}")
    assert kinds(found) == ["title", "paragraph", "paragraph"]
    assert found.title == "Ministers of Norway and Sweden meet in Oslo"


@pytest.mark.parametrize(
    "headline", ["Will Norway and Sweden reopen the road?", "Ministers meet over road in U.S."]
)
def test_headline_that_ends_like_a_sentence_is_the_title(headline: str) -> None:
    assert reading(f"{headline}\n\n{FIRST}\n\n{SECOND}").title == headline


def test_title_of_a_row_stands_before_the_text() -> None:
    found = reading(f"{FIRST}\n\n{SECOND}", title="Ministers meet")
    assert found.text == f"Ministers meet\n\n{FIRST}\n\n{SECOND}"
    assert of_kind(found, "title") == ["Ministers meet"]


def test_title_that_begins_the_text_is_not_put_before_it() -> None:
    text = f"Ministers  meet\n\n{FIRST}"
    found = reading(text, title="Ministers meet")
    assert found.text == text
    assert kinds(found) == ["title", "paragraph"]


def test_title_that_is_only_the_first_words_of_a_sentence_is_put_before_it() -> None:
    found = reading(FIRST, title="Ministers of Norway")
    assert found.text == f"Ministers of Norway\n\n{FIRST}"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken at a fixed width are joined; the list below them is not."""
    text = (
        "Ministers meet in Oslo\n\n"
        "Ministers of Norway and Sweden met in Oslo on Monday to discuss the\n"
        "closed border road. Norway's foreign minister said after the talks\n"
        "that both sides would send engineers. The road has been closed since\n"
        "a landslide in March, and lorries take a detour of three hours.\n\n"
        "The Swedish minister for transport praised the work of the crews and\n"
        "promised that the road would be open again before the first snow of\n"
        "the winter falls.\n"
    )
    found = reading(text)
    assert kinds(found) == ["title", "paragraph", "paragraph"]
    assert found.text == text


def test_first_line_that_is_set_in_begins_a_paragraph() -> None:
    text = (
        "   Ministers of Norway and Sweden met in Oslo on Monday to discuss the\n"
        "closed border road. Norway's foreign minister said after the talks that\n"
        "both sides would send engineers to the road this week or the next week.\n"
        "   The Swedish minister for transport praised the work of the crews and\n"
        "promised that the road would be open again before the first snow falls.\n"
    )
    assert kinds(reading(text)) == ["paragraph", "paragraph"]


def test_lines_without_blank_lines_between_are_paragraphs_of_their_own() -> None:
    assert kinds(reading(f"{FIRST}\n{SECOND}\n{THIRD}")) == ["paragraph"] * 3


def test_short_line_between_paragraphs_is_a_subhead() -> None:
    found = reading(f"{FIRST}\n\nA road for lorries\n\n{SECOND}\n\n{THIRD}", title="Ministers meet")
    assert of_kind(found, "subhead") == ["A road for lorries"]


def test_cut_text_keeps_its_last_words() -> None:
    """A text that ends in the middle of a sentence loses nothing."""
    assert kinds(reading(f"{FIRST}\n\n{SECOND}\n\nThe road has been closed since a")) == ["paragraph"] * 3


def test_list_and_quotation_source_are_paragraphs() -> None:
    lines = (
        FIRST,
        "“We will open the road.”",
        "— Kari Holm, engineer",
        "The plan has two parts:",
        "- a bridge",
        "- a tunnel",
    )
    text = "\n\n".join(lines)
    assert set(kinds(reading(text))) == {"paragraph"}


def test_caption_by_its_credit() -> None:
    found = reading(f"{FIRST}\n\nLorries wait on the road. (Kari Holm/Reuters)\n\n{SECOND}")
    assert of_kind(found, "caption") == ["Lorries wait on the road. (Kari Holm/Reuters)"]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, May 14 (Example Wire) - ",
        "OSLO, Norway (EW) — ",
        "OSLO — ",
        "Oslo (EW) – ",
        "NEW YORK, May 14 (EW) -- ",
    ],
)
def test_dateline_is_a_block_of_its_own(dateline: str) -> None:
    found = reading(f"{dateline}{FIRST}\n\n{SECOND}", title="Ministers meet")
    assert of_kind(found, "dateline") == [dateline.strip()]
    assert kinds(found)[:3] == ["title", "dateline", "paragraph"]


def test_dash_in_a_sentence_is_no_dateline() -> None:
    found = reading(f"NATO — which Sweden joined in 2024 — sent no one. {FIRST}\n\n{SECOND}")
    assert kinds(found) == ["paragraph", "paragraph"]


PAGE_HEAD = "Tuesday, May 14, 2024\n\nHome\n\nWorld\n\nSport\n\nSubscribe\n\n"
PAGE_TITLE = "Norway and Sweden talk about closed road\n\n"
PAGE_BODY = f"{FIRST}\n\n{SECOND}\n\nAdvertisement\n\nRead also: Ferries run again\n\n{THIRD}\n\n"
PAGE_TAIL = (
    "Latest\n\nFerry company orders two ships from a yard in Gdansk\n\n"
    "The company that runs the ferries over the Oslofjord said on Friday that it had ordered two\n\n"
    "More Articles Like This\n\n© 2024 The Example. All rights reserved.\n"
)


@pytest.mark.parametrize(
    ("head", "tail"),
    [(PAGE_HEAD, PAGE_TAIL), (PAGE_HEAD, ""), ("", PAGE_TAIL), ("Must Read\n\n", PAGE_TAIL), ("", "")],
)
def test_body_is_found_in_every_form_of_page(head: str, tail: str) -> None:
    """Whole page, head only, tail only, article only: the same body."""
    found = reading(head + PAGE_TITLE + PAGE_BODY + tail)
    assert found.title == "Norway and Sweden talk about closed road"
    assert of_kind(found, "paragraph") == [FIRST, SECOND, THIRD]


def test_furniture_and_teasers_of_a_page_are_told_apart() -> None:
    found = reading(PAGE_HEAD + PAGE_TITLE + PAGE_BODY + PAGE_TAIL)
    furniture = of_kind(found, "furniture")
    for line in ("Tuesday, May 14, 2024", "Home", "Advertisement", "Read also: Ferries run again", "Latest"):
        assert line in furniture
    assert "More Articles Like This" in furniture
    assert "© 2024 The Example. All rights reserved." in furniture
    assert of_kind(found, "teaser")[0] == "Ferry company orders two ships from a yard in Gdansk"
    assert len(of_kind(found, "teaser")) == 2


def test_story_announced_above_the_title_is_no_part_of_the_article() -> None:
    told = "The company said on Friday that it had ordered two ships."
    promotion = f"Must Read\n\nFerry company orders two ships\n\n{told}\n\n"
    found = reading(promotion + PAGE_TITLE + PAGE_BODY)
    assert found.title == "Norway and Sweden talk about closed road"
    assert "Ferry company orders two ships" in of_kind(found, "teaser")
    assert of_kind(found, "paragraph")[0] == FIRST


def test_article_goes_on_behind_a_label_in_its_middle() -> None:
    behind = [f"{line[:-1]}, the ministry said." for line in (SECOND, THIRD, FIRST)]
    text = "\n\n".join((FIRST, "Related", "Ferries run again", SECOND, THIRD, *behind))
    found = reading(PAGE_TITLE + text)
    assert of_kind(found, "paragraph") == [FIRST, SECOND, THIRD, *behind]
    assert of_kind(found, "teaser") == ["Ferries run again"]


def test_byline_gives_names_and_date() -> None:
    found = reading(f"{PAGE_TITLE}By Kari Holm and Jan Berg | 14 May 2024, 10:15 CEST\n\n{FIRST}\n\n{SECOND}")
    assert found.byline == "Kari Holm, Jan Berg"
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2024-05-14T10:15+02:00", "byline")
    assert kinds(found)[1] == "furniture"


def test_example_of_a_saved_page(examples: Path) -> None:
    """The example page has all its parts."""
    found = reading((examples / "border-visit.txt").read_text(encoding="utf-8"))
    assert found.title == "Kazakh and Kyrgyz presidents meet at reopened border post"
    assert of_kind(found, "furniture") == [
        "Thursday, October 17, 2024",
        "Must Read",
        "Latest",
        "More Articles Like This",
    ]
    assert of_kind(found, "subhead") == ["Farmers block the road", "A market on the bridge"]
    assert len(of_kind(found, "teaser")) == 2
    assert found.published is not None
    assert found.published.from_ == "masthead"
    assert found.published.confidence <= 0.5


def test_seed_page(shared: Path) -> None:
    """The saved page that was given is read as its description says."""
    expected = json.loads((shared / "seed/expected.json").read_text(encoding="utf-8"))["reading"]
    found = reading((shared / "seed/kim-putin.txt").read_text(encoding="utf-8"))
    assert found.title == expected["title"]
    assert of_kind(found, "subhead") == expected["subheads"]
    assert of_kind(found, "furniture") == expected["furniture"]
    assert of_kind(found, "teaser")[0] == expected["teasers"][0]["headline"]
    assert of_kind(found, "paragraph")[0].startswith(expected["first_body_words"])
    assert of_kind(found, "paragraph")[-1].endswith(expected["last_body_words"])
