"""Imported dictionaries code sentences: patterns of both layouts, passives, choices, clauses."""

from __future__ import annotations

import pytest

from tidings.codebook import Codebook
from tidings.codebook.petrarch import Dictionaries, convert
from tidings.coding.check import ExampleCoder

VERBS = """SHELL_ [190] ; the older layout: no heads, no blank lines
- + WAS * BY_ $ [195]
- * + { BARRACKS | BASES } [194]
- * { WITH_ | USING } MORTARS [194]
AGREE [---]
- * TO_ WITHDRAW [0874]
- % * ON_ TRADE [0311:0311]
DENOUNC [111]
- * FILM [---]
"""

Sides = tuple[list[str], list[str]]


@pytest.fixture(scope="module")
def coder(tmp_path_factory: pytest.TempPathFactory) -> ExampleCoder:
    folder = tmp_path_factory.mktemp("petrarch")
    (folder / "verbs.txt").write_text(VERBS, encoding="utf-8")
    (folder / "out").mkdir()
    convert(Dictionaries(verbs=[folder / "verbs.txt"]), folder / "out", frozenset(), lambda _: None)
    return ExampleCoder(Codebook.load(folder / "out"))


@pytest.mark.parametrize(
    ("text", "kind", "mode", "sides"),
    [
        ("Sudan was shelled by Ethiopia on Monday.", "ASSAULT", "aerial", (["Ethiopia"], ["Sudan"])),
        ("Egypt shelled Libya with mortars.", "ASSAULT", "heavy-weapons", (["Egypt"], ["Libya"])),
        ("Russia shelled Ukrainian barracks.", "ASSAULT", "heavy-weapons", (["Russia"], ["Ukrainian"])),
        ("Turkey agreed to withdraw from Syria.", "RETREAT", "withdraw", (["Turkey"], [])),
        ("Kenya and Uganda agreed on trade.", "AGREE", None, (["Kenya", "Uganda"], [])),
        ("Poland denounced Belarus.", "ACCUSE", "disapprove", (["Poland"], ["Belarus"])),
    ],
)
def test_imported_patterns_code_sentences(
    coder: ExampleCoder, text: str, kind: str, mode: str | None, sides: Sides
) -> None:
    _, (event,) = coder(text, "2024-05-06")
    assert (event.type, event.mode) == (kind, mode)
    assert ([party.text for party in event.actor], [party.text for party in event.recipient]) == sides


def test_a_pattern_without_an_event_keeps_the_verb_silent(coder: ExampleCoder) -> None:
    assert not coder("Poland denounced the film.", "2024-05-06")[1]
