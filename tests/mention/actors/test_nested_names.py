"""Names inside descriptions: they say whose a party is, and are no party of their own."""

from __future__ import annotations

import pytest

from tidings.mention.actors import ActorFinder
from tidings.parse import Parser
from tidings.records import Actor


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


def actors_of(parser: Parser, finder: ActorFinder, text: str, day: str | None = None) -> dict[str, Actor]:
    """Return the actors of a text by the text of their mentions."""
    document = parser.parse_text(text)
    document.published = day
    actors, mentions = finder(document)
    known = {actor.id: actor for actor in actors}
    return {text[m.start : m.end]: known[m.actors[0]] for m in mentions}


@pytest.mark.parametrize(
    ("text", "phrase", "country", "sector"),
    [
        ("US officials visited the base.", "US officials", "USA", "GOV"),
        ("The Syrian branch of al-Qaeda claimed it.", "Syrian branch of al-Qaeda", "SYR", "REB"),
        ("Al-Qaeda's Yemeni branch attacked a base.", "Al-Qaeda's Yemeni branch", "YEM", "REB"),
        ("The Iranian-backed Houthi rebels fired missiles.", "Houthi rebels", "YEM", "REB"),
        ("The US National Institutes of Health paid.", "US National Institutes of Health", "USA", "MED"),
        ("The Lebanese Hezbollah group denied it.", "Lebanese Hezbollah group", "LBN", "REB"),
    ],
)
def test_a_description_has_the_country_and_the_name_in_it_is_no_party(
    parser: Parser, finder: ActorFinder, text: str, phrase: str, country: str, sector: str
) -> None:
    found = actors_of(parser, finder, text)
    assert list(found) == [phrase]
    assert (found[phrase].country, found[phrase].sector) == (country, sector)


def test_a_plural_role_is_of_every_state_listed_before_it(parser: Parser, finder: ActorFinder) -> None:
    text = "Turkish, Russian and Iranian foreign ministers met."
    document = parser.parse_text(text)
    actors, mentions = finder(document)
    assert [actor.country for actor in actors] == ["TUR", "RUS", "IRN"]
    assert len(mentions) == 1


def test_whose_somebody_is_goes_before_where_they_are(parser: Parser, finder: ActorFinder) -> None:
    found = actors_of(parser, finder, "UN peacekeepers in Mali were attacked.")
    assert found["UN peacekeepers"].country == "UNO"


def test_a_body_with_its_kind_after_it_is_the_body(parser: Parser, finder: ActorFinder) -> None:
    found = actors_of(parser, finder, "Hamas fired rockets. The Hamas movement said it would stop.")
    assert found["Hamas"] == found["Hamas movement"]


def test_the_kurdish_prime_minister_is_that_of_the_region(parser: Parser, finder: ActorFinder) -> None:
    text = "The Kurdish prime minister flew to Ankara. Turkey welcomed him. Turkey will sign in May."
    found = actors_of(parser, finder, text, "2022-03-01")
    assert (found["Kurdish prime minister"].name, found["Kurdish prime minister"].country) == (
        "Masrour Barzani",
        "IRQ",
    )


def test_a_title_is_found_where_the_tagger_takes_the_verb_for_a_noun(
    parser: Parser, finder: ActorFinder
) -> None:
    found = actors_of(parser, finder, "Hong Kong's chief executive left for Beijing.", "2018-03-01")
    assert found["Hong Kong's chief executive"].name == "Carrie Lam"


def test_an_aide_has_the_country_of_whose_they_are(parser: Parser, finder: ActorFinder) -> None:
    text = "Vladimir Putin spoke in Geneva. His spokesman praised Switzerland."
    assert actors_of(parser, finder, text)["spokesman"].country == "RUS"


@pytest.mark.parametrize("spelling", ["Hizballah", "Hezbolla", "Hizbollah"])
def test_an_armed_group_is_known_in_other_spellings(
    parser: Parser, finder: ActorFinder, spelling: str
) -> None:
    found = actors_of(parser, finder, f"{spelling} fired rockets.")
    assert found[spelling].name == "Hezbollah"


def test_an_unknown_body_is_one_in_two_spellings(parser: Parser, finder: ActorFinder) -> None:
    text = "The Karawani Front attacked Sirte. The Qarawany Front said it had won."
    found = actors_of(parser, finder, text)
    assert found["Karawani Front"] == found["Qarawany Front"]
