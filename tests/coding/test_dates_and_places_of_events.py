"""When and where: the headline's day, and places that only describe a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.records import Page

if TYPE_CHECKING:
    from tidings.pipeline import Pipeline


def coded(coder: Pipeline, title: str, text: str) -> list[tuple[str, str, str | None]]:
    article = coder(Page(name="row", media="text", content=text, title=title, date="2024-05-17"))
    names = {place.id: place.name for place in article.places}
    return [
        (event.type, event.date.value if event.date else "", names.get(event.place or ""))
        for event in article.events
    ]


def test_a_headline_happened_on_the_day_that_the_lead_names(coder: Pipeline) -> None:
    text = "The embassy in Berlin has been half empty since Wednesday.\n\nIt gave no reason."
    events = coded(coder, "Germany expels two Iranian diplomats", text)
    assert ("SANCTION", "2024-05-15") in [event[:2] for event in events]


def test_a_lead_with_two_days_dates_no_headline(coder: Pipeline) -> None:
    text = "Talks on Monday ended without a word, and the ministry spoke on Wednesday.\n\nIt gave no reason."
    events = coded(coder, "Germany expels two Iranian diplomats", text)
    assert ("SANCTION", "2024-05-17") in [event[:2] for event in events]


def test_where_a_group_is_based_is_not_where_it_struck(coder: Pipeline) -> None:
    text = "The Yemen-based Houthi movement attacked an Israeli tanker."
    assert [event[2] for event in coded(coder, "Tanker hit", text) if event[0] == "ASSAULT"] == [None]
