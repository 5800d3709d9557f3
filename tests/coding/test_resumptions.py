"""What a later sentence takes up, and what it tells anew."""

from __future__ import annotations

import pytest
from coded import DAY, coder, laid_out, sides


def told(headline: str, body: str) -> list[str]:
    """Return "TYPE: actors -> recipients" of the events of a headline and a paragraph."""
    text, blocks = laid_out(body, title=headline)
    _, events = coder().code(text, blocks, DAY)
    return [f"{e.type}: {sides(e)}" for e in events]


@pytest.mark.parametrize(
    ("headline", "body", "event"),
    [
        ("Gunmen attack bus in Kenya",
         "Fighters killed nine Kenyan policemen on a bus near Garissa on Monday.",
         "ASSAULT: Gunmen -> Kenyan policemen"),
        ("Opposition senator arrested in Manila", "Police arrested Senator Leila Santos in Manila on Monday.",
         "COERCE: Police -> Senator Leila Santos"),
        ("Envoy meets rebels in Oslo", "The Norwegian envoy Ana Berg met Colombian rebels in Oslo on Monday.",
         "CONSULT: Norwegian envoy Ana Berg, Colombian rebels -> "),
    ],
)  # fmt: skip
def test_lead_and_headline_tell_one_event(headline: str, body: str, event: str) -> None:
    """In other words: the parties stand as the one names them that names them best."""
    assert told(headline, body) == [event]


@pytest.mark.parametrize(
    "body",
    [
        "Rebels killed five Malian soldiers near Gao. The attackers set fire to a truck.",
        "Rebels killed five Malian soldiers near Gao. Two officers were wounded in the attack.",
        "Guerrillas of the FARC freed a Colombian colonel. The guerrillas handed over the colonel in Cali.",
    ],
)
def test_the_and_a_bare_noun_take_up_what_was_told(body: str) -> None:
    """Who did it, or the deed itself, is named once more."""
    assert len(told("What we know", body)) == 1


def test_who_claims_a_deed_without_a_doer_has_done_it() -> None:
    """The claim takes up the deed."""
    body = "A bomb killed four Iraqi policemen in Basra. Islamic State claimed responsibility for the attack."
    assert told("What we know", body) == ["ASSAULT: Islamic State -> Iraqi policemen"]


@pytest.mark.parametrize(
    "body",
    [
        "Rebels killed five Malian soldiers in Gao. In another attack, rebels killed two officers.",
        "Gunmen killed five farmers in Jos. Gunmen killed two policemen in Kano.",
        "Police arrested the mayor of Izmir. Police also arrested a senator.",
        "Police arrested the mayor of Izmir on Monday. The mayor was arrested again on Wednesday.",
    ],
)
def test_another_place_day_or_word_tells_another_event(body: str) -> None:
    """Two events stay two."""
    assert len(told("What we know", body)) == 2
