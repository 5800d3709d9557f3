"""The list of leanings, and how words are looked up in it."""

from __future__ import annotations

import pytest

from tidings.codebook import Codebook
from tidings.coding.learned.leanings import leanings, of_word, table
from tidings.parse import Parser
from tidings.records import Token


@pytest.fixture(scope="module")
def parser() -> Parser:
    """Return the language model."""
    return Parser.load()


def word(parser: Parser, text: str, form: str) -> Token:
    """Return the token of that form."""
    return next(t for t in parser.parse_text(text).tokens if t.text == form)


def test_it_leans_to_types_of_the_codebook() -> None:
    """Whatever a word leans to is a type of PLOVER; weights lie between 0 and 1."""
    types = set(Codebook.load().types)
    assert {kind for weights in table().values() for kind in weights} == types
    assert all(0 < weight <= 1 for weights in table().values() for weight in weights.values())


def test_it_holds_lemmas() -> None:
    """Words are in lower case and without spaces around them; the list is long enough to be of use."""
    words = [lemma for _, lemma in table()]
    assert all(lemma == lemma.lower().strip() for lemma in words)
    assert len(words) > 1500


def test_every_form_of_a_word_leans_alike(parser: Parser) -> None:
    """A verb is looked up by its lemma."""
    found = of_word(word(parser, "Ministers have castigated the bank.", "castigated"))
    assert found["ACCUSE"] == 1.0


def test_a_particle_makes_another_verb(parser: Parser) -> None:
    """To "back down" is no support."""
    found = of_word(word(parser, "The government backed down on Monday.", "backed"))
    assert "CONCEDE" in found
    assert "SUPPORT" not in found


def test_a_part_of_speech_counts(parser: Parser) -> None:
    """The noun "strike" and the verb "strike" are listed apart; function words lean to nothing."""
    tokens = parser.parse_text("Dockers began a strike in the port.").tokens
    index = {kind: i for i, kind in enumerate(Codebook.load().types)}
    rows = leanings(tokens, index)
    by_form = {token.text: row for token, row in zip(tokens, rows, strict=True)}
    assert by_form["strike"][index["PROTEST"]] == 1.0
    assert not by_form["in"].any()
