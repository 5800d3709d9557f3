"""Whole sentences through parser, finder and coder: auxiliary modes of what they tell."""

from __future__ import annotations

import pytest
from coded import events


def aux(text: str) -> list[str]:
    """Return type and auxiliary modes of the text's events."""
    return [" ".join([e.type, *e.aux]) for e in events(text)]


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
def test_what_is_old_is_historical(text: str, expected: list[str]) -> None:
    """By a date of its own, in whatever form, and by no date that belongs to another deed."""
    assert aux(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt has yet to condemn the attack.", ["ACCUSE negation"]),
        ("Instead of sanctioning Belarus, the European Union invited its president to Brussels.",
         ["SANCTION negation", "AGREE"]),
        ("The government has no intention of releasing the prisoners.", ["REJECT"]),
        ("Not one minister met the envoy from Chad.", ["CONSULT negation"]),
        ("Not a single prisoner was released by the rebels.", ["RETREAT negation"]),
        ("Seoul said no to Washington's demand for money.", ["REJECT"]),
        ("Norway failed to send aid to Chad.", ["AID negation"]),
    ],
)  # fmt: skip
def test_what_was_not_done_is_negated(text: str, expected: list[str]) -> None:
    """By "yet to", "instead of", "no intention", "not one", "failed to"; a refusal is not negated."""
    assert aux(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Had Iran attacked Israel, the United States would have bombed Tehran.",
         ["ASSAULT hypothetical", "ASSAULT hypothetical"]),
        ("France will send troops to Mali if the United Nations agrees.", ["MOBILIZE hypothetical"]),
        ("Norway is ready to host talks between the rebels and the government if both sides agree.",
         ["AGREE"]),
        ("The rebels may have killed the mayor.", ["ASSAULT"]),
        ("Women marched in Herat until Taliban fighters shot at them.", ["PROTEST", "ASSAULT"]),
        ("Protesters attempted to storm the parliament in Tbilisi.", ["PROTEST"]),
        ("Iran was able to arrest the spies.", ["COERCE"]),
        ("The envoy was on his way to a meeting with the rebels.", []),
    ],
)  # fmt: skip
def test_what_might_be_is_hypothetical(text: str, expected: list[str]) -> None:
    """Conditions are; attempts, guesses at what was done and promises are not."""
    assert aux(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australia announced the deployment of 400 soldiers to Mali.", ["MOBILIZE future"]),
        ("Canada decided to impose sanctions on Iran.", ["SANCTION"]),
        ("Canada will impose sanctions on Iran.", ["SANCTION future"]),
    ],
)
def test_what_is_announced_is_still_to_come(text: str, expected: list[str]) -> None:
    """What is decided is done, if the decision is the deed."""
    assert aux(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers blocked roads near Bern on 4 May 2019. They then burned tyres outside parliament.",
         ["PROTEST historical", "PROTEST historical"]),
        ("Canada and Chile held talks for the first time since 2001. They also signed a treaty.",
         ["CONSULT", "SUPPORT"]),
    ],
)  # fmt: skip
def test_a_date_of_an_earlier_sentence_makes_what_goes_on_from_it_historical(
    text: str, expected: list[str]
) -> None:
    """A date that only says since when is none of the deed's."""
    assert aux(text) == expected
