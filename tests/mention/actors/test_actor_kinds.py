"""Kinds of mentions: legislators, participles, bare numbers, weapons, posts, speakers, two sides."""

from __future__ import annotations

import pytest

from tidings.mention import Finder
from tidings.parse import Parser
from tidings.records import Actor, Document


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder.load()


class Seen:
    """What is mentioned in a text, by the text of the mentions."""

    def __init__(self, parser: Parser, finder: Finder, text: str, day: str | None = "2017-05-01") -> None:
        document: Document = parser.parse_text(text)
        document.published = day
        mentions = finder(document)
        by_id = {actor.id: actor for actor in mentions.actors}
        self.actors = mentions.actors
        self.mentions = [
            (document.text[m.start : m.end], tuple(by_id[i] for i in m.actors))
            for m in mentions.actor_mentions
        ]

    def of(self, text: str, nth: int = 0) -> tuple[Actor, ...]:
        """Return the actors of the nth mention with this text."""
        found = [actors for words, actors in self.mentions if words == text]
        assert len(found) > nth, [words for words, _ in self.mentions]
        return found[nth]

    def one(self, text: str, nth: int = 0) -> Actor:
        """Return the single actor of a mention."""
        (actor,) = self.of(text, nth)
        return actor


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("House of Commons Speaker Nora Finch rebuked him.", "House of Commons Speaker Nora Finch", "GBR"),
        (
            "Ghana's National Assembly Speaker Kofi Adu left.",
            "Ghana's National Assembly Speaker Kofi Adu",
            "GHA",
        ),
        ("Knesset member Dana Ofer condemned the raid.", "Knesset member Dana Ofer", "ISR"),
        ("Anna Pell, MP for Leeds, criticised the plan.", "Anna Pell", "GBR"),
        ("Member of Parliament (MP) Otieno Oloo spoke.", "Member of Parliament (MP) Otieno Oloo", None),
        ("The speaker of the Ugandan parliament, Rose Akol, resigned.", "Rose Akol", "UGA"),
    ],
)
def test_a_title_of_a_legislature_is_part_of_its_bearer(
    parser: Parser, finder: Finder, text: str, mention: str, country: str | None
) -> None:
    actor = Seen(parser, finder, text).one(mention)
    assert (actor.kind, actor.country, actor.sector) == ("person", country, "LEG")


@pytest.mark.parametrize(
    ("text", "mention", "sector"),
    [
        ("The police arrested the accused in Lahore.", "accused", "CRM"),
        ("The defendant was sentenced to nine years.", "defendant", "CRM"),
        ("Medics carried the wounded out of the square.", "wounded", "CVL"),
        ("The deceased was named on Monday.", "deceased", "CVL"),
    ],
)
def test_a_participle_after_the_article_names_a_person(
    parser: Parser, finder: Finder, text: str, mention: str, sector: str
) -> None:
    assert Seen(parser, finder, text).one(mention).sector == sector


def test_an_adjective_that_is_an_argument_is_a_noun(parser: Parser, finder: Finder) -> None:
    assert Seen(parser, finder, "“We are ready,” added the general.").one("general").name == "general"


def test_a_participle_before_a_noun_names_nobody(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "Soldiers shot the accused man. The mayor was accused of theft.")
    assert [words for words, _ in seen.mentions] == ["Soldiers", "man", "mayor"]


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("Militants killed 12 people and wounded 30 in Kabul.", "people", "AFG"),
        ("Militants killed 12 in Kabul.", "12", "AFG"),
        ("Police arrested five others in Dhaka.", "others", "BGD"),
        ("Troops killed at least 55 people in Nigeria.", "people", "NGA"),
    ],
)
def test_who_is_killed_or_arrested_by_number_is_a_person(
    parser: Parser, finder: Finder, text: str, mention: str, country: str
) -> None:
    actor = Seen(parser, finder, text).one(mention)
    assert (actor.kind, actor.country, actor.sector) == ("group", country, "CVL")


def test_other_numbers_are_nobody(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "He was killed in 2015, and the firm sold 12 of its ships.")
    assert not any(words in ("2015", "12") for words, _ in seen.mentions)


def test_a_weapon_acts_only_as_somebodys(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "Drones struck a clinic in Yemen. Israeli warplanes bombed a depot.")
    assert "Drones" not in [words for words, _ in seen.mentions]
    actor = seen.one("Israeli warplanes")
    assert (actor.country, actor.sector) == ("ISR", "MIL")


