"""`relate`: which of a sentence's events is between two given spans, and what answers where none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from coded import stages

from tidings.coding import Relation, relate

if TYPE_CHECKING:
    from collections.abc import Callable

    Relate = Callable[..., Relation]


@pytest.fixture(scope="module")
def related() -> Relate:
    """Return what relates the first two occurrences of two phrases, by frames alone."""
    parser, finder, coder = stages()

    def run(text: str, source: str | None, target: str | None, *, force: bool = True) -> Relation:
        document = parser.parse_text(text)
        spans = [
            None if phrase is None else (text.index(phrase), text.index(phrase) + len(phrase))
            for phrase in (source, target)
        ]
        return relate(coder, document, finder(document), *spans, force=force)

    return run


@pytest.mark.parametrize(
    ("text", "source", "target", "wanted"),
    [
        ("Serbia and Kosovo failed to reach a deal on Monday.", "Serbia", "Kosovo", "REJECT"),
        ("The miners will go on strike against the ministry.", "miners", "ministry", "THREATEN"),
        ("Oslo may impose a curfew on Bergen.", "Oslo", "Bergen", "THREATEN"),
        ("Japan will lend Vietnam two patrol ships.", "Japan", "Vietnam", "AGREE"),
    ],
)
def test_one_type_says_what_is_denied_or_to_come(
    related: Relate, text: str, source: str, target: str, wanted: str
) -> None:
    """Help that is denied is refused; pressure that is announced is a threat; help to come is agreed."""
    found = related(text, source, target)
    assert (found.type, set(found.aux) & {"negation", "future", "hypothetical"}) == (wanted, set())


@pytest.mark.parametrize(
    ("text", "source", "target", "wanted"),
    [
        ("The army fighting the rebels in Mali has declared a truce.", "The army", "Mali", "CONCEDE"),
        ("The union will not end its strike until Oslo meets its demands.", "union", "Oslo", "REJECT"),
    ],
)
def test_what_is_told_aside_gives_way(
    related: Relate, text: str, source: str, target: str, wanted: str
) -> None:
    """Who somebody is, and when something will be, is not what the sentence tells."""
    assert related(text, source, target).type == wanted


def test_the_target_s_deed_is_no_relation_of_the_source(related: Relate) -> None:
    """Chad is accused: unforced there is nothing from Chad to Niger, forced it is the best guess."""
    text = "Niger accused Chad of lying."
    assert related(text, "Niger", "Chad", force=False).type == "ACCUSE"
    assert related(text, "Chad", "Niger", force=False).type is None
    assert related(text, "Chad", "Niger").type == "ACCUSE"


def test_one_span_is_enough(related: Relate) -> None:
    """A null target: what the source does answers, forced or not."""
    assert related("Niger released the colonel.", "Niger", None, force=False).type == "RETREAT"


def test_words_answer_where_no_frame_fits(related: Relate) -> None:
    """The verb of the source, and words that lean to a type, decide; confidence is low."""
    found = related("Donations from Ireland reached the tribe.", "Ireland", "the tribe")
    assert found.type == "AID"
    assert found.confidence <= 0.4
