"""Actors of parsed sentences: spans, country, sector, and which mentions are the same."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tidings.mention.actors import ActorFinder
from tidings.parse import Parser
from tidings.records import Actor, Document
from tidings.records.document import Token


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


class Found:
    """What was found in a text, by the text of the mentions."""

    def __init__(self, parser: Parser, finder: ActorFinder, text: str, day: str | None = None) -> None:
        self.document: Document = parser.parse_text(text)
        self.document.published = day
        actors, self.mentions = finder(self.document)
        self.actors = {actor.id: actor for actor in actors}

    def named(self, text: str, nth: int = 0) -> tuple[Actor, ...]:
        """Return the actors of the nth mention with this text."""
        spans = [m for m in self.mentions if self.document.text[m.start : m.end] == text]
        assert len(spans) > nth, [self.document.text[m.start : m.end] for m in self.mentions]
        return tuple(self.actors[i] for i in spans[nth].actors)

    def one(self, text: str, nth: int = 0) -> Actor:
        """Return the single actor of a mention."""
        (actor,) = self.named(text, nth)
        return actor

    def head(self, text: str) -> Token:
        """Return the head of a mention."""
        mention = next(m for m in self.mentions if self.document.text[m.start : m.end] == text)
        return self.document.tokens[mention.head]


def test_the_span_holds_role_and_country_of_a_name(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Finnish President Sauli Niinistö met reporters.", "2019-05-01")
    actor = found.one("Finnish President Sauli Niinistö")
    assert (actor.name, actor.country, actor.sector, actor.role) == (
        "Sauli Niinisto",
        "FIN",
        "GOV",
        "president",
    )


def test_a_title_gives_country_and_sector_to_a_stranger(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Kenyan army spokesman David Obonyo said the troops had left.")
    actor = found.one("Kenyan army spokesman David Obonyo")
    assert (actor.kind, actor.country, actor.sector) == ("person", "KEN", "MIL")


def test_an_apposition_gives_country_and_sector(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Peter Hansen, the Danish foreign minister, visited Rome.")
    actor = found.one("Peter Hansen")
    assert (actor.country, actor.sector) == ("DNK", "GOV")
    assert found.one("Danish foreign minister") == actor


def test_a_number_or_quantity_is_no_part_of_the_span(parser: Parser, finder: ActorFinder) -> None:
    found = Found(
        parser, finder, "Police arrested twelve protesters, and thousands of farmers blocked roads."
    )
    assert found.one("protesters").sector == "CVL"
    assert found.one("farmers").sector == "AGR"


def test_police_take_the_country_of_their_place(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Police in Minsk detained a journalist.")
    assert (found.one("Police").country, found.one("Police").sector) == ("BLR", "COP")


def test_a_capital_that_acts_is_its_state_and_a_mere_place_is_locative(
    parser: Parser, finder: ActorFinder
) -> None:
    found = Found(parser, finder, "Warsaw accused the army of firing at villages in Belarus.")
    assert found.one("Warsaw").country == "POL"
    assert [m.locative for m in found.mentions if m.form == "place"] == [True]


def test_the_head_is_the_head_of_the_phrase(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "The leader of the rebel group rejected the offer.")
    assert found.head("leader of the rebel group").text == "leader"
    assert found.one("leader of the rebel group").sector == "REB"


def test_later_short_names_and_pronouns_are_the_person(parser: Parser, finder: ActorFinder) -> None:
    text = "Swedish Prime Minister Stefan Lofven met farmers. Mr Lofven said he was sorry."
    found = Found(parser, finder, text, "2018-01-01")
    person = found.one("Swedish Prime Minister Stefan Lofven")
    assert found.one("he") == person
    assert found.one("Lofven") == person


def test_two_people_of_one_surname_stay_apart(parser: Parser, finder: ActorFinder) -> None:
    text = "Senator Alice Mwangi criticised Governor Peter Mwangi. Peter Mwangi did not answer."
    found = Found(parser, finder, text)
    assert found.one("Senator Alice Mwangi") != found.one("Governor Peter Mwangi")
    assert found.one("Peter Mwangi") == found.one("Governor Peter Mwangi")


def test_the_two_leaders_are_both(parser: Parser, finder: ActorFinder) -> None:
    text = "Angela Merkel met Emmanuel Macron on Friday. The two leaders discussed trade."
    found = Found(parser, finder, text, "2018-01-01")
    assert {actor.name for actor in found.named("leaders")} == {"Angela Merkel", "Emmanuel Macron"}


def test_an_acronym_is_the_organisation(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "The World Health Organization warned Ghana. The WHO sent doctors.")
    assert found.one("World Health Organization") == found.one("WHO")


def test_the_bare_office_is_the_holder_where_one_country_is_meant(
    parser: Parser, finder: ActorFinder
) -> None:
    text = "Chile recalled its envoy from Peru. In Chile the president spoke to Chilean workers in Chile."
    found = Found(parser, finder, text, "2020-05-01")
    assert found.one("president").name == "Sebastian Pinera"


def test_a_people_is_no_state(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Two Russians were arrested in Prague.")
    assert (found.one("Russians").kind, found.one("Russians").country) == ("group", "RUS")


def test_it_that_means_nobody_is_left_alone(parser: Parser, finder: ActorFinder) -> None:
    found = Found(parser, finder, "Italy closed its ports. It was clear that it rained.")
    assert sum(m.form == "pronoun" for m in found.mentions) == 1


def test_mentions_are_in_order_and_apart(parser: Parser, finder: ActorFinder) -> None:
    text = "Leaders of Mali and Niger met U.N. envoy Anna Berg in Bamako. They asked the U.N. for help."
    mentions = Found(parser, finder, text).mentions
    assert all(a.end <= b.start for a, b in pairwise(mentions))
