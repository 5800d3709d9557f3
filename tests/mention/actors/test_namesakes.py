"""Names of one person and names of several: relatives, courtesy titles, spellings."""

from __future__ import annotations

import pytest

from tidings.mention.actors import ActorFinder
from tidings.mention.actors.likeness import alike, name_words, similar
from tidings.parse import Parser


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder.load()


def people(parser: Parser, finder: ActorFinder, text: str) -> dict[str, list[str]]:
    """Return the people of a text by name, with the words of their mentions."""
    document = parser.parse_text(text)
    document.published = "2019-05-01"
    actors, _ = finder(document)
    return {a.name: [span.text for span in a.mentions] for a in actors if a.kind == "person"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laden", "ladin"),
        ("zelensky", "zelenskyy"),
        ("gaddafi", "gadhafi"),
        ("qaddafi", "kadhafi"),
        ("muhammad", "mohammed"),
        ("timoshenko", "tymoshenko"),
        ("gonzalez", "gonzales"),
        ("abdullah", "abdulla"),
    ],
)
def test_spellings_of_one_name_are_similar(one: str, other: str) -> None:
    assert similar(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khamenei", "khomeini"),
        ("hariri", "harari"),
        ("ivanov", "ivanova"),
        ("zelensky", "zelenska"),
        ("petrovsky", "petrovskaya"),
        ("miller", "muller"),
        ("hansen", "hanson"),
        ("hassan", "hussein"),
        ("lee", "le"),
    ],
)
def test_names_of_different_people_are_not_similar(one: str, other: str) -> None:
    assert not similar(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Muammar Gaddafi", "Moammar Gadhafi", True),
        ("Kim Jong-un", "Kim Jongun", True),
        ("Jane F. Orrell", "Jane Orrell", True),
        ("al-Orrell", "Jane al-Orrell", True),
        ("Osama bin Laden", "Hamza bin Laden", False),
        ("Mario Rossi", "Maria Rossi", False),
    ],
)
def test_full_names_are_compared_word_by_word(one: str, other: str, *, same: bool) -> None:
    assert alike(name_words(one), name_words(other)) is same


def test_a_name_that_goes_on_after_that_of_a_known_person_is_another_person(
    parser: Parser, finder: ActorFinder
) -> None:
    text = (
        "Nicolas Maduro spoke in Caracas. His son Nicolas Maduro Guerra was fined by a court. "
        "Maduro Guerra denied it. Maduro condemned the court."
    )
    found = people(parser, finder, text)
    assert found["Nicolas Maduro Guerra"] == ["son Nicolas Maduro Guerra", "Maduro Guerra"]
    assert found["Nicolas Maduro"][-1] == "Maduro"


def test_a_name_that_goes_on_is_the_known_person_where_the_shorter_one_is_not_in_the_text(
    parser: Parser, finder: ActorFinder
) -> None:
    assert list(people(parser, finder, "President Hugo Chavez Frias spoke. Chavez won.")) == ["Hugo Chavez"]


def test_father_and_son_are_two(parser: Parser, finder: ActorFinder) -> None:
    text = "Osama bin Laden hid for years. His son Hamza bin Laden wrote to him. Bin Laden was killed."
    found = people(parser, finder, text)
    assert "Bin Laden" in found["Osama bin Laden"]
    assert found["Hamza bin Laden"] == ["son Hamza bin Laden"]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump arrived. Melania Trump followed. Mrs Trump waved. Mr Trump smiled.",
        "Donald Trump arrived. Mrs Trump waved. Mr Trump smiled. Melania Trump left.",
    ],
)
def test_a_courtesy_title_tells_husband_and_wife_apart(
    parser: Parser, finder: ActorFinder, text: str
) -> None:
    found = people(parser, finder, text)
    assert found["Donald Trump"] == ["Donald Trump", "Trump"]
    assert sorted(found["Melania Trump"]) == ["Melania Trump", "Trump"]


def test_a_woman_of_whom_only_the_title_is_told_is_not_the_known_man(
    parser: Parser, finder: ActorFinder
) -> None:
    found = people(parser, finder, "Emmanuel Macron arrived. Mrs Macron waved.")
    assert found["Emmanuel Macron"] == ["Emmanuel Macron"]
    assert found["Macron"] == ["Macron"]


def test_a_family_name_alone_is_the_first_of_the_family(parser: Parser, finder: ActorFinder) -> None:
    text = "President Kim Jong Un met Kim Yo Jong. Kim smiled. Mr Kim left. Ms Kim stayed."
    found = people(parser, finder, text)
    assert len(found["Kim Jong Un"]) == 3
    assert len(found["Kim Yo Jong"]) == 2


def test_a_surname_is_the_one_who_is_called_so_not_the_brother(parser: Parser, finder: ActorFinder) -> None:
    text = "Aurel Dragan met his brother Ilie Dragan. Dragan paid. Ilie Dragan left, and Dragan resigned."
    found = people(parser, finder, text)
    assert found["Ilie Dragan"] == ["brother Ilie Dragan", "Ilie Dragan"]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ricardo Rosselló resigned. Rossello left.",
        "Mehmood Qurashi spoke. Mahmoud Qureshi left. Quraishi stayed.",
        "Volodymyr Zelensky spoke. Zelenskiy left. Zelenskyy stayed.",
    ],
)
def test_several_spellings_in_one_text_are_one_person(parser: Parser, finder: ActorFinder, text: str) -> None:
    assert len(people(parser, finder, text)) == 1
