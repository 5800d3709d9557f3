"""One event for all its tellings, two for two, and which meetings are visits."""

from __future__ import annotations

import pytest
from coded import events, sides


def told(text: str) -> list[str]:
    """Return "TYPE mode: actors -> recipients" of the text's events."""
    return [f"{e.type} {e.mode}: {sides(e)}" for e in events(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan's prime minister visited India and held talks with Prime Minister Modi.",
         "CONSULT visit: Japan's prime minister -> Prime Minister Modi"),
        ("Four policemen were killed as gunmen opened fire on their car.",
         "ASSAULT firearms: gunmen -> policemen"),
        ("Workers gathered outside parliament and blocked the road in protest at the cuts.",
         "PROTEST obstruct: Workers -> parliament"),
    ],
)  # fmt: skip
def test_a_sentence_tells_one_event_in_two_words(text: str, event: str) -> None:
    """A visit and its meeting, an attack and its dead, a protest and its means."""
    assert told(text) == [event]


def test_a_state_and_its_government_are_one_side() -> None:
    """The headline names the state, the body who acted for it: the closer one stands."""
    text = "Turkey condemned Syria. The Turkish government condemned Syria's president."
    assert told(text) == ["ACCUSE disapprove: Turkish government -> Syria"]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the mayor of Izmir. Police arrested the governor of Ankara.",
        "Germany expelled two Russian diplomats. Poland expelled two Russian diplomats.",
        "The minister visited Norway on Monday. The minister visited Norway on Friday.",
    ],
)
def test_other_parties_or_days_are_other_events(text: str) -> None:
    """Whom it concerns, who did it and the day keep two events apart."""
    assert len(told(text)) == 2


def test_a_meeting_with_others_than_the_hosts_is_an_event_of_its_own() -> None:
    """The king of Jordan is no host in India."""
    text = "Japan's prime minister visited India and met King Abdullah of Jordan."
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Prime Minister Rishi Sunak met President Emmanuel Macron in Paris.",
         "CONSULT visit: Prime Minister Rishi Sunak, President Emmanuel Macron -> "),
        ("Prime Minister Rishi Sunak met President Emmanuel Macron in Vienna.",
         "CONSULT None: Prime Minister Rishi Sunak, President Emmanuel Macron -> "),
        ("Britain and France held talks in Paris.", "CONSULT None: Britain, France -> "),
    ],
)  # fmt: skip
def test_a_meeting_in_the_country_of_one_is_a_visit(text: str, event: str) -> None:
    """In a third country, and of states, nobody visits."""
    assert told(text) == [event]