def test_they_is_the_body_just_named(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "The Interior Ministry condemned the raid. They said the border would close.")
    assert seen.one("They") == seen.one("Interior Ministry")
    seen = Seen(parser, finder, "The company fired workers. They went on strike.")
    assert seen.one("They") == seen.one("workers")


def test_they_in_the_words_of_an_official_is_the_officials_side(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "Kenya police spokesman Caleb Owiti said they arrested a suspect.")
    assert (seen.one("they").country, seen.one("they").sector) == ("KEN", "COP")


def test_i_and_we_in_quoted_words_are_the_speaker(parser: Parser, finder: Finder) -> None:
    text = '"I condemn the police," said opposition leader Hugo Faron. "We demand an election."'
    seen = Seen(parser, finder, text)
    speaker = next(actor for actor in seen.actors if actor.name == "Hugo Faron")
    assert (seen.one("I"), seen.one("We")) == (speaker, speaker)
    assert [span.text for span in speaker.mentions] == ["I", "opposition leader Hugo Faron", "We"]


def test_an_office_is_the_person_named_later(parser: Parser, finder: Finder) -> None:
    text = "Puerto Rico governor resigns. Ramon Ortega, the governor of Puerto Rico, said he was sorry."
    seen = Seen(parser, finder, text)
    assert seen.one("Puerto Rico governor") == seen.one("Ramon Ortega")
    assert seen.one("Ramon Ortega").mentions[0].text == "Puerto Rico governor"


def test_governors_of_two_regions_stay_apart(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "New York Governor Kay Hollis met farmers. The Texas governor stayed away.")
    assert seen.one("Texas governor") != seen.one("New York Governor Kay Hollis")


@pytest.mark.parametrize(
    ("text", "mention", "country", "sector"),
    [
        ("Thousands of Afghans sought refuge in Austria.", "Afghans", "AFG", None),
        ("Hundreds of Haitians were deported.", "Haitians", "HTI", None),
        ("A Turkish court ordered the arrest of a writer.", "Turkish court", "TUR", "JUD"),
        ("The two sides agreed on a truce in Muscat.", "sides", None, "UNK"),
        ("Both sides agreed to a ceasefire.", "sides", None, "UNK"),
        ("The UK parliament rejected the deal.", "UK parliament", "GBR", "LEG"),
        (
            "Chief Executive of Hong Kong Carrie Lam spoke.",
            "Chief Executive of Hong Kong Carrie Lam",
            "HKG",
            "GOV",
        ),
    ],
)
def test_a_party_is_found_whole(
    parser: Parser, finder: Finder, text: str, mention: str, country: str | None, sector: str | None
) -> None:
    actor = Seen(parser, finder, text).one(mention)
    assert (actor.country, actor.sector) == (country, sector)


def test_the_two_sides_are_the_two_states_named_before(parser: Parser, finder: Finder) -> None:
    seen = Seen(parser, finder, "Russia and Ukraine met in Istanbul. The two sides agreed on a truce.")
    assert {actor.country for actor in seen.of("sides")} == {"RUS", "UKR"}


def test_a_plural_office_of_two_states_is_both(parser: Parser, finder: Finder) -> None:
    text = "The transport ministers of Mali and Niger met. Turkish and Iranian troops left."
    seen = Seen(parser, finder, text)
    for mention, sector in (
        ("transport ministers of Mali and Niger", "GOV"),
        ("Turkish and Iranian troops", "MIL"),
    ):
        assert [actor.sector for actor in seen.of(mention)] == [sector, sector]
        assert len({actor.country for actor in seen.of(mention)}) == 2


@pytest.mark.parametrize(
    ("text", "person", "sector"),
    [
        ("Maria Perez resigned as interior minister of Chile.", "Maria Perez", "GOV"),
        ("Juan Sotelo was dismissed from the post of prime minister.", "Juan Sotelo", "GOV"),
        ("Tom Beckett was fired as police chief.", "Tom Beckett", "COP"),
        ("Interior Minister Jan Novotny was replaced by Petr Dvorsky.", "Petr Dvorsky", "GOV"),
    ],
)
def test_the_post_gives_its_sector_to_who_takes_or_leaves_it(
    parser: Parser, finder: Finder, text: str, person: str, sector: str
) -> None:
    assert Seen(parser, finder, text).one(person).sector == sector
