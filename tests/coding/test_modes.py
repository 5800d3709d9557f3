"""Whole sentences through parser, finder and coder: the mode of what they tell."""

from __future__ import annotations

import pytest
from coded import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo urged Sudan to free the pilots whom it had held since the talks in Juba.", ["REQUEST yield"]),
        ("Japan urged North Korea to return to talks and to halt its missile tests.", ["REQUEST meet"]),
        ("The mayor asked the rebels to give up the hostages.", ["REQUEST yield"]),
        ("Fiji asked New Zealand for two helicopters.", ["REQUEST assist"]),
        ("The government gave the rebels until Friday to leave the town.", ["REQUEST yield"]),
    ],
)
def test_the_word_nearest_the_head_of_a_slot_decides(text: str, expected: list[str]) -> None:
    """Of two words with a mode in one slot, the one that the other hangs on."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A court in Lusaka dismissed the opposition leader's appeal against his detention.",
            ["REJECT yield"],
        ),
        ("Burundi refused to let the observers in.", ["REJECT assist"]),
        ("The Moldovan parliament denounced the treaty with Moscow.", ["SANCTION withdraw"]),
        ("Detained migrants staged a hunger strike in Malta.", ["PROTEST hunger"]),
    ],
)
def test_what_is_refused_or_ended_gives_the_mode(text: str, expected: list[str]) -> None:
    """A compound counts with its head: a hunger strike is no strike of labour."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The foreign ministers of Chile, Peru and Ecuador met on Friday.", ["CONSULT multilateral"]),
        ("The foreign ministers of Chile and Peru met on Friday.", ["CONSULT"]),
    ],
)
def test_people_of_three_countries_meet_multilaterally(text: str, expected: list[str]) -> None:
    """Those of two do not."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO began a naval exercise in the Baltic on Monday.", ["COOPERATE"]),
        ("NATO's naval exercise in the Baltic ended on Monday.", ["COOPERATE"]),
        ("North Korea held artillery drills near the border.", ["MOBILIZE troops"]),
    ],
)
def test_what_an_alliance_rehearses_is_done_together(text: str, expected: list[str]) -> None:
    """An exercise of one state is a show of force."""
    assert kinds(text) == expected
