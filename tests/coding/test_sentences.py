"""Whole sentences through parser, finder and coder: what is wanted, planned, or told of all times."""

from __future__ import annotations

import pytest
from coded import events, kinds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The opposition called for the president's resignation.", ["REQUEST change"]),
        ("The opposition called for the minister's resignation.", ["REQUEST change"]),
        ("The president rejected the minister's resignation.", ["REJECT yield"]),
        ("Labour's campaign for the resignation of the mayor went on.", []),
        ("Parliament voted to withdraw troops from Mali.", ["CONCEDE"]),
        ("Macron is to meet Scholz in Berlin.", ["AGREE"]),
        ("Russia and China were to hold talks in Geneva.", ["AGREE"]),
        ("The opposing party won seats in Germany.", []),
        ("Putin met Kim in Pyongyang, further cementing ties with North Korea.", ["CONSULT visit"]),
        ("Russian forces shelled the town, killing three Ukrainian soldiers.", ["ASSAULT heavy-weapons"]),
        ("The Air Force attacked rebels in Yemen.", ["ASSAULT"]),
        ("China said it was a deeply dangerous and irresponsible way to behave.", ["ACCUSE disapprove"]),
        ("Police tried to arrest the opposition leader.", []),
        ("Soldiers entered the town in order to arrest the rebels.", ["MOBILIZE troops"]),
        ("Rebels sought to kill the governor.", ["ASSAULT hypothetical"]),
        ("Clashes between soldiers and rebels left 12 rebels dead in Mali.", ["ASSAULT"]),
        ("It is commonplace for soldiers to be told so. It is common to arrest activists in Belarus.", []),
        ("Russia will not comply with the demand and refused to withdraw from Kherson.", ["REJECT yield"]),
        ("A man was arrested in Leeds after a robbery.", []),
        ("Two opposition activists were detained in Moscow.", ["COERCE arrest"]),
    ],
)
def test_kinds_of_events(text: str, wanted: list[str]) -> None:
    """Just the events that the sentence tells as done, said or planned."""
    assert kinds(text) == wanted


def test_nobody_acts_in_an_agentless_event() -> None:
    """No actor is made up, and the event is less sure than one with an actor."""
    (agentless,) = events("Three journalists were arrested in Minsk.")
    (complete,) = events("Police arrested three journalists in Minsk.")
    assert agentless.actor == ()
    assert agentless.confidence < complete.confidence


def test_two_days_are_two_events() -> None:
    """The same deed of the same parties on two named days is told of two events; undated it is one."""
    first, second = (
        "The army attacked rebels in Goma on June 3.",
        "The army attacked rebels in Goma on June 8.",
    )
    assert [e.date.value for e in events(f"{first} {second}") if e.date] == ["2024-06-03", "2024-06-08"]
    assert len(events(f"{first} The army attacked rebels in Goma.")) == 1


def test_a_day_without_a_year_lies_before_publication() -> None:
    """The latest such day, unless the sentence gives the year."""
    (event,) = events("Police killed three people on July 24.")
    assert event.date is not None
    assert event.date.value == "2023-07-24"


def test_what_is_said_of_all_times_dates_no_event() -> None:
    """A telling in the simple present is no telling of the dated event."""
    text = "Police arrested activists in Minsk on June 3. Police arrest activists in Minsk."
    assert [len(e.mentions) for e in events(text)] == [1]
