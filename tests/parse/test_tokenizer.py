"""Tokens follow Universal Dependencies English."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.parse.sentences import split
from tidings.parse.tokenizer import tokenize


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv's envoy didn't resign.", "Kyiv 's envoy did n't resign ."),
        ("Kyiv’s envoy couldn’t fly", "Kyiv ’s envoy could n’t fly"),
        ("Mr. Orsini met U.S. officials.", "Mr. Orsini met U.S. officials ."),
        ("the vice-president", "the vice - president"),
        ("anti-government marches", "anti-government marches"),
        ("a $1.4 billion deal", "a $ 1.4 billion deal"),
        ("up 12.5% on 3/4/2021 at 10:30", "up 12.5 % on 3/4/2021 at 10:30"),
        ("see https://example.org/a?b=1, she wrote", "see https://example.org/a?b=1 , she wrote"),
        ("“We won,” he said", "“ We won , ” he said"),
        ("They cannot stay...", "They can not stay ..."),
        ("the O'Neill plan", "the O'Neill plan"),
        ("in the 1990s", "in the 1990s"),
    ],
)
def test_text_is_cut_as_the_treebanks_cut_it(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(max_size=200))
def test_tokens_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    spans = tokenize(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split()) or not text.isprintable()


def sentences(text: str) -> list[str]:
    return [text[group[0][0] : group[-1][1]] for group in split(text, tokenize(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The minister resigned.", "Nobody was told."],
        ["Gen. Mark Hale met Sen. Ruiz in St. Louis.", "They talked for an hour."],
        ["“We will talk,” she said.", "“There is time.”", "He agreed."],
        ["The U.S. and the U.K. signed it.", "It takes effect in Jan. 2025."],
        ["He works in the U.S.", "The company does not."],
        ["Did it rain?", "It did!", "So what?"],
        ["J. R. Moreau was named to the court."],
        ["The price rose 3.5 percent."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    assert sentences("Rebels seize town\n\nFighters took the town on Monday.") == [
        "Rebels seize town",
        "Fighters took the town on Monday.",
    ]
