"""Who acts and whom it is directed at, where the parties stand apart from the event's word."""

from __future__ import annotations

import pytest
from coded import parties


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        # a participle at the object names the recipient
        ("Kenya denounced a decree issued by Uganda.", "ACCUSE", ["Kenya"], ["Uganda"]),
        ("Peru rejected a plan put forward by Chile.", "REJECT", ["Peru"], ["Chile"]),
        ("Gunmen attacked a convoy carrying soldiers.", "ASSAULT", ["Gunmen"], ["soldiers"]),
        # one side alone agrees to a deed for another
        ("Angola agreed to restart talks with Zambia.", "AGREE", ["Angola"], ["Zambia"]),
        ("Poland agreed to lend money to Ukraine.", "AGREE", ["Poland"], ["Ukraine"]),
        # the apology is to those whom the deed befell
        (
            "The minister apologised for the treatment of Roma families.",
            "CONCEDE",
            ["minister"],
            ["Roma families"],
        ),
        # who holds a person is asked, not the person
        ("Russia demanded the release of two pilots held by Ukraine.", "REQUEST", ["Russia"], ["Ukraine"]),
        ("Bishops demanded the release of two pilots.", "REQUEST", ["Bishops"], []),
        # own soldiers are nobody's recipients, captured ones are
        ("Hungary announced the withdrawal of its 300 troops.", "CONCEDE", ["Hungary"], []),
        ("Hamas released three Israeli soldiers.", "RETREAT", ["Hamas"], ["Israeli soldiers"]),
        # where a thing is says not whom it concerns
        ("Students protested against a quarry in Wales.", "PROTEST", ["Students"], []),
    ],
)
def test_recipients(text: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    """The recipient is found where the sentence has it, and nobody else is taken for it."""
    assert parties(text, kind) == [(actor, recipient)]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Officials from Norway and Sweden met in Oslo.", "CONSULT", ["Norway", "Sweden"]),
        ("Two rebel leaders, Ana Lopez and Max Berg, met in Quito.", "CONSULT", ["Ana Lopez", "Max Berg"]),
        ("The refusal of Iran to free the sailors angered London.", "REJECT", ["Iran"]),
        ("Qatar announced that women will be barred from the stadium.", "COERCE", ["Qatar"]),
    ],
)
def test_actors(text: str, kind: str, actor: list[str]) -> None:
    """A plural stands for the names that it is told with; a noun's owner does what the noun says."""
    assert [found for found, _ in parties(text, kind)] == [actor]


def test_soldiers_from_two_countries_stay_soldiers() -> None:
    """Only those who are sent to speak stand for who sent them."""
    found = parties("Soldiers from Chad and Niger attacked the rebels.", "ASSAULT")
    assert found == [(["Soldiers"], ["rebels"])]


def test_who_reports_a_deed_has_not_done_it() -> None:
    """Only a plan is the announcer's own."""
    found = parties("Qatar announced that three soldiers were killed.", "ASSAULT")
    assert found == [([], ["soldiers"])]
