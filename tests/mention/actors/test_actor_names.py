"""Names that several bear: acronyms by country, persons in public life, bodies that no table has."""

from __future__ import annotations

import pytest

from tidings.mention.actors import ActorFinder, resolve
from tidings.mention.actors.entries import rows
from tidings.mention.actors.heads import sector_of_name
from tidings.parse import Parser
from tidings.records import Actor


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


def answer(text: str, context: str | None = None, date: str | None = None) -> tuple[str | None, str | None]:
    """Return country and sector of a phrase."""
    actor = resolve(text, context, date)
    return (actor.country, actor.sector) if actor else (None, None)


def found(parser: Parser, finder: ActorFinder, text: str, day: str) -> list[Actor]:
    """Return the actors of a text of that day."""
    document = parser.parse_text(text)
    document.published = day
    actors, _ = finder(document)
    return list(actors)


@pytest.mark.parametrize(
    ("text", "context", "country", "sector"),
    [
        ("the SDF", "Syria", "SYR", "REB"),
        ("the SDF", "Japan", "JPN", "MIL"),
        ("the PDP", "Nigeria", "NGA", "PTY"),
        ("the PDP", "India", "IND", "PTY"),
        ("the NPA", "South Africa", "ZAF", "JUD"),
        ("the NPA", "the Philippines", "PHL", "REB"),
        ("the PAP", "Singapore", "SGP", "PTY"),
        ("the ANC", "South Africa", "ZAF", "PTY"),
        ("the Labour Party", "Norway", "NOR", "PTY"),
        ("the House of Representatives", "Libya", "LBY", "LEG"),
    ],
)
def test_an_acronym_of_several_countries_is_that_of_the_context(
    text: str, context: str, country: str, sector: str
) -> None:
    assert answer(text, context) == (country, sector)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Paris, Texas, arrested four protesters on Friday.", "USA"),
        ("Police in Paris, London and Berlin arrested four protesters on Friday.", "FRA"),
        ("Police in Paris arrested four protesters on Friday.", "FRA"),
    ],
)
def test_the_land_after_a_town_settles_the_country(
    parser: Parser, finder: ActorFinder, text: str, country: str
) -> None:
    police = next(actor for actor in found(parser, finder, text, "2019-06-12") if actor.sector == "COP")
    assert police.country == country


def test_a_name_of_one_word_needs_its_country_in_the_text(parser: Parser, finder: ActorFinder) -> None:
    far = found(parser, finder, "Golos was the name of her boat, she said in Oslo.", "2015-05-01")
    assert not any(actor.country == "RUS" for actor in far)


@pytest.mark.parametrize(
    ("name", "date", "country", "sector"),
    [
        ("John Kerry", "2004-09-01", "USA", "LEG"),
        ("Angela Merkel", "2003-05-01", "DEU", "PTY"),
        ("Yulia Tymoshenko", "2013-05-01", "UKR", "OPP"),
        ("Ayatollah Hashemi Rafsanjani", "2012-05-01", "IRN", "GOV"),
        ("Manuel Marulanda", "2002-05-01", "COL", "REB"),
        ("Igor Girkin", "2014-06-01", "RUS", "REB"),
        ("Gen. Stanley McChrystal", "2010-01-01", "USA", "MIL"),
        ("Gen. McChrystal", "2010-01-01", "USA", "MIL"),
        ("Senator Warren", "2016-01-01", "USA", "LEG"),
        ("Mustafa Akinci", "2017-01-01", "CYP", "PRE"),
        ("Martin Griffiths", "2022-05-01", "UNO", "GOV"),
        ("Denis Mukwege", "2018-10-05", "COD", "MED"),
        ("Beyonce", None, "USA", "CVL"),
    ],
)
def test_a_person_in_public_life_has_country_and_sector(
    name: str, date: str | None, country: str, sector: str
) -> None:
    assert answer(name, None, date) == (country, sector)


def test_the_surname_of_a_figure_alone_means_nobody(parser: Parser, finder: ActorFinder) -> None:
    actors = found(parser, finder, "Walker won the race in Turin, the club said.", "2014-05-01")
    assert not any(actor.name == "Scott Walker" for actor in actors)


def test_a_minister_who_left_lately_is_still_called_so() -> None:
    assert answer("Minister Juan Carlos Jobet", None, "2022-04-01") == ("CHL", "GOV")
    assert answer("Juan Carlos Jobet", None, "2022-04-01") == ("CHL", "ELI")
    assert answer("Minister Juan Carlos Jobet", None, "2024-04-01") == ("CHL", "ELI")


@pytest.mark.parametrize(
    "phrase", ["the US senator", "the Russian opposition leader", "the Iraqi journalist"]
)
def test_an_office_that_many_hold_means_nobody_of_the_tables(phrase: str) -> None:
    actor = resolve(phrase, date="2018-01-01")
    assert actor is not None
    assert actor.kind == "role"


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Upper Valley Liberation Front", "REB"),
        ("Front for National Renewal", "PTY"),
        ("Ministry of Rural Roads", "GOV"),
        ("Lake Province Water Authority", "GOV"),
        ("Coastal Teachers' Union", "LAB"),
        ("Northern Tribune", "JRN"),
        ("Hill District Court", "JUD"),
        ("Basin Farmers' Union", "AGR"),
        ("Riverside Hospital", "MED"),
        ("Delta Martyrs Brigade", "REB"),
        ("Council of Bishops", "REL"),
        ("Golden Coast Airlines", "BUS"),
        ("Hope", None),
        ("Party", None),
    ],
)
def test_the_head_noun_tells_the_sector_of_an_unknown_body(name: str, sector: str | None) -> None:
    assert sector_of_name(name) == sector


def test_an_unknown_party_is_of_the_country_that_the_text_is_about(
    parser: Parser, finder: ActorFinder
) -> None:
    text = (
        "Zambia holds elections in August. The United Renewal Party named a candidate in Lusaka. "
        "Zambian voters queued for hours."
    )
    actors = found(parser, finder, text, "2016-05-01")
    party = next(actor for actor in actors if "Renewal Party" in actor.name)
    assert (party.country, party.sector) == ("ZMB", "PTY")


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("ex-soldiers", None, "ELI"),
        ("Kurdish fighters", None, "UAF"),
        ("anti-Kremlin activists", "RUS", "CVL"),
        ("Nigerian Bar Association", "NGA", "CVL"),
        ("National Bank of Ukraine", "UKR", "GOV"),
        ("Zimbabwe Congress of Trade Unions", "ZWE", "LAB"),
    ],
)
def test_modifiers_and_bodies_have_their_sector(text: str, country: str | None, sector: str) -> None:
    assert answer(text) == (country, sector)


def test_the_table_of_figures_is_broad() -> None:
    names = {row["name"] for row in rows("figures.tsv")}
    countries = {row["country"] for row in rows("figures.tsv")}
    assert len(names) > 2000
    assert len(countries) > 120
