"""Whole sentences through parser, finder and coder: what is denied or asked is no event."""

from __future__ import annotations

import pytest
from coded import kinds


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that its soldiers had fired on protesters.",
        "Israel denied bombing the hospital.",
        "Venezuela denied having expelled the Colombian diplomats.",
        "Turkey dismissed reports that its jets had bombed Kurdish villages.",
        "Cairo brushed aside rumours that it had withdrawn its ambassador from Ankara.",
        "The claim that Ethiopia had shelled the town is untrue.",
        "There is no truth to the claim that Kenya deported the refugees, Nairobi said.",
        "It is not true that Poland closed its border with Belarus, the minister said.",
        "The president denied plans to dissolve parliament.",
        "The minister denied reports he had met the rebels.",
    ],
)
def test_a_denied_deed_is_no_event(text: str) -> None:
    """Neither the deed nor the denial, in whatever words."""
    assert kinds(text) == []


def test_what_is_told_beside_a_denial_is_an_event() -> None:
    """Only what is denied is left out."""
    text = "Russia, which expelled the British envoy, denied it had attacked the convoy."
    assert "SANCTION expel" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Did Israel bomb the hospital?",
        "Will Turkey invade Syria?",
        "Why would Russia attack Poland?",
        "Is it true that Kenya deported the refugees?",
    ],
)
def test_a_deed_that_is_only_asked_is_no_event(text: str) -> None:
    """A yes-or-no question, or one with "would", leaves open whether it happened."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Why has Russia expelled the British envoy?", ["SANCTION expel"]),
        ("Do you know why Russia expelled the British envoy?", ["SANCTION expel"]),
        ("Where did Macron meet Scholz?", ["CONSULT"]),
        ("What will happen after Russia expelled the British envoy?", ["SANCTION expel"]),
    ],
)
def test_what_a_question_takes_for_granted_is_an_event(text: str, wanted: list[str]) -> None:
    """It happened, so it is not hypothetical."""
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A Paris court sentenced three activists for a murder in 2001.", ["SANCTION convict"]),
        ("Japan and North Korea held talks for the first time since 2002.", ["CONSULT"]),
    ],
)
def test_a_date_of_something_else_makes_no_event_old(text: str, wanted: list[str]) -> None:
    """The date of the deed that is punished, or of the time before last."""
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Sending troops to Ukraine would be madness, said the Hungarian prime minister.",
        "To attack Iran would be a mistake, the Russian president said.",
        "Expelling the ambassador would harm relations, Poland's foreign minister said.",
        "Iran and Israel could recognise each other, the analyst said.",
        "The Israeli government may yet annex the valley.",
        "The United States says that North Korea may attack South Korea.",
        "The tariffs would hurt Canadian farmers, the prime minister warned on Friday.",
    ],
)
def test_a_deed_that_is_only_weighed_is_no_event(text: str) -> None:
    """What would come of it, and what may come, is not told as done."""
    assert kinds(text) == []
