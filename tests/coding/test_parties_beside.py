"""Parties that stand beside the event: in another clause or sentence, in a list, or with who speaks."""

from __future__ import annotations

import pytest
from coded import parties


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        # an answer goes to who did or said what is answered
        ("Norway asked Iceland for help, but Iceland refused.", "REJECT", ["Iceland"], ["Norway"]),
        (
            "Chad expelled two Togolese diplomats. Togo condemned the decision.",
            "ACCUSE",
            ["Togo"],
            ["Chad"],
        ),
        ("Sweden voiced concern after Belarus jailed four activists.", "ACCUSE", ["Sweden"], ["Belarus"]),
        # what protesters demand says whom they address
        (
            "Teachers marched through Lima on Friday, urging the government to raise their pay.",
            "PROTEST",
            ["Teachers"],
            ["government"],
        ),
        # a threat depends on somebody's deed
        (
            "Serbia threatened to quit the pact if Albania signed the treaty.",
            "THREATEN",
            ["Serbia"],
            ["Albania"],
        ),
        # what the object speaks of
        (
            "Police are investigating claims that two senators took bribes.",
            "ACCUSE",
            ["Police"],
            ["senators"],
        ),
        # the by-phrase of a harm is blamed, not whom it befell
        ("Kenya condemned the killing of two nuns by rebels.", "ACCUSE", ["Kenya"], ["rebels"]),
        ("Kenya condemned the arrest of two nuns.", "ACCUSE", ["Kenya"], []),
        # victims: those with a role before a town, and those who die in the sentence
        (
            "Rebels shelled the town of Bambari, killing two nurses.",
            "ASSAULT",
            ["Rebels"],
            ["nurses"],
        ),
        (
            "Three soldiers died when militants opened fire in Gao.",
            "ASSAULT",
            ["militants"],
            ["soldiers"],
        ),
        ("Gunmen killed 12 in Jos.", "ASSAULT", ["Gunmen"], []),
        # who speaks for his own state is the actor
        (
            "Polish President Andrzej Duda said Poland was ready to host talks with Ukraine.",
            "AGREE",
            ["Polish President Andrzej Duda"],
            ["Ukraine"],
        ),
        # the police of an arrest
        (
            "Police fired tear gas in Minsk. Two opposition activists were arrested.",
            "COERCE",
            ["Police"],
            ["opposition activists"],
        ),
        # members of a group, and lists whose last member hangs on another word
        (
            "A court jailed three ministers, including Ana Lopez.",
            "SANCTION",
            ["court"],
            ["ministers", "Ana Lopez"],
        ),
        (
            "Portugal followed Spain in recognising Palestine.",
            "SUPPORT",
            ["Portugal", "Spain"],
            ["Palestine"],
        ),
        # a town that is taken is no party
        ("Rebels seized the town of Bunia.", "COERCE", ["Rebels"], []),
        # who says that he will meet somebody agrees, and not both
        ("Japan will meet India in Delhi next week.", "AGREE", ["Japan"], ["India"]),
    ],
)
def test_parties(text: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    """The text's one event of the type has these parties."""
    assert (actor, recipient) in parties(text, kind)


def test_answer_without_deed_has_no_recipient() -> None:
    """Nothing is guessed where nobody did what is answered."""
    assert parties("Kenya is a member of the union. Togo refused.", "REJECT") in ([], [(["Togo"], [])])


def test_source_in_brackets_is_no_actor() -> None:
    """The name of a source before the next sentence takes no part in it."""
    text = "Talks ended in Oslo. (BBC) Norwegian President Ana Lopez has threatened to expel two diplomats."
    assert all("BBC" not in actor for actor, _ in parties(text, "THREATEN"))
