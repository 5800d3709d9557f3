"""Whole sentences through parser, finder and coder: auxiliary modes of what they tell."""

from __future__ import annotations

import pytest

from tidings.codebook import Codebook
from tidings.coding.check import ExampleCoder


@pytest.fixture(scope="module")
def coder() -> ExampleCoder:
    return ExampleCoder(Codebook.load())


def kinds(coder: ExampleCoder, text: str) -> list[str]:
    """Return type and auxiliary modes of the text's events."""
    _, events = coder(text, "2024-06-12")
    return [" ".join([e.type, *e.aux]) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court in Rome sentences a former officer for a massacre in 1944.", ["SANCTION"]),
        ("In the 1990s Serbian forces shelled Sarajevo.", ["ASSAULT historical"]),
        ("Back in 2003, the United States invaded Iraq.", ["ASSAULT historical"]),
        ("The court heard of the 1981 assassination of President Sadat by Islamist soldiers.",
         ["ASSAULT historical"]),
        ("Israel's 2006 bombing of Beirut killed hundreds of civilians.", ["ASSAULT historical"]),
        ("Twenty years after NATO bombed Serbia, Belgrade signed an agreement with the alliance.",
         ["ASSAULT historical", "SUPPORT"]),
        ("The council issued an apology for the destruction of the village in 1965.", ["CONCEDE"]),
        ("Serbia and Kosovo had signed an agreement in 2023.", ["SUPPORT historical"]),
        ("The Iraqi parliament told American troops to leave the country in January 2020.",
         ["RETREAT historical"]),
        ("It was the worst day since 1983, when North Korean commandos tried to kill the president.",
         ["ASSAULT historical"]),
        ("The train ran for the first time in three decades after Baku had eased its ban.", ["CONCEDE"]),
    ],
)  # fmt: skip
def test_what_is_old_is_historical(coder: ExampleCoder, text: str, expected: list[str]) -> None:
    """By a date of its own, in whatever form, and by no date that belongs to another deed."""
    assert kinds(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt has yet to condemn the attack.", ["ACCUSE negation"]),
        ("Instead of sanctioning Belarus, the European Union invited its president to Brussels.",
         ["SANCTION negation", "AGREE"]),
        ("The government has no intention of releasing the prisoners.", ["REJECT"]),
        ("The president denied plans to dissolve parliament.", []),
        ("The minister denied reports he had met the rebels.", []),
    ],
)  # fmt: skip
def test_what_was_not_done_is_negated(coder: ExampleCoder, text: str, expected: list[str]) -> None:
    """By "yet to", "instead of", "no intention"; what is denied is no event."""
    assert kinds(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Had Iran attacked Israel, the United States would have bombed Tehran.",
         ["ASSAULT hypothetical", "ASSAULT hypothetical"]),
        ("France will send troops to Mali if the United Nations agrees.", ["MOBILIZE hypothetical"]),
        ("Norway is ready to host talks between the rebels and the government if both sides agree.",
         ["AGREE"]),
        ("The rebels may have killed the mayor.", ["ASSAULT"]),
        ("Protesters attempted to storm the parliament in Tbilisi.", ["PROTEST"]),
        ("Iran was able to arrest the spies.", ["COERCE"]),
        ("The envoy was on his way to a meeting with the rebels.", []),
        ("The United States says that North Korea may attack South Korea.", []),
    ],
)  # fmt: skip
def test_what_might_be_is_hypothetical(coder: ExampleCoder, text: str, expected: list[str]) -> None:
    """Conditions are; attempts, guesses at what was done and promises are not; predictions are no events."""
    assert kinds(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australia announced the deployment of 400 soldiers to Mali.", ["MOBILIZE future"]),
        ("Canada decided to impose sanctions on Iran.", ["SANCTION"]),
        ("Canada will impose sanctions on Iran.", ["SANCTION future"]),
    ],
)
def test_what_is_announced_is_still_to_come(coder: ExampleCoder, text: str, expected: list[str]) -> None:
    """What is decided is done, if the decision is the deed."""
    assert kinds(coder, text) == expected
