"""Pronouns and short names of a parsed text: which party they mean, and when they mean none."""

from __future__ import annotations

import pytest

from tidings.mention.actors import ActorFinder
from tidings.parse import Parser


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


def meant(parser: Parser, finder: ActorFinder, text: str, words: str) -> tuple[str, ...]:
    """Return the names of the actors that the last mention with these words means."""
    document = parser.parse_text(text)
    actors, mentions = finder(document)
    names = {actor.id: actor.name for actor in actors}
    found = [m.actors for m in mentions if text[m.start : m.end] == words]
    return tuple(names[i] for i in found[-1]) if found else ()


def test_a_noun_that_tells_the_gender_is_not_taken_for_the_other(parser: Parser, finder: ActorFinder) -> None:
    text = "Tamsin Orrell met a policeman in Bristol. She thanked him."
    assert meant(parser, finder, text, "She") == ("Tamsin Orrell",)
    assert meant(parser, finder, text, "him") == ("policeman",)


def test_who_is_spoken_of_in_a_quotation_is_not_its_speaker(parser: Parser, finder: ActorFinder) -> None:
    text = 'The mayor criticised Orrin Vale on Monday. Marko Lund said: "He lied to the council."'
    assert meant(parser, finder, text, "He") != ("Marko Lund",)


def test_they_are_the_states_named_together(parser: Parser, finder: ActorFinder) -> None:
    text = "Norway and Iceland signed the treaty. They will cut tariffs."
    assert meant(parser, finder, text, "They") == ("Norway", "Iceland")


def test_they_are_nobody_known_where_a_noun_of_no_party_is_nearer(
    parser: Parser, finder: ActorFinder
) -> None:
    text = "Marko Lund and Orrin Vale closed the road. The trains stopped when they reached the bridge."
    assert meant(parser, finder, text, "they") == ()


def test_he_is_the_person_whom_the_text_is_about(parser: Parser, finder: ActorFinder) -> None:
    text = (
        "Marko Lund founded the club. He led it for years. He paid its debts, and he wrote to Orrin Vale. "
        "His wife died in May."
    )
    assert meant(parser, finder, text, "His") == ("Marko Lund",)


@pytest.mark.parametrize("first", ["Upper Marsh Institute", "UMI"])
def test_an_acronym_and_the_full_name_are_one_body(parser: Parser, finder: ActorFinder, first: str) -> None:
    second = "UMI" if first != "UMI" else "Upper Marsh Institute"
    document = parser.parse_text(f"{first} sued the mayor. On Friday {second} withdrew the suit.")
    actors, _ = finder(document)
    assert sum(actor.kind == "organisation" for actor in actors) == 1


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Boko Haram burnt a village. The militants killed ten people.", "militants", "Boko Haram"),
        (
            "Malian rebels signed a truce. Ansar Dine refused it. The rebels left.",
            "rebels",
            "Malian rebels",
        ),
        (
            "India's Supreme Court struck down a law. The court said it was void.",
            "court",
            "India's Supreme Court",
        ),
        (
            "Lebanon's Ministry of Health warned doctors. The ministry said so on Monday.",
            "ministry",
            "Ministry of Health",
        ),
        (
            "The Lower Marsh Teachers Union called a strike. The union said it would last.",
            "union",
            "Lower Marsh Teachers Union",
        ),
    ],
)
def test_a_description_goes_on_with_the_body_of_its_noun_or_sector(
    parser: Parser, finder: ActorFinder, text: str, words: str, name: str
) -> None:
    assert meant(parser, finder, text, words) == (name,)


def test_two_who_meet_are_the_two_that_are_meant(parser: Parser, finder: ActorFinder) -> None:
    text = (
        "Donald Trump met Kim Jong Un in Singapore. Vladimir Putin was pleased. "
        "The two leaders signed a paper."
    )
    assert meant(parser, finder, text, "leaders") == ("Donald Trump", "Kim Jong Un")


@pytest.mark.parametrize("words", ["countries", "Both"])
def test_two_countries_are_those_named_together(parser: Parser, finder: ActorFinder, words: str) -> None:
    text = (
        "Norway and Iceland signed a treaty. Sweden was absent. The two countries will cut tariffs. "
        "Both will vote."
    )
    assert meant(parser, finder, text, words) == ("Norway", "Iceland")


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Norway and Iceland met in Oslo. Both called for calm.", "Both", ("Norway", "Iceland")),
        ("Norway blamed Iceland for the failure. Both smiled.", "Both", ("Norway", "Iceland")),
        (
            "Peru and Chile met. It rained. Snow fell. It froze. It thawed. The two governments agreed.",
            "governments",
            ("Peru", "Chile"),
        ),
        (
            "Lufthansa grounded planes. It rained. Unions protested. Roads closed. The airline apologised.",
            "airline",
            ("Lufthansa",),
        ),
        ("RT was fined. The broadcaster said it would appeal.", "broadcaster", ("RT",)),
        (
            "The government and the rebels signed a truce. The two sides agreed to swap prisoners.",
            "sides",
            ("government", "rebels"),
        ),
    ],
)
def test_descriptions_reach_back_to_whom_they_mean(
    parser: Parser, finder: ActorFinder, text: str, words: str, names: tuple[str, ...]
) -> None:
    assert meant(parser, finder, text, words) == names


def test_both_before_two_names_is_no_mention(parser: Parser, finder: ActorFinder) -> None:
    assert meant(parser, finder, "Both Norway and Iceland signed.", "Both") == ()
