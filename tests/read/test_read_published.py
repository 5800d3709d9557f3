"""The day of publication says where it comes from and how sure it is."""

from __future__ import annotations

import pytest

from tidings.read import read_page
from tidings.read.layout import Evidence
from tidings.read.published import published
from tidings.read.written_date import find_date
from tidings.records import Page


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Wednesday, July 3, 2024", "2024-07-03"),
        ("3 July 2024", "2024-07-03"),
        ("Published 3rd of July, 2024 at 10:15 am", "2024-07-03T10:15"),
        ("Jul. 3, 2024, 10:15 PM EDT", "2024-07-03T22:15-04:00"),
        ("12 AM, no date", None),
        ("2024-07-03", "2024-07-03"),
        ("2024-07-03T10:15:00Z", "2024-07-03T10:15:00+00:00"),
        ("2024-07-03T10:15:00.000+0200", "2024-07-03T10:15:00+02:00"),
        ("Tue, 03 Sep 2024 10:00:00 +0200", "2024-09-03T10:00:00+02:00"),
        ("3. Juli 2024, 9.15 Uhr", "2024-07-03T09:15"),
        ("3. Juli 2024, 9:15 Uhr", "2024-07-03T09:15"),
        ("03.07.2024", "2024-07-03"),
        ("3 de julio de 2024", "2024-07-03"),
        ("1er juillet 2024 à 14h30", "2024-07-01T14:30"),
        ("2024年7月3日", "2024-07-03"),
        ("23/07/2024", "2024-07-23"),
        ("03/07/2024", None),
        ("July 32, 2024", None),
        ("30 February 2024", None),
        ("the plan for 2024", None),
        ("call 2024-555-12", None),
        ("", None),
    ],
)
def test_written_dates(line: str, value: str | None) -> None:
    found = find_date(line)
    assert (found.value if found else None) == value


def evidence(*pairs: tuple[str, str]) -> list[Evidence]:
    return [Evidence(found, source) for source, text in pairs if (found := find_date(text))]


def test_nothing_gives_nothing() -> None:
    assert published([]) is None


def test_option_wins_over_all() -> None:
    found = published(
        evidence(("json-ld", "2024-05-14T10:15:00Z"), ("option", "2023-09-13"), ("row", "2024-05-14"))
    )
    assert found is not None
    assert (found.value, found.precision, found.from_, found.confidence) == (
        "2023-09-13",
        "day",
        "option",
        1.0,
    )


def test_masthead_alone_is_unsure() -> None:
    found = published(evidence(("masthead", "July 3, 2024")))
    assert found is not None
    assert found.from_ == "masthead"
    assert found.confidence <= 0.5


def test_agreement_raises_confidence_and_conflict_lowers_it() -> None:
    """One source, two that agree, three that agree; and two that do not."""
    one = published(evidence(("json-ld", "2024-05-14")))
    two = published(evidence(("json-ld", "2024-05-14"), ("url", "2024-05-14")))
    three = published(evidence(("json-ld", "2024-05-14"), ("url", "2024-05-14"), ("byline", "14 May 2024")))
    against = published(evidence(("json-ld", "2024-05-14"), ("url", "2023-05-14")))
    assert one is not None
    assert two is not None
    assert three is not None
    assert against is not None
    assert against.confidence < 0.7 < one.confidence < two.confidence < three.confidence


def test_moment_in_utc_gives_way_to_the_day_that_the_page_shows() -> None:
    """An evening in Denver is the next day in UTC: the page's own day is the day of publication."""
    found = published(evidence(("json-ld", "2023-11-09T01:09:55Z"), ("url", "2023-11-08")))
    assert found is not None
    assert (found.value, found.precision, found.from_) == ("2023-11-08", "day", "url")
    assert found.confidence > 0.9


def test_time_of_day_is_taken_from_a_source_that_agrees() -> None:
    found = published(evidence(("row", "2024-05-14"), ("json-ld", "2024-05-14T10:15:00+02:00")))
    assert found is not None
    assert (found.value, found.from_) == ("2024-05-14T10:15:00+02:00", "row")


TEXT = (
    "Friday, January 4, 2019\n\nMinisters of Norway and Sweden met in Oslo on Thursday.\n\n"
    "They agreed to meet again."
)


def test_date_line_of_a_row_agrees_with_its_column() -> None:
    page = Page(name="test", media="text", content=TEXT, title="Ministers meet in Oslo", date="2019-01-04")
    found = read_page(page)
    assert [block.kind for block in found.blocks] == ["title", "dateline", "paragraph", "paragraph"]
    assert found.published is not None
    assert found.published.from_ == "row"
    assert found.published.confidence >= 0.97


def test_date_line_above_a_text_without_title_is_its_dateline() -> None:
    found = read_page(Page(name="test", media="text", content=TEXT))
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2019-01-04", "dateline")


def test_option_is_the_date_of_every_page() -> None:
    found = read_page(Page(name="test", media="text", content=TEXT, date="2019-01-04"), date="2023-09-13")
    assert found.published is not None
    assert (found.published.value, found.published.from_) == ("2023-09-13", "option")
