"""WHO SAID SO: quotations, their kinds, speakers and cues."""

from __future__ import annotations

import functools

import pytest

from tidings.mention.actors import ActorFinder
from tidings.mention.quotes import find_quotes
from tidings.mention.quotes.marks import quoted
from tidings.parse import Parser
from tidings.records import Block, Quote


@functools.cache
def tools() -> tuple[Parser, ActorFinder]:
    return Parser.load(), ActorFinder.load()


def blocks_of(text: str) -> tuple[Block, ...]:
    """One paragraph for every line."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(kind="paragraph", start=start, end=start + len(line)))
        start += len(line)
    return tuple(blocks)


def find(text: str) -> tuple[Quote, ...]:
    parser, actors = tools()
    document = parser(text, blocks_of(text))
    return find_quotes(document, *actors(document))


def speaker(quote: Quote) -> str | None:
    return quote.speaker_span.text if quote.speaker_span else None


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("“We will not sign this treaty,” Merkel said.", "We will not sign this treaty,", "Merkel"),
        (
            "“We will not sign this treaty,” said Angela Merkel.",
            "We will not sign this treaty,",
            "Angela Merkel",
        ),
        ('Macron said: "We are ready to talk."', "We are ready to talk.", "Macron"),
        ("The minister added, “There is no other way.”", "There is no other way.", "The minister"),
    ],
)
def test_speaker_after_and_before(text: str, said: str, who: str) -> None:
    """The cue stands on either side, in either order, with any marks."""
    quote = find(text)[0]
    assert (quote.kind, quote.text, speaker(quote)) == ("direct", said, who)


def test_second_quotation_of_a_paragraph_keeps_the_speaker() -> None:
    found = find("“The talks went well,” Lavrov said. “We will meet again in May.”")
    assert [speaker(quote) for quote in found] == ["Lavrov", "Lavrov"]
    assert found[0].speaker == found[1].speaker is not None


def test_quotation_goes_on_over_paragraphs() -> None:
    """An opening mark on each paragraph and no closing mark between them."""
    found = find("“We have waited for years,” Erdogan said. “Nothing came of it.\n“Now we will act alone.”\n")
    assert [speaker(quote) for quote in found] == ["Erdogan"] * 3


def test_indirect_speech() -> None:
    found = find("Guterres said that the ceasefire must hold.")
    assert [(q.kind, q.text, speaker(q)) for q in found] == [
        ("indirect", "that the ceasefire must hold", "Guterres")
    ]


def test_according_to() -> None:
    found = find("Three soldiers were killed, according to the army.")
    assert [(q.text, speaker(q)) for q in found] == [("Three soldiers were killed", "the army")]


def test_partial_quotation_in_a_passive() -> None:
    """The speaker stands in the agent phrase."""
    found = find("The meeting was described as “useful and frank” by Sergei Lavrov.")
    assert [(q.kind, q.text, speaker(q)) for q in found] == [("partial", "useful and frank", "Sergei Lavrov")]


def test_written_message_after_a_colon() -> None:
    """No verb of speech: the message stands after a colon."""
    found = find("Modi signed the guest book, leaving a message: “Peace is the only way forward for us.”")
    assert [(q.kind, speaker(q)) for q in found] == [("direct", "Modi")]


@pytest.mark.parametrize(
    "text",
    ["The guests ate Ukrainian “varenyky” with mushrooms.", "The film “Winter on Fire” was shown in Kyiv."],
)
def test_scare_quotes_and_titles_are_no_quotations(text: str) -> None:
    assert find(text) == ()


def test_speaker_is_an_actor_and_spans_are_exact() -> None:
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
