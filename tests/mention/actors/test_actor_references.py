"""Pronouns, descriptions and short names of a parsed text: whom they mean, and when they mean nobody."""

from __future__ import annotations

import pytest

from tidings.mention.actors import ActorFinder
from tidings.parse import Parser


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


def meant(
    parser: Parser, finder: ActorFinder, text: str, words: str, day: str | None = None
) -> tuple[str, ...]:
    """Return the names of the actors that the last mention with these words means."""
    document = parser.parse_text(text)
    document.published = day
    actors, mentions = finder(document)
    names = {actor.id: actor.name for actor in actors}
    found = [m.actors for m in mentions if text[m.start : m.end] == words]
    return tuple(names[i] for i in found[-1]) if found else ()


MET = "Tamsin Orrell met a policeman in Bristol. She thanked him."
FOUNDER = (
    "Marko Lund founded the club. He led it for years. He paid its debts, and he wrote to Orrin Vale. "
    "His wife died in May."
)
ROAD = "Marko Lund and Orrin Vale closed the road. The trains stopped when they reached the bridge."


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(MET, "She", ("Tamsin Orrell",), id="she-is-not-the-policeman"),
        pytest.param(MET, "him", ("policeman",), id="he-is-not-the-woman"),
        pytest.param(FOUNDER, "His", ("Marko Lund",), id="he-is-the-person-whom-the-text-is-about"),
        pytest.param(
            "Norway and Iceland signed the treaty. They will cut tariffs.",
            "They",
            ("Norway", "Iceland"),
            id="they-are-the-states-named-together",
        ),
        pytest.param(ROAD, "they", (), id="they-are-nobody-known-where-a-noun-of-no-party-is-nearer"),
    ],
)
def test_a_pronoun_means_whom_it_agrees_with(
    parser: Parser, finder: ActorFinder, text: str, words: str, names: tuple[str, ...]
) -> None:
    assert meant(parser, finder, text, words) == names


def test_who_is_spoken_of_in_a_quotation_is_not_its_speaker(parser: Parser, finder: ActorFinder) -> None:
    text = 'The mayor criticised Orrin Vale on Monday. Marko Lund said: "He lied to the council."'
    assert meant(parser, finder, text, "He") != ("Marko Lund",)


@pytest.mark.parametrize("first", ["Upper Marsh Institute", "UMI"], ids=["name-first", "acronym-first"])
def test_an_acronym_and_the_full_name_are_one_body(parser: Parser, finder: ActorFinder, first: str) -> None:
    second = "UMI" if first != "UMI" else "Upper Marsh Institute"
    document = parser.parse_text(f"{first} sued the mayor. On Friday {second} withdrew the suit.")
    actors, _ = finder(document)
    assert sum(actor.kind == "organisation" for actor in actors) == 1


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(
            "Boko Haram burnt a village. The militants killed ten people.",
            "militants",
            "Boko Haram",
            id="group-by-its-sector",
        ),
        pytest.param(
            "Malian rebels signed a truce. Ansar Dine refused it. The rebels left.",
            "rebels",
            "Malian rebels",
            id="same-noun-before-a-nearer-sector",
        ),
        pytest.param(
            "India's Supreme Court struck down a law. The court said it was void.",
            "court",
            "India's Supreme Court",
            id="court",
        ),
        pytest.param(
            "Lebanon's Ministry of Health warned doctors. The ministry said so on Monday.",
            "ministry",
            "Ministry of Health",
            id="ministry",
        ),
        pytest.param(
            "The Lower Marsh Teachers Union called a strike. The union said it would last.",
            "union",
            "Lower Marsh Teachers Union",
            id="unknown-union",
        ),
        pytest.param(
            "Lufthansa grounded planes. It rained. Unions protested. Roads closed. The airline apologised.",
            "airline",
            "Lufthansa",
            id="company-by-its-trade-from-afar",
        ),
        pytest.param(
            "RT was fined. The broadcaster said it would appeal.",
            "broadcaster",
            "RT",
            id="broadcaster-by-its-trade",
        ),
        pytest.param(
            "The Rebel Front leader John Roe spoke. Later the Rebel Front leader left.",
            "Rebel Front leader",
            "John Roe",
            id="head-of-an-unknown-body-by-the-title",
        ),
    ],
)
def test_a_description_goes_on_with_the_one_of_its_noun_or_sector(
    parser: Parser, finder: ActorFinder, text: str, words: str, name: str
) -> None:
    assert meant(parser, finder, text, words) == (name,)


def test_another_of_the_country_is_not_the_leader_of_a_party(parser: Parser, finder: ActorFinder) -> None:
    text = "Boris Johnson attacked the Labour leader on Monday."
    assert meant(parser, finder, text, "Labour leader", "2023-05-05") == ("Keir Starmer",)


SUMMIT = (
    "Donald Trump met Kim Jong Un in Singapore. Vladimir Putin was pleased. The two leaders signed a paper."
)
TREATY = (
    "Norway and Iceland signed a treaty. Sweden was absent. The two countries will cut tariffs. "
    "Both will vote."
)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(SUMMIT, "leaders", ("Donald Trump", "Kim Jong Un"), id="two-leaders-who-met"),
        pytest.param(TREATY, "countries", ("Norway", "Iceland"), id="two-countries-named-together"),
        pytest.param(TREATY, "Both", ("Norway", "Iceland"), id="both-countries-named-together"),
        pytest.param(
            "Peru and Chile met. It rained. Snow fell. It froze. It thawed. The two governments agreed.",
            "governments",
            ("Peru", "Chile"),
            id="two-governments-from-afar",
        ),
        pytest.param(
            "The government and the rebels signed a truce. The two sides agreed to swap prisoners.",
            "sides",
            ("government", "rebels"),
            id="two-sides",
        ),
        pytest.param(
            "A judge jailed a priest. Both men knew the mayor.",
            "men",
            ("judge", "priest"),
            id="both-men-without-names",
        ),
    ],
)
def test_two_are_those_named_together(
    parser: Parser, finder: ActorFinder, text: str, words: str, names: tuple[str, ...]
) -> None:
    assert meant(parser, finder, text, words) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Norway and Iceland met in Oslo. Both called for calm.", ("Norway", "Iceland"), id="states"
        ),
        pytest.param(
            "Norway blamed Iceland for the failure. Both smiled.",
            ("Norway", "Iceland"),
            id="subject-and-object",
        ),
        pytest.param(
            "The mayor met the governor. Both denied the charges.",
            ("mayor", "governor"),
            id="without-names",
        ),
        pytest.param(
            "The president met the minister. Both smiled and left.",
            ("president", "minister"),
            id="before-two-verbs",
        ),
        pytest.param(
            "Macron met Scholz in Berlin. Both smiled.", ("Emmanuel Macron", "Olaf Scholz"), id="by-surname"
        ),
        pytest.param(
            "Kenya's president met the Ugandan leader in Entebbe. Both called for peace.",
            ("William Ruto", "Yoweri Museveni"),
            id="by-office-on-the-day",
        ),
        pytest.param(
            "The mayor attacked the ministry. Both waited.", (), id="neither-of-a-person-and-a-body"
        ),
        pytest.param("Both Norway and Iceland signed.", (), id="no-mention-before-two-names"),
    ],
)
def test_both_means_the_two_named_before(
    parser: Parser, finder: ActorFinder, text: str, names: tuple[str, ...]
) -> None:
    """Also where neither has a name, and where the tree has "both" as an adverb or a conjunction."""
    assert meant(parser, finder, text, "Both", "2023-05-05") == names
