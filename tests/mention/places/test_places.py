"""WHERE: places on the map, and what is no place."""

from __future__ import annotations

import functools

import pytest

from tidings.mention.actors import ActorFinder
from tidings.mention.places import find_places
from tidings.mention.places.gazetteer import load
from tidings.mention.places.names import fold
from tidings.mention.places.tables import read_table
from tidings.parse import Parser
from tidings.records import Block, Place


@functools.cache
def tools() -> tuple[Parser, ActorFinder]:
    return Parser.load(), ActorFinder.load()


def find(text: str) -> tuple[Place, ...]:
    parser, actors = tools()
    document = parser(text, (Block(kind="paragraph", start=0, end=len(text)),))
    return find_places(document, *actors(document))


def named(text: str, name: str) -> Place:
    return next(place for place in find(text) if any(name in span.text for span in place.mentions))


def test_the_text_says_which_town_is_meant() -> None:
    """Containment decides between namesakes, against the size of the towns."""
    assert named("Fighting broke out in Tripoli, Lebanon.", "Tripoli").country == "LBN"
    assert named("Fighting broke out in Tripoli, Libya.", "Tripoli").country == "LBY"
    assert named("Police in Paris, Texas, arrested two men.", "Paris").admin1 == "Texas"


def test_a_town_alone_is_the_best_known_one() -> None:
    place = named("Thousands marched in Paris.", "Paris")
    assert (place.country, place.precision) == ("FRA", "city")
    assert place.geonames == 2988507


def test_the_article_decides_between_a_state_and_a_country() -> None:
    assert named("Voters in Florida, Alabama and Georgia went to the polls.", "Georgia").country == "USA"
    assert (
        named("Russian troops are still in Georgia. Georgian police in Tbilisi protested.", "Georgia").country
        == "GEO"
    )


def test_precision_says_how_much_is_known() -> None:
    text = "The plane left Ramstein Air Base. It landed in Bavaria. Later it flew to Poland."
    found = {place.name: place.precision for place in find(text)}
    assert found["Ramstein Air Base"] == "site"
    assert found["Bavaria"] == "admin1"
    assert found["Poland"] == "country"


@pytest.mark.parametrize("text", ["Moscow said it would answer.", "Beijing’s decision angered the union."])
def test_a_capital_that_acts_is_no_place(text: str) -> None:
    assert find(text) == ()


def test_a_capital_in_which_something_happens_is_a_place() -> None:
    assert [place.name for place in find("The two met in Moscow.")] == ["Moscow"]


def test_adjectives_are_no_places() -> None:
    assert find("French and Turkish officials talked.") == ()


def test_mentions_are_gathered_and_exact() -> None:
    text = "Shells hit Kharkiv. Hours later Kharkiv was hit again."
    places = find(text)
    assert len(places) == 1
    assert [text[span.start : span.end] for span in places[0].mentions] == ["Kharkiv", "Kharkiv"]


def test_tables_are_sound() -> None:
    """Coordinates lie on the globe, names are unique, countries are codes."""
    sites = read_table("sites.tsv")
    assert len(sites) >= 600
    assert len({row["name"] for row in sites}) == len(sites)
    for row in (*sites, *read_table("countries.tsv"), *read_table("divisions.tsv")):
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
    codes = {row["country"] for row in read_table("countries.tsv")}
    assert {row["country"] for row in sites if row["country"]} <= codes


def test_names_fold_alike() -> None:
    assert fold("Saint-Étienne") == fold("St Etienne")
    assert load().lookup("São Paulo")[0].id == load().lookup("Sao Paulo")[0].id


def test_full_stop_is_no_part_of_a_place() -> None:
    (place,) = find("The envoy flew to Goma.")
    assert [span.text for span in place.mentions] == ["Goma"]
