"""WHERE: the towns of local news, counties, bodies called by a place, and names that are no places."""

from __future__ import annotations

import functools

import pytest

from tidings.mention.actors import ActorFinder
from tidings.mention.places import find_places
from tidings.mention.places.candidates import Candidate
from tidings.mention.places.gazetteer import load
from tidings.mention.places.nearness import support
from tidings.parse import Parser
from tidings.records import Block, Place


@functools.cache
def tools() -> tuple[Parser, ActorFinder]:
    return Parser.load(), ActorFinder.load()


def find(text: str) -> dict[str, Place]:
    parser, actors = tools()
    document = parser(text, (Block(kind="paragraph", start=0, end=len(text)),))
    places = find_places(document, *actors(document))
    return {span.text: place for place in places for span in place.mentions}


def test_counties_have_the_middle_of_their_area() -> None:
    (county,) = load().counties("Alachua County")
    assert (county.admin1, round(county.lat), round(county.lon)) == ("Florida", 30, -82)
    assert {one.admin1 for one in load().counties("Henry County")} >= {"Tennessee", "Ohio", "Virginia"}


def test_a_town_lies_in_the_county_that_the_article_names() -> None:
    """Paris is in Henry County in Tennessee alone."""
    found = find("A fire broke out in Paris on Monday. Crews came from all over Henry County.")
    assert found["Paris"].admin1 == "Tennessee"
    assert found["Henry County"].admin1 == "Tennessee"


def test_a_body_called_by_a_place_says_where_it_is() -> None:
    found = find("Police in Athens arrested a man. He is held by the Clarke County Sheriff's Office.")
    assert found["Athens"].admin1 == "Georgia"


def test_names_close_together_support_each_other() -> None:
    gazetteer = load()
    names = {name: gazetteer.lookup(name) for name in ("Dublin", "Hilliard", "Westerville")}
    near = support(names)

    def best(name: str) -> Candidate:
        return max(names[name], key=lambda one: near.get((name, one.id), 0.0))

    assert {best(name).admin1 for name in names} == {"Ohio"}


def test_a_small_place_lies_in_the_state_that_follows_it() -> None:
    """A town that the gazetteer lacks is known to the state, not taken for a namesake elsewhere."""
    place = find("She was born in Quibblestown, Pennsylvania, in 1913.")["Quibblestown"]
    assert (place.country, place.admin1, place.precision) == ("USA", "Pennsylvania", "admin1")


def test_a_dateline_is_a_place_even_where_its_word_is_common() -> None:
    assert (
        find("HURRICANE, W.Va. — Two teenagers were found unharmed.")["HURRICANE"].admin1 == "West Virginia"
    )
    assert find("BAGHDAD — A bomb went off near a market.")["BAGHDAD"].country == "IRQ"


@pytest.mark.parametrize(
    "text",
    [
        "The crash closed Lexington Highway for hours.",
        "He was stopped at the corner of Woodfield and Martingale.",
        "The mayor spoke at City Hall.",
        "Two cases of West Nile virus were reported.",
        "The UN sent a convoy.",
        "Aid worth US$ 5 million arrived.",
        "Sheriff Dan Warden said no more. Warden retired later.",
    ],
)
def test_roads_sums_diseases_initials_and_surnames_are_no_places(text: str) -> None:
    assert find(text) == {}


def test_a_river_is_not_the_town_of_its_name() -> None:
    assert all(place.precision != "city" for place in find("Boats lay idle along the Mithi River.").values())


def test_the_counties_of_a_state_are_not_a_county_of_its_name() -> None:
    found = find("Unemployment rose in most Indiana counties.")
    assert found["Indiana"].admin1 == "Indiana"
