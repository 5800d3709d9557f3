"""WHAT IS SAID: words in marks, whole, in part and several in a sentence, and what is no quotation."""

from __future__ import annotations

import pytest
from quotations import blocks_of, find, told

from tidings.mention.quotes.marks import quoted


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "“We will not sign this treaty,” Merkel said.",
            "We will not sign this treaty,",
            "Merkel",
            id="speaker-after-it",
        ),
        pytest.param(
            "“We will not sign this treaty,” said Angela Merkel.",
            "We will not sign this treaty,",
            "Angela Merkel",
            id="cue-before-the-speaker",
        ),
        pytest.param(
            'Macron said: "We are ready to talk."',
            "We are ready to talk.",
            "Macron",
            id="straight-marks-after-a-colon",
        ),
        pytest.param(
            "The minister added, “There is no other way.”",
            "There is no other way.",
            "The minister",
            id="curly-marks-after-a-comma",
        ),
        pytest.param(
            "Modi signed the guest book, leaving a message: “Peace is the only way forward for us.”",
            "Peace is the only way forward for us.",
            "Modi",
            id="written-message",
        ),
    ],
)
def test_direct_quotation_has_its_cue_before_or_after(text: str, said: str, who: str) -> None:
    """The cue stands on either side, in either order, with any marks; a written message after a colon."""
    assert told(text) == [("direct", said, who)]


def test_spans_are_those_of_the_text() -> None:
    text = "“We will not sign,” Merkel said."
    quote = find(text)[0]
    assert quote.speaker is not None
    assert quote.speaker_span is not None
    assert quote.cue is not None
    for span in (quote, quote.speaker_span, quote.cue):
        assert text[span.start : span.end] == span.text


def test_inch_marks_and_unclosed_marks_are_not_paired() -> None:
    text = 'A 12" gun stood there. He said "no'
    assert quoted(text, blocks_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The guests ate Ukrainian “varenyky” with mushrooms.", id="foreign-word"),
        pytest.param("The film “Winter on Fire” was shown in Kyiv.", id="film"),
        pytest.param("2018 saw the worst floods in the country's history.", id="year-that-saw"),
        pytest.param("The week saw protests in three cities.", id="week-that-saw"),
        pytest.param("He appeared on “The Late Show” on Monday.", id="show"),
        pytest.param("The so-called “Islamic State” claimed the attack.", id="so-called"),
        pytest.param("The clinic charges ten dollars per visit.", id="charges-a-price"),
    ],
)
def test_scare_quotes_titles_and_times_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        pytest.param(
            "The meeting was described as “useful and frank” by Sergei Lavrov.",
            "useful and frank",
            "Sergei Lavrov",
            id="passive-with-its-agent",
        ),
        pytest.param(
            "Guterres called the attack “a crime against humanity”.",
            "the attack “a crime against humanity”",
            "Guterres",
            id="called-something",
        ),
        pytest.param(
            "Orban, who has called the sanctions “a mistake”, met Putin.",
            "the sanctions “a mistake”",
            "Orban",
            id="called-something-in-a-relative-clause",
        ),
        pytest.param(
            "In her letter to the council, Park wrote that “the treaty is dead”.",
            "that “the treaty is dead”",
            "Park",
            id="after-that",
        ),
        pytest.param(
            "He said that “no deal” was better than “a bad deal” for the country.",
            "that “no deal” was better than “a bad deal” for the country",
            "He",
            id="two-pairs-of-marks",
        ),
        pytest.param(
            'As the minister put it, "the war is over".',
            "the war is over",
            "the minister",
            id="as-somebody-put-it",
        ),
    ],
)
def test_partial_quotation_holds_the_clause_around_the_marks(text: str, said: str, who: str) -> None:
    """With words outside the marks, the marks stay, and in pairs. The speaker may be a passive's agent."""
    assert told(text) == [("partial", said, who)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The minister said the talks had failed, and warned that sanctions would follow.",
            [
                ("indirect", "the talks had failed", "The minister"),
                ("indirect", "that sanctions would follow", "The minister"),
            ],
            id="and-warned",
        ),
        pytest.param(
            "Biden said on Monday he would sign the bill, adding that it was overdue.",
            [("indirect", "he would sign the bill", "Biden"), ("indirect", "that it was overdue", "Biden")],
            id="adding",
        ),
        pytest.param(
            "The minister said the plan would fail but added: “We will try again next week.”",
            [
                ("indirect", "the plan would fail", "The minister"),
                ("direct", "We will try again next week.", "The minister"),
            ],
            id="but-added",
        ),
        pytest.param(
            "The union, she said, is “doing better than it has in years”.",
            [("indirect", "The union", "she"), ("partial", "is “doing better than it has in years”", "she")],
            id="fragment-before-the-cue",
        ),
        pytest.param(
            "Asked about the floods, Tusk said the army would help.",
            [("indirect", "the floods", None), ("indirect", "the army would help", "Tusk")],
            id="asked-by-somebody-else",
        ),
        pytest.param(
            '"If they attack," Merkel said, "we will answer."',
            [("direct", "If they attack,", "Merkel"), ("direct", "we will answer.", "Merkel")],
            id="two-halves-around-the-cue",
        ),
    ],
)
def test_several_quotations_of_a_sentence(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Each has its own content; verbs after the first have its subject, not that of what is reported."""
    assert told(text) == found
