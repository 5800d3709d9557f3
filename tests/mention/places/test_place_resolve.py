"""A name of a place without an article: what the name itself, its holder and a context say."""

from __future__ import annotations

import pytest

from tidings.mention.places import resolve


@pytest.mark.parametrize(
    ("text", "context", "country", "admin1", "precision"),
    [
        ("Paris", None, "FRA", "Île-de-France", "city"),
        ("Paris, Texas", None, "USA", "Texas", "city"),
        ("Paris, TX", None, "USA", "Texas", "city"),
        ("paris, france", None, "FRA", "Île-de-France", "city"),
        ("Tripoli", None, "LBY", "Tripolitania", "city"),
        ("Tripoli", "Lebanon", "LBN", "North Lebanon", "city"),
        ("Tripoli", "LBN", "LBN", "North Lebanon", "city"),
        ("Tripoli", "The Lebanese army said it had sent troops.", "LBN", "North Lebanon", "city"),
        ("Tripoli (Lebanon)", "Libya", "LBN", "North Lebanon", "city"),
        ("Birmingham, in Alabama", None, "USA", "Alabama", "city"),
        ("London", "Ontario, Canada", "CAN", "Ontario", "city"),
        ("the city of Aleppo, Syria", None, "SYR", "Aleppo Governorate", "city"),
        ("the province of Idlib", None, "SYR", "Idlib Governorate", "admin1"),
        ("Idlib province", None, "SYR", "Idlib Governorate", "admin1"),
        ("Georgia", None, "GEO", None, "country"),
        ("Georgia", "Atlanta and Savannah", "USA", "Georgia", "admin1"),
        ("in northern Syria", None, "SYR", None, "country"),
    ],
)
def test_a_name_means_the_place_that_holder_and_context_say(
    text: str, context: str | None, country: str, admin1: str | None, precision: str
) -> None:
    place = resolve(text, context)
    assert place is not None
    assert (place.country, place.admin1, place.precision) == (country, admin1, precision)


def test_the_mention_is_the_name_without_what_holds_it() -> None:
    place = resolve(" the city of Aleppo, Syria")
    assert place is not None
    (mention,) = place.mentions
    assert (mention.text, mention.start) == ("Aleppo", 13)


@pytest.mark.parametrize("text", ["", "  ", ",", "Xqzyv", "(in)"])
def test_what_names_no_place_is_none(text: str) -> None:
    assert resolve(text) is None


def test_a_rival_that_is_nearly_as_likely_lowers_the_confidence() -> None:
    sure, unsure = resolve("Tripoli (Lebanon)"), resolve("Tripoli", "Lebanon")
    assert sure is not None
    assert unsure is not None
    assert unsure.confidence < 0.8 < sure.confidence
