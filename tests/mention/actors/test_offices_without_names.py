"""Offices and seats named without their holder: whose they are, and who holds them on the day."""

from __future__ import annotations

import pytest

from tidings.mention.actors import resolve


def holder(phrase: str, day: str | None = None, context: str | None = None) -> str | None:
    """Return the name of the person whom a phrase means, None where it stays a role."""
    actor = resolve(phrase, context, day)
    return actor.name if actor is not None and actor.kind == "person" else None


@pytest.mark.parametrize(
    ("phrase", "context", "country", "sector"),
    [
        ("the Archbishop of Canterbury", "New Zealand", "GBR", "REL"),
        ("the Pope", "Poland", "VAT", "REL"),
        ("the Taoiseach", "Britain", "IRL", "GOV"),
        ("the Tánaiste", None, "IRL", "GOV"),
        ("the chancellor of the exchequer", None, "GBR", "GOV"),
        ("the external affairs minister", None, "IND", "GOV"),
        ("the Ecumenical Patriarch", "Greece", "TUR", "REL"),
        ("the grand imam of al-Azhar", None, "EGY", "REL"),
        ("a former pope", "Germany", "VAT", "REL"),
    ],
)
def test_an_office_of_one_state_is_of_that_state(
    phrase: str, context: str | None, country: str, sector: str
) -> None:
    actor = resolve(phrase, context, "1960-01-01")
    assert actor is not None
    assert actor.country == country
    assert sector in actor.sectors


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the Pope", "2015-01-01", "Pope Francis"),
        ("the pontiff", "2003-01-01", "Pope John Paul II"),
        ("the Taoiseach", "2015-05-05", "Enda Kenny"),
        ("the Archbishop of Canterbury", "2005-05-05", "Rowan Williams"),
        ("the Indian external affairs minister", "2024-12-05", "S. Jaishankar"),
        ("Pentagon chief", "2010-05-05", "Robert Gates"),
    ],
)
def test_an_office_of_one_state_finds_its_holder(phrase: str, day: str, name: str) -> None:
    assert holder(phrase, day) == name


def test_another_states_prime_minister_is_not_the_taoiseach() -> None:
    assert holder("the Taoiseach", "2023-05-05", "Rishi Sunak met the Taoiseach in London") != "Rishi Sunak"


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the North Korean leader", "2020-05-05", "Kim Jong Un"),
        ("the German leader", "2022-05-05", "Olaf Scholz"),
        ("the British leader", "2022-05-05", "Boris Johnson"),
        ("the Russian leader", "2010-05-05", "Dmitry Medvedev"),
        ("the Libyan leader", "2010-05-05", "Muammar Gaddafi"),
        ("the leader of Kosovo", "2022-05-05", "Albin Kurti"),
        ("Hong Kong's leader", "2019-05-05", "Carrie Lam"),
        ("the Jordanian leader", "2019-05-05", "King Abdullah II"),
    ],
)
def test_the_leader_of_a_state_is_who_governs_it(phrase: str, day: str, name: str) -> None:
    assert holder(phrase, day) == name


@pytest.mark.parametrize(
    "phrase",
    [
        "the French far-right leader",
        "the Iraqi Shiite leader",
        "the Scottish leader",
        "the Iranian leader",
        "the Kenyan opposition and church leader",
        "a senior Hezbollah leader",
        "the deputy head of the IMF",
        "the deputy CIA director",
        "a Russian leader",
    ],
)
def test_a_leader_of_a_part_or_beside_the_first_is_nobody_of_the_tables(phrase: str) -> None:
    assert holder(phrase, "2019-05-05") is None


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the MI6 chief", "2022-12-05", "Richard Moore"),
        ("the head of the Wagner Group", "2022-12-05", "Yevgeny Prigozhin"),
        ("the Taliban leader", "2020-05-05", "Hibatullah Akhundzada"),
        ("the Hamas leader", "2015-05-05", "Khaled Meshaal"),
        ("the Houthi leader", "2020-05-05", "Abdul-Malik al-Houthi"),
        ("al-Qaeda leader", "2015-05-05", "Ayman al-Zawahiri"),
        ("the Federal Reserve chair", "2022-12-05", "Jerome Powell"),
        ("the chairman of the Joint Chiefs of Staff", "2021-12-05", "Mark Milley"),
        ("the ECB chief", "2015-12-05", "Mario Draghi"),
    ],
)
def test_who_heads_a_body_is_found_by_any_word_for_it(phrase: str, day: str, name: str) -> None:
    assert holder(phrase, day) == name


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the Labour leader", "2017-05-05", "Jeremy Corbyn"),
        ("the leader of the Conservative Party", "2023-05-05", "Rishi Sunak"),
    ],
)
def test_of_parties_of_one_name_that_of_the_country_spoken_of_is_meant(
    phrase: str, day: str, name: str
) -> None:
    assert holder(phrase, day, "Britain") == name


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("a Pentagon chief", "USA", "MIL"),
        ("Kremlin spokesman", "RUS", "GOV"),
        ("White House press secretary", "USA", "GOV"),
        ("a Downing Street source", "GBR", "GOV"),
        ("the Élysée", "FRA", "GOV"),
        ("Lambeth Palace", "GBR", "REL"),
        ("the Hague tribunal", "UNO", "JUD"),
        ("the Berlaymont", "EUR", "GOV"),
        ("Scotland Yard detectives", "GBR", "COP"),
        ("Casa Rosada officials", "ARG", "GOV"),
    ],
)
def test_a_seat_or_body_gives_its_people_country_and_sector(phrase: str, country: str, sector: str) -> None:
    actor = resolve(phrase)
    assert actor is not None
    assert (actor.country, actor.sector) == (country, sector)


def test_a_ministry_without_a_country_is_of_the_context() -> None:
    actor = resolve("the Foreign Ministry spokeswoman", "China")
    assert actor is not None
    assert (actor.country, actor.sector) == ("CHN", "GOV")


@pytest.mark.parametrize("phrase", ["a source of income", "energy sources", "the main source"])
def test_a_source_of_things_is_no_party(phrase: str) -> None:
    assert resolve(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "day", "country"),
    [
        ("Gilles Michaud", "2022-05-05", "UNO"),
        ("Haile Menkerios", "2010-05-05", "UNO"),
        ("William Swing", "2005-05-05", "UNO"),
        ("Mohamed al-Hassan", "2025-05-05", "UNO"),
        ("Peter Sorensen", "2012-05-05", "EUR"),
        ("Janet Jagan", "1998-05-05", "GUY"),
        ("Patriarch Bartholomew", "2015-05-05", "TUR"),
    ],
)
def test_people_of_the_tables_serve_whom_they_serve(phrase: str, day: str, country: str) -> None:
    actor = resolve(phrase, date=day)
    assert actor is not None
    assert actor.country == country
