"""WHO SAID SO: speakers of quotations beyond the subject of the cue."""

from __future__ import annotations

import pytest
from quotations import blocks_of, find, speaker, tools

from tidings.mention.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "“The talks went well,” Lavrov said. “We will meet again in May.”",
            ["Lavrov"] * 2,
            id="second-of-a-paragraph",
        ),
        pytest.param(
            "“We have waited for years,” Erdogan said. “Nothing came of it.\n“Now we will act alone.”\n",
            ["Erdogan"] * 3,
            id="next-paragraph-opened-anew",
        ),
    ],
)
def test_what_goes_on_keeps_the_speaker(text: str, speakers: list[str]) -> None:
    """In its paragraph; over paragraphs with an opening mark on each and no closing mark between them."""
    found = find(text)
    assert [speaker(quote) for quote in found] == speakers
    assert len({quote.speaker for quote in found}) == 1
    assert found[0].speaker is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "A statement from the foreign ministry said the talks were over.",
            "foreign ministry",
            id="statement-from",
        ),
        pytest.param(
            "The letter, signed by twelve senators, urges the president to act.",
            "senators",
            id="letter-signed-by",
        ),
        pytest.param(
            "Macron's letter said that the aid would flow.", "Emmanuel Macron", id="letter-of-its-owner"
        ),
        pytest.param("One of the rebels said that the road was mined.", "rebels", id="one-of-several"),
        pytest.param(
            "“It is a coup,” shouted one of the deputies.", "deputies", id="one-of-several-after-it"
        ),
        pytest.param(
            "The radio quoted the mayor as saying the bridge was safe.", "mayor", id="quoted-by-another"
        ),
        pytest.param(
            "The minister was quoted as saying that the road would reopen.", "minister", id="was-quoted"
        ),
        pytest.param(
            "“It is over,” the agency quoted the minister as saying.",
            "minister",
            id="quoted-by-another-after-it",
        ),
    ],
)
def test_whose_message_it_is_speaks(text: str, name: str) -> None:
    """Also one of several, and who is quoted by another."""
    parser, finder = tools()
    document = parser(text, blocks_of(text))
    actors, mentions = finder(document)
    names = {actor.id: actor.name for actor in actors}
    assert [names.get(q.speaker or "") for q in find_quotes(document, actors, mentions)] == [name]


def test_a_message_of_two_has_no_single_speaker() -> None:
    (quote,) = find("A joint statement by France and Germany urged Iran to comply.")
    assert quote.speaker is None
    assert speaker(quote) == "A joint statement by France and Germany"
