"""WHAT IS SAID without marks: where it begins and ends, around its source and its cue."""

from __future__ import annotations

import pytest
from quotations import find, told


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "Guterres said that the ceasefire must hold.",
            "that the ceasefire must hold",
            "Guterres",
            id="that",
        ),
        pytest.param(
            "Kallas told reporters they would have to wait until Friday.",
            "they would have to wait until Friday",
            "Kallas",
            id="hearer-without-that",
        ),
        pytest.param(
            "Scholz told lawmakers on Thursday that the bill would fail.",
            "that the bill would fail",
            "Scholz",
            id="hearer-and-day",
        ),
        pytest.param(
            "It said it had expanded its teams in Asia.",
            "it had expanded its teams in Asia",
            "It",
            id="body-as-it",
        ),
        pytest.param(
            "The town released a statement saying the water was safe.",
            "the water was safe",
            "The town",
            id="statement-saying",
        ),
        pytest.param(
            "Erdogan criticized Sweden for harbouring militants.",
            "Sweden for harbouring militants",
            "Erdogan",
            id="criticism-for-a-deed",
        ),
        pytest.param("Washington condemned the coup.", "the coup", "Washington", id="condemnation"),
        pytest.param(
            "Lawmakers asked the minister about the missing funds.",
            "the missing funds",
            "Lawmakers",
            id="question-about",
        ),
        pytest.param(
            "Her criticism of the treaty angered Berlin.", "the treaty", "Her", id="noun-of-criticism"
        ),
        pytest.param(
            "The minister was asked why the dam had not been repaired.",
            "why the dam had not been repaired",
            None,
            id="asked-by-nobody-named",
        ),
        pytest.param(
            "Merkel warned against sending troops.", "sending troops", "Merkel", id="warning-against-a-deed"
        ),
        pytest.param(
            "Merkel apologised for failing to act.", "failing to act", "Merkel", id="apology-for-a-deed"
        ),
        pytest.param(
            "Merkel accused the police of lying.", "the police of lying", "Merkel", id="accusation-of-a-deed"
        ),
    ],
)
def test_who_hears_it_and_when_is_no_part_of_what_is_said(text: str, said: str, who: str | None) -> None:
    """Also without "that", with "it" for a body, with nouns and prepositions, and where nobody is named."""
    assert told(text) == [("indirect", said, who)]


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "The talks, Lavrov said, have failed.",
            "The talks, Lavrov said, have failed",
            "Lavrov",
            id="source-set-in",
        ),
        pytest.param(
            "In the long run, economists say, the tax will help poor families.",
            "In the long run, economists say, the tax will help poor families",
            "economists",
            id="source-set-in-after-an-adverbial",
        ),
        pytest.param(
            "The vote, officials announced on Sunday, was free and fair.",
            "The vote, officials announced on Sunday, was free and fair",
            "officials",
            id="source-set-in-with-a-day",
        ),
        pytest.param(
            "Prices, analysts say, will rise.",
            "Prices, analysts say, will rise",
            "analysts",
            id="source-set-in-after-a-bare-plural",
        ),
        pytest.param(
            "Nobody, the UN said, can enter the camp.",
            "Nobody, the UN said, can enter the camp",
            "the UN",
            id="source-set-in-after-a-pronoun",
        ),
        pytest.param(
            "The bridge, according to local officials, was destroyed by a flood.",
            "The bridge, according to local officials, was destroyed by a flood",
            "local officials",
            id="according-to-set-in",
        ),
        pytest.param(
            "Three soldiers were killed, according to the army.",
            "Three soldiers were killed",
            "the army",
            id="according-to-at-the-end",
        ),
        pytest.param(
            "According to the army, three soldiers were killed near the border.",
            "three soldiers were killed near the border",
            "the army",
            id="according-to-at-the-beginning",
        ),
        pytest.param(
            "Three people were killed, according to the ministry, but the number may rise.",
            "Three people were killed",
            "the ministry",
            id="according-to-before-but",
        ),
    ],
)
def test_source_before_after_and_inside_what_it_says(text: str, said: str, who: str) -> None:
    """A cue between two commas has its content on both sides, and is no part of it, whatever the tree."""
    assert told(text) == [("indirect", said, who)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "The army, the minister said, will leave the city.",
            ["The army", "will leave the city"],
            id="said",
        ),
        pytest.param(
            "The talks, Lavrov said on Monday, have failed.", ["The talks", "have failed"], id="said-on-a-day"
        ),
        pytest.param(
            "The strike, according to the union, will go on.", ["The strike", "will go on"], id="according-to"
        ),
        pytest.param("The minister said the army will leave.", [], id="cue-before-it"),
        pytest.param("The army will leave, the minister said.", [], id="cue-after-it"),
    ],
)
def test_a_quotation_with_its_cue_set_in_says_what_its_pieces_are(text: str, parts: list[str]) -> None:
    (quote,) = find(text)
    assert quote.text == text[quote.start : quote.end]
    assert [part.text for part in quote.parts] == parts
    assert all(text[part.start : part.end] == part.text for part in quote.parts)
    assert quote.cue is not None
    assert all(part.end <= quote.cue.start or quote.cue.end <= part.start for part in quote.parts)


def test_headline_after_a_name_and_a_colon() -> None:
    assert told("Macron: Talks will resume in May\n", "title") == [
        ("indirect", "Talks will resume in May", "Macron")
    ]


def test_what_is_called_back_is_not_said() -> None:
    """A state that recalls its envoy says nothing; a witness who recalls that it rained does."""
    assert told("Malawi recalled its envoy to Mozambique on Tuesday.") == []
    assert [said for _, said, _ in told("The guard recalled that the gate was open.")] == [
        "that the gate was open"
    ]
