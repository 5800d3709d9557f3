"""What artists, athletes and cooks do in their trade is no event; what they do to a state is."""

from __future__ import annotations

import pytest
from coded import coder


@pytest.mark.parametrize(
    "text",
    [
        "The Serbian pianist attacked the concerto without a score.",
        "A Danish chef praised the tenor from Naples.",
        "The Brazilian golfer rejected an offer from a Dutch swimmer.",
    ],
)
def test_deeds_of_a_trade_are_no_events(text: str) -> None:
    assert not coder()(text, None)[1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Belarusian sprinter accused the government of threatening her family.", "ACCUSE"),
        ("A Danish chef accused the president of France of lying.", "ACCUSE"),
    ],
)
def test_deeds_towards_a_state_are(text: str, kind: str) -> None:
    assert [event.type for event in coder()(text, None)[1]] == [kind]
