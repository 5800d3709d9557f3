"""`Document`: a parsed text: sentences of tokens with Universal Dependencies, and named entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tidings.records.article import Block, BlockKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EntityLabel = Literal["PERSON", "ORG", "LOC", "NORP", "MISC"]


@dataclass(slots=True, eq=False)
class Token:
    """A syntactic word (Universal Dependencies).

    `i` is its index in the document, `start` and `end` are character offsets into the text. `xpos` is the
    Penn tag, `upos` the universal one. `head` is None for the root of a sentence. `deprel` keeps UD's
    subtypes ("nsubj:pass"). `entity` is the named entity that covers the token, or None.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    upos: str
    xpos: str
    deprel: str
    head: Token | None
    children: list[Token]
    sentence: Sentence
    entity: Entity | None

    def __repr__(self) -> str:
        return f"<{self.text} {self.upos} {self.deprel}>"

    def subtree(self) -> list[Token]:
        """Return the token and all that depends on it, in text order."""
        found = [self]
        for token in found:  # grows while it is walked
            found.extend(token.children)
        return sorted(found, key=_index)


def _index(token: Token) -> int:
    return token.i


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: character offsets, its tokens, the root, and the kind of block it stands in.

    `state` is what the language model made of each token (tokens, width), for learned parts downstream.
    """

    i: int
    start: int
    end: int
    block: int
    kind: BlockKind
    tokens: list[Token] = field(default_factory=list)
    state: NDArray[np.float16] | None = None

    @property
    def root(self) -> Token:
        """The token that heads the sentence."""
        return next(token for token in self.tokens if token.head is None)


@dataclass(slots=True, eq=False)
class Entity:
    """A named entity: a label, character offsets, and the tokens it covers (never empty)."""

    label: EntityLabel
    start: int
    end: int
    text: str
    tokens: list[Token]

    @property
    def head(self) -> Token:
        """The token of the name that the rest of the sentence hangs on: the one whose head lies outside."""
        inside = {token.i for token in self.tokens}
        return next(t for t in self.tokens if t.head is None or t.head.i not in inside)


@dataclass(slots=True, eq=False)
class Document:
    """A text with its blocks, parsed. Only blocks that are read as prose have sentences.

    Blocks bound sentences. Teasers and furniture are not parsed. `published` is the article's day
    (YYYY-MM-DD) or None.
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: list[Sentence]
    tokens: list[Token]
    entities: list[Entity]
    published: str | None = None
    published_confidence: float = 0.0
