"""WHO SAID SO: quotations, their kinds, speakers and cues."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest

from tidings.mention.actors import ActorFinder
from tidings.mention.quotes import find_quotes
from tidings.mention.quotes.marks import quoted
from tidings.parse import Parser
from tidings.records import Block, Quote

if TYPE_CHECKING:
    from tidings.records.article import BlockKind


@functools.cache
def tools() -> tuple[Parser, ActorFinder]:
    return Parser.load(), ActorFinder.load()


def blocks_of(text: str, kind: BlockKind = "paragraph") -> tuple[Block, ...]:
    """One block for every line."""
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(kind=kind, start=start, end=start + len(line)))
        start += len(line)
    return tuple(blocks)


def find(text: str, kind: BlockKind = "paragraph") -> tuple[Quote, ...]:
    parser, actors = tools()
    document = parser(text, blocks_of(text, kind))
    return find_quotes(document, *actors(document))


def speaker(quote: Quote) -> str | None:
    return quote.speaker_span.text if quote.speaker_span else None


def told(text: str, kind: BlockKind = "paragraph") -> list[tuple[str, str, str | None]]:
    """Return kind, content and speaker of every quotation."""
    return [(quote.kind, quote.text, speaker(quote)) for quote in find(text, kind)]


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
        (
            "Modi signed the guest book, leaving a message: “Peace is the only way forward for us.”",
            "Peace is the only way forward for us.",
            "Modi",
        ),
    ],
)
def test_speaker_after_and_before(text: str, said: str, who: str) -> None:
    """The cue stands on either side, in either order, with any marks; a written message after a colon."""
    assert told(text) == [("direct", said, who)]


def test_second_quotation_of_a_paragraph_keeps_the_speaker() -> None:
    found = find("“The talks went well,” Lavrov said. “We will meet again in May.”")
    assert [speaker(quote) for quote in found] == ["Lavrov", "Lavrov"]
    assert found[0].speaker == found[1].speaker is not None


def test_quotation_goes_on_over_paragraphs() -> None:
    """An opening mark on each paragraph and no closing mark between them."""
    found = find("“We have waited for years,” Erdogan said. “Nothing came of it.\n“Now we will act alone.”\n")
    assert [speaker(quote) for quote in found] == ["Erdogan"] * 3


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


@pytest.mark.parametrize(
    "text",
    [
        "The guests ate Ukrainian “varenyky” with mushrooms.",
        "The film “Winter on Fire” was shown in Kyiv.",
        "2018 saw the worst floods in the country's history.",
        "The week saw protests in three cities.",
        "He appeared on “The Late Show” on Monday.",
        "The so-called “Islamic State” claimed the attack.",
        "The clinic charges ten dollars per visit.",
    ],
)
def test_scare_quotes_titles_and_times_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Guterres said that the ceasefire must hold.", "that the ceasefire must hold", "Guterres"),
        (
            "Kallas told reporters they would have to wait until Friday.",
            "they would have to wait until Friday",
            "Kallas",
        ),
        ("Scholz told lawmakers on Thursday that the bill would fail.", "that the bill would fail", "Scholz"),
        ("It said it had expanded its teams in Asia.", "it had expanded its teams in Asia", "It"),
        ("The town released a statement saying the water was safe.", "the water was safe", "The town"),
        (
            "Erdogan criticized Sweden for harbouring militants.",
            "Sweden for harbouring militants",
            "Erdogan",
        ),
        ("Washington condemned the coup.", "the coup", "Washington"),
        ("Lawmakers asked the minister about the missing funds.", "the missing funds", "Lawmakers"),
        ("Her criticism of the treaty angered Berlin.", "the treaty", "Her"),
        (
            "The minister was asked why the dam had not been repaired.",
            "why the dam had not been repaired",
            None,
        ),
    ],
)
def test_who_hears_it_and_when_is_no_part_of_what_is_said(text: str, said: str, who: str | None) -> None:
    """Also without "that", with "it" for a body, with nouns, and where nobody is named."""
    assert told(text) == [("indirect", said, who)]


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("The talks, Lavrov said, have failed.", "The talks, Lavrov said, have failed", "Lavrov"),
        (
            "In the long run, economists say, the tax will help poor families.",
            "In the long run, economists say, the tax will help poor families",
            "economists",
        ),
        (
            "The bridge, according to local officials, was destroyed by a flood.",
            "The bridge, according to local officials, was destroyed by a flood",
            "local officials",
        ),
        ("Three soldiers were killed, according to the army.", "Three soldiers were killed", "the army"),
        (
            "According to the army, three soldiers were killed near the border.",
            "three soldiers were killed near the border",
            "the army",
        ),
        (
            "Three people were killed, according to the ministry, but the number may rise.",
            "Three people were killed",
            "the ministry",
        ),
    ],
)
def test_source_before_after_and_inside_what_it_says(text: str, said: str, who: str) -> None:
    """A cue between two commas has its content on both sides, and is no part of it."""
    assert told(text) == [("indirect", said, who)]


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        (
            "The meeting was described as “useful and frank” by Sergei Lavrov.",
            "useful and frank",
            "Sergei Lavrov",
        ),
        (
            "Guterres called the attack “a crime against humanity”.",
            "the attack “a crime against humanity”",
            "Guterres",
        ),
        ("Orban, who has called the sanctions “a mistake”, met Putin.", "the sanctions “a mistake”", "Orban"),
        (
            "In her letter to the council, Park wrote that “the treaty is dead”.",
            "that “the treaty is dead”",
            "Park",
        ),
        (
            "He said that “no deal” was better than “a bad deal” for the country.",
            "that “no deal” was better than “a bad deal” for the country",
            "He",
        ),
    ],
)
def test_partial_quotation_holds_the_clause_around_the_marks(text: str, said: str, who: str) -> None:
    """With words outside the marks, the marks stay, and in pairs. The speaker may be a passive's agent."""
    assert told(text) == [("partial", said, who)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The minister said the talks had failed, and warned that sanctions would follow.",
            [
                ("indirect", "the talks had failed", "The minister"),
                ("indirect", "that sanctions would follow", "The minister"),
            ],
        ),
        (
            "Biden said on Monday he would sign the bill, adding that it was overdue.",
            [
                ("indirect", "he would sign the bill", "Biden"),
                ("indirect", "that it was overdue", "Biden"),
            ],
        ),
        (
            "The minister said the plan would fail but added: “We will try again next week.”",
            [
                ("indirect", "the plan would fail", "The minister"),
                ("direct", "We will try again next week.", "The minister"),
            ],
        ),
        (
            "The union, she said, is “doing better than it has in years”.",
            [
                ("indirect", "The union", "she"),
                ("partial", "is “doing better than it has in years”", "she"),
            ],
        ),
        (
            "Asked about the floods, Tusk said the army would help.",
            [
                ("indirect", "the floods", None),
                ("indirect", "the army would help", "Tusk"),
            ],
        ),
    ],
    ids=["and warned", "adding", "but added", "fragment before the cue", "asked by somebody else"],
)
def test_several_quotations_of_a_sentence(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Each has its own content; verbs after the first have its subject, not that of what is reported."""
    assert told(text) == found


def test_headline_after_a_name_and_a_colon() -> None:
    assert told("Macron: Talks will resume in May\n", "title") == [
        ("indirect", "Talks will resume in May", "Macron")
    ]
