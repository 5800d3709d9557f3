"""Auxiliary modes of one event word in its settings."""

from __future__ import annotations

import pytest
import trees
from conllu import read

from tidings.codebook import Codebook
from tidings.coding.clauses import Clauses
from tidings.coding.modality import Modality
from tidings.mention.dates import find_dates


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return Codebook.load()


@pytest.mark.parametrize(
    ("tree", "modes"),
    [
        (trees.SIMPLE, ()),
        (trees.NOT, ("negation",)),
        (trees.REFUSED, ("negation",)),
        (trees.WITHOUT, ("negation",)),
        (trees.WOULD, ("hypothetical",)),
        (trees.PLANS, ("future",)),
        (trees.SAID_WOULD, ("future",)),
        (trees.IF, ("hypothetical",)),
        (trees.WANTS, ("hypothetical",)),
        (trees.QUESTION, ("hypothetical",)),
        (trees.WILL_AND, ("future",)),
        (trees.IN_2014, ("historical",)),
        (trees.OFFICIALS_SAID, ()),
    ],
)
def test_modes(codebook: Codebook, tree: str, modes: tuple[str, ...]) -> None:
    """Each cue where it stands, and no mode without one."""
    document = read(tree, published="2024-06-12")
    token = next(t for t in document.tokens if t.lemma == "attack")
    predicate = Clauses(document, codebook).predicate(token, "verb")
    assert Modality(codebook).modes(predicate, document, find_dates(document)) == modes


def test_an_old_date_needs_a_day_of_publication(codebook: Codebook) -> None:
    """Without it, nothing is old."""
    document = read(trees.IN_2014)
    token = next(t for t in document.tokens if t.lemma == "attack")
    predicate = Clauses(document, codebook).predicate(token, "verb")
    assert Modality(codebook).modes(predicate, document, find_dates(document)) == ()
