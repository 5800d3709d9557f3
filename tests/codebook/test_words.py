"""Word lists: single lemmas, phrases, and what counts as the head of a phrase."""

from __future__ import annotations

from tidings.codebook import WordList
from tidings.records import Block, Document, Sentence, Token


def tokens(*words: str) -> list[Token]:
    """Return the words as tokens of one sentence, without a tree."""
    document = Document(" ".join(words), (Block(kind="paragraph", start=0, end=99),), [], [], [])
    sentence = Sentence(0, 0, 99, 0, "paragraph")
    for i, word in enumerate(words):
        sentence.tokens.append(
            Token(
                i, i, i + 1, word, word.lower(), word.lower(), "NOUN", "NN", "dep", None, [], sentence, None
            )
        )
    document.sentences.append(sentence)
    return sentence.tokens


def test_a_phrase_matches_at_its_last_word() -> None:
    """Hyphens between its words do not count."""
    words = WordList(["car bomb", "talks"])
    assert words.has(tokens("a", "car", "bomb")[2])
    assert words.has(tokens("a", "car", "-", "bomb")[3])
    assert not words.has(tokens("a", "bomb")[1])
    assert words.has(tokens("Talks")[0])


def test_the_head_of_a_phrase_may_be_its_first_word() -> None:
    """In "state of siege" the head is "state"."""
    words = WordList(["state of siege"])
    state = tokens("state", "of", "siege")[0]
    assert words.has_head(state)
    assert not words.has(state)


def test_a_modifier_of_the_head_counts() -> None:
    """A compound in the list makes its phrase one of the list."""
    drone, strike = tokens("drone", "strike")
    drone.deprel, drone.head = "compound", strike
    strike.children.append(drone)
    assert WordList(["drone"]).has_head(strike)
