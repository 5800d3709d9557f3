"""When and where events happened: by their sentences, the lead, and what the text told before."""

from __future__ import annotations

import pytest
from coded import laid_out, stages

DAY = "2024-05-17"
"""A Friday."""

Settings = list[tuple[str | None, str | None]]


def set_in(kind: str, *paragraphs: str, title: str | None = None) -> Settings:
    """Return place and date of the events of one type in a text of several paragraphs."""
    text, blocks = laid_out(*paragraphs, title=title)
    parser, finder, coder = stages()
    document = parser(text, blocks, published=DAY, published_confidence=1.0)
    mentions = finder(document)
    names = {place.id: place.name for place in mentions.places}
    events = [e for e in coder(document, mentions) if e.type == kind]
    return [(names.get(e.place or ""), e.date.value if e.date else None) for e in events]


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("ASSAULT", "On Monday a gunman shot four shoppers at a market in the port city of Odesa.", "Odesa"),
        ("ASSAULT", "Rebels shelled the town, killing three nurses in Bunia.", "Bunia"),
        ("CONSULT", "The ministers of Peru and Chile met in Quito.", "Quito"),
        ("ASSAULT", "The Yemen-based Houthi movement attacked an Israeli tanker.", None),
        ("REQUEST", "The president called for help against the floods in Chad.", None),
        ("ACCUSE", "The senator condemned the killing of two monks in Mali.", None),
        ("SUPPORT", "In Nairobi, the president of Ghana praised the farmers of Togo.", "Nairobi"),
        ("REQUEST", "The ministry urged banks to stop lending in Iran.", None),
    ],
)
def test_what_is_said_has_no_place_of_what_it_is_about(kind: str, text: str, place: str | None) -> None:
    assert [found for found, _ in set_in(kind, text)] == [place]


@pytest.mark.parametrize(
    ("kind", "text", "date"),
    [
        ("REJECT", "The ministry refused to hand over papers about the 2023 census.", DAY),
        ("ACCUSE", "The envoy condemned the ban, which was lifted on Monday.", DAY),
        ("REQUEST", "On Tuesday the council urged the firm to leave by Sunday.", "2024-05-14"),
        ("REQUEST", "The council urged the firm to leave on Sunday.", DAY),
        ("CONSULT", "The president may have met the rebels in March.", "2024-03"),
        ("ACCUSE", "The union had condemned the minister.", None),
        ("REJECT", "The party previously opposed the treaty.", None),
        ("ASSAULT", "Soldiers killed three farmers last week.", "2024-W19"),
        ("CONSULT", "The ministers of Peru and Chile met in Quito several days ago.", None),
        ("COERCE", "Police arrested the mayor and held him for two days.", DAY),
    ],
)
def test_a_date_of_something_else_is_not_the_events(kind: str, text: str, date: str | None) -> None:
    assert date in [found for _, found in set_in(kind, text)]


MARKET = "On Monday gunmen attacked a market in Mosul, killing two traders."


@pytest.mark.parametrize(
    ("later", "setting"),
    [
        pytest.param("The gunmen shot a guard.", ("Mosul", "2024-05-13"), id="it goes on"),
        pytest.param("In an earlier attack gunmen shot a judge.", (None, None), id="it lies back"),
    ],
)
def test_a_deed_goes_on_where_and_when_the_text_has_set_it(
    later: str, setting: tuple[str | None, str | None]
) -> None:
    assert set_in("ASSAULT", MARKET, later)[-1] == setting


@pytest.mark.parametrize(
    ("kind", "text", "date"),
    [
        pytest.param(
            "REJECT",
            "On Tuesday the council met behind closed doors. It then rejected the plan.",
            "2024-05-14",
            id="with its day",
        ),
        pytest.param(
            "COERCE",
            "In May 2011, rebels entered the capital. The army arrested twenty officers.",
            "2011-05",
            id="with another year in the next sentence",
        ),
        pytest.param(
            "COERCE",
            "In May 2011, rebels entered the capital. Shops closed. The army arrested twenty officers.",
            None,
            id="after another year at no time told",
        ),
    ],
)
def test_a_paragraph_goes_on(kind: str, text: str, date: str | None) -> None:
    assert set_in(kind, text) == [(None, date)]


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        pytest.param(
            "The embassy in Berlin has been half empty since Wednesday.", "2024-05-15", id="its only day"
        ),
        pytest.param(
            "Talks on Monday ended without a word, and the ministry spoke on Wednesday.",
            DAY,
            id="none of two days",
        ),
        pytest.param(
            "On Tuesday the ministry announced that it had summoned the envoy on Monday.",
            "2024-05-14",
            id="the day of its main clause",
        ),
    ],
)
def test_a_headline_has_the_day_of_the_lead(lead: str, date: str) -> None:
    found = set_in("SANCTION", lead, "It gave no reason.", title="Germany expels two Iranian diplomats")
    assert [told for _, told in found] == [date]
