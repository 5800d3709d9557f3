"""Finds headlines that report without marks: "Macron: Talks will resume in May"."""

from __future__ import annotations

from tidings.mention.quotes.transcript import Turn
from tidings.records import Document, Entity, Sentence

_SHORTEST = 3  # words after the colon
_LONGEST = 6  # tokens before it
_TITLES = frozenset({"title", "subhead"})


def titles(document: Document) -> list[Turn]:
    """Return what stands after the name of a person or a body and a colon, in titles."""
    found = (_reported(sentence) for sentence in document.sentences if sentence.kind in _TITLES)
    return [turn for turn in found if turn is not None]


def _reported(sentence: Sentence) -> Turn | None:
    tokens = sentence.tokens
    colon = next((n for n, token in enumerate(tokens[: _LONGEST + 1]) if token.text == ":"), None)
    if not colon:
        return None
    name = tokens[colon - 1].entity
    if name is None or not _is_speaker(name) or name.tokens[0].i > tokens[0].i + 2:
        return None
    after = tokens[colon + 1 :]
    if sum(token.text[0].isalnum() for token in after) < _SHORTEST:
        return None
    return Turn(after[0].start, after[-1].end, name.head)


def _is_speaker(entity: Entity) -> bool:
    return entity.label in {"PERSON", "ORG"}
