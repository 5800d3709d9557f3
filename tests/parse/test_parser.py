"""The language model as the stages after it use it."""

from __future__ import annotations

import pytest

from tidings.parse import Parser
from tidings.records import Block, BlockKind, Document, Token


def find(document: Document, form: str) -> Token:
    return next(token for token in document.tokens if token.text == form)


def test_subject_and_object_hang_on_the_verb(parser: Parser) -> None:
    document = parser.parse_text("Police arrested twelve protesters in the capital on Monday.")
    verb = find(document, "arrested")
    assert (verb.deprel, verb.lemma, verb.upos) == ("root", "arrest", "VERB")
    assert (find(document, "Police").head, find(document, "Police").deprel) == (verb, "nsubj")
    assert (find(document, "protesters").head, find(document, "protesters").deprel) == (verb, "obj")


def test_passive_subject_and_agent_are_told_apart(parser: Parser) -> None:
    document = parser.parse_text("The activist was arrested by the police.")
    assert find(document, "activist").deprel == "nsubj:pass"
    assert find(document, "police").deprel == "obl:agent"


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Villagers fled the town.", "fled", "flee"),
        ("Rebels shot two soldiers.", "shot", "shoot"),
        ("The president vetoed the bill.", "vetoed", "veto"),
        ("The army overthrew the government.", "overthrew", "overthrow"),
        ("Gunmen kidnapped a priest.", "kidnapped", "kidnap"),
        ("They banned two parties.", "parties", "party"),
        ("Both countries expelled diplomats.", "countries", "country"),
    ],
)
def test_lemmas_of_news_verbs_and_nouns(parser: Parser, text: str, form: str, lemma: str) -> None:
    assert find(parser.parse_text(text), form).lemma == lemma


def test_names_are_found_with_their_kind(parser: Parser) -> None:
    document = parser.parse_text("Angela Merkel met officials of the European Union in Paris on Monday.")
    found = {entity.text: entity.label for entity in document.entities}
    assert found["Angela Merkel"] == "PERSON"
    assert found["European Union"] == "ORG"
    assert found["Paris"] == "LOC"


def test_blocks_bound_sentences_and_furniture_is_not_parsed(parser: Parser) -> None:
    text = "Rebels seize town\nMust Read\nFighters took the town on Monday."
    starts = [0, text.index("Must"), text.index("Fighters"), len(text)]
    kinds: tuple[BlockKind, ...] = ("title", "furniture", "paragraph")
    blocks = [Block(kind=k, start=a, end=b) for k, a, b in zip(kinds, starts, starts[1:], strict=False)]
    document = parser(text, blocks)
    assert [text[s.start : s.end] for s in document.sentences] == [
        "Rebels seize town",
        "Fighters took the town on Monday.",
    ]
    assert all(document.text[t.start : t.end] == t.text for t in document.tokens)


def test_a_document_parses_alike_whatever_was_parsed_before(parser: Parser) -> None:
    text = "Norway and Sweden signed a treaty. Its text was not published."
    first = [(t.head.i if t.head else -1, t.deprel, t.lemma) for t in parser.parse_text(text).tokens]
    parser.parse_text("Something else entirely happened in the village of Brod.")
    assert [(t.head.i if t.head else -1, t.deprel, t.lemma) for t in parser.parse_text(text).tokens] == first


@pytest.mark.parametrize("text", ["", " \n\n ", "x", "?" * 3000, "word " * 2000])
def test_odd_texts_are_parsed_without_complaint(parser: Parser, text: str) -> None:
    document = parser.parse_text(text)
    assert all(sum(t.head is None for t in s.tokens) == 1 for s in document.sentences)
