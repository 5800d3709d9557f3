"""Contexts and other trades, read from the words of a sentence."""

from __future__ import annotations

import pytest
from conllu import read

from tidings.codebook import Codebook
from tidings.coding.contexts import Contexts
from tidings.records import Sentence


@pytest.fixture(scope="module")
def contexts() -> Contexts:
    return Contexts(Codebook.load())


def sentence(words: str) -> Sentence:
    """Return the words as one flat sentence."""
    rows = [f"{i} {w} {w.lower()} NOUN NN {0 if i == 1 else 1} dep" for i, w in enumerate(words.split(), 1)]
    return read("\n".join(rows)).sentences[0]


def test_contexts_come_from_words_and_from_the_mode(contexts: Contexts) -> None:
    """A cue in the sentence, or a mode that brings its context."""
    assert "terrorism" in contexts.of(sentence("a car bomb"), "ASSAULT", None)
    assert "cyber" in contexts.of(sentence("an act"), "COERCE", "cyber")
    assert contexts.of(sentence("an act"), "AGREE", None) == ()


def test_one_strong_or_two_weak_cues_make_another_trade(contexts: Contexts) -> None:
    """One weak cue, or the same one twice, is not enough."""
    assert contexts.trades(sentence("the midfielder attacked")) == ("sport",)
    assert contexts.trades(sentence("the coach lost the match")) == ("sport",)
    assert contexts.trades(sentence("the match was a match")) == ()


def test_a_trade_spares_some_types(contexts: Contexts) -> None:
    """An earthquake harms nobody on purpose, but aid after it is aid."""
    assert contexts.trades(sentence("the earthquake struck")) == ("nature",)
    assert contexts.spares("nature", "AID")
    assert not contexts.spares("nature", "ASSAULT")


def test_a_text_is_of_a_trade_if_a_third_of_it_is(contexts: Contexts) -> None:
    """Three sentences at least."""
    sport, other = sentence("the midfielder won"), sentence("the minister won")
    assert contexts.trades_of_all([sport, sport, sport, other]) == ("sport",)
    assert contexts.trades_of_all([sport, other]) == ()
    assert contexts.trades_of_all([sport] * 3 + [other] * 7) == ()
