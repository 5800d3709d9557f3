"""Finds the turns of a transcript: paragraphs that begin with a name and a colon ("WALLACE: …")."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.records import Document, Token

_LONGEST = 5  # tokens of a name before the colon


@dataclass(frozen=True, slots=True)
class Turn:
    """What a speaker says in one paragraph: offsets, and the head of the name before the colon."""

    start: int
    end: int
    speaker: Token


def turns(document: Document) -> list[Turn]:
    """Return the turns of a document; a single such paragraph is no transcript."""
    found: list[Turn] = []
    block = -1
    for sentence in document.sentences:
        if sentence.block != block:
            block = sentence.block
            name = _name(sentence.tokens)
            if name:
                end = document.blocks[block].end
                start = sentence.tokens[len(name)].end
                said = document.text[start:end]
                begin = start + len(said) - len(said.lstrip())
                if said.strip():
                    found.append(Turn(begin, start + len(said.rstrip()), name[-1]))
    return found if len(found) > 1 else []


def _name(tokens: list[Token]) -> list[Token]:
    """Return the tokens before a colon where all are written as a name."""
    for position, token in enumerate(tokens[: _LONGEST + 1]):
        if token.text == ":":
            name = tokens[:position]
            return name if name and all(t.text.isupper() for t in name if t.text.isalpha()) else []
    return []
