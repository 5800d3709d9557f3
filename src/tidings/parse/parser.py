"""`Parser`: text and blocks → `Document`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from tidings.parse.lemmas import Lemmatizer
from tidings.parse.names import best_tags, spans
from tidings.parse.network import Network, Scores
from tidings.parse.sentences import split
from tidings.parse.tokenizer import tokenize
from tidings.parse.tree import maximum_tree
from tidings.parse.weights import Weights
from tidings.parse.weights import load as load_weights
from tidings.records.article import Block
from tidings.records.document import Document, Entity, EntityLabel, Sentence, Token

PROSE = frozenset(["title", "standfirst", "paragraph", "subhead", "caption"])
"""Kinds of block that are parsed; datelines, teasers and furniture are not."""

MAX_TOKENS = 250
"""A longer sentence is cut: no prose has one, and lists without a stop would cost memory squared."""

_BATCH_TOKENS = 6000
"""Sentences of one document run together up to so many tokens: bounds memory."""


class Parser:
    """The language model `en_tidings`, ready to parse: for any number of documents, from one thread."""

    def __init__(self, weights: Weights) -> None:
        self._network = Network(weights.arrays, weights.words)
        self._lemmatize = Lemmatizer(weights.lemmas, weights.known, frozenset(weights.words))
        self._weights = weights
        self._transitions = weights.arrays["transitions"]

    @classmethod
    def load(cls) -> Parser:
        """Read the model that ships inside the package."""
        return cls(load_weights())

    def __call__(
        self,
        text: str,
        blocks: Sequence[Block],
        *,
        published: str | None = None,
        published_confidence: float = 0.0,
    ) -> Document:
        """Parse the prose blocks of a text. Offsets of all tokens are offsets into `text`."""
        document = Document(text, tuple(blocks), [], [], [], published, published_confidence)
        for number, block in enumerate(blocks):
            if block.kind in PROSE:
                _add_sentences(document, number, block)
        for batch in _batches(document.sentences):
            self.annotate(document, batch)
        return document

    def parse_text(self, text: str, *, published: str | None = None) -> Document:
        """Parse a text that is one paragraph."""
        block = Block(kind="paragraph", start=0, end=len(text))
        confidence = 1.0 if published else 0.0
        return self(text, [block], published=published, published_confidence=confidence)

    def annotate(self, document: Document, sentences: list[Sentence]) -> None:
        """Tag, parse and name sentences that have tokens with their texts only."""
        scored = self._network.run([[token.text for token in sentence.tokens] for sentence in sentences])
        for sentence, scores in zip(sentences, scored, strict=True):
            self._set_syntax(sentence, scores)
            self._set_names(document, sentence, scores)
            sentence.state = scores.state.astype(np.float16)  # half the memory of a long document

    def _set_syntax(self, sentence: Sentence, scores: Scores) -> None:
        heads = maximum_tree(scores.arcs)
        rels = self._network.labels(scores, heads)
        xpos, upos = scores.xpos.argmax(axis=1), scores.upos.argmax(axis=1)
        weights, tokens = self._weights, sentence.tokens
        for k, token in enumerate(tokens):
            token.xpos = weights.xpos[xpos[k]]
            token.upos = weights.upos[upos[k]]
            token.lemma = self._lemmatize(token.text, token.upos, token.xpos)
            token.deprel = weights.rels[rels[k]]
            head = heads[k]
            if head:
                token.head = tokens[head - 1]
                token.head.children.append(token)
            else:
                token.deprel = "root"

    def _set_names(self, document: Document, sentence: Sentence, scores: Scores) -> None:
        tags = [self._weights.tags[tag] for tag in best_tags(scores.names, self._transitions)]
        for first, end, label in spans(tags):
            tokens = sentence.tokens[first:end]
            start, stop = tokens[0].start, tokens[-1].end
            name = Entity(cast("EntityLabel", label), start, stop, document.text[start:stop], tokens)
            document.entities.append(name)
            for token in tokens:
                token.entity = name


def _add_sentences(document: Document, number: int, block: Block) -> None:
    for group in split(document.text, tokenize(document.text, block.start, block.end)):
        for first in range(0, len(group), MAX_TOKENS):
            part = group[first : first + MAX_TOKENS]
            sentence = Sentence(len(document.sentences), part[0][0], part[-1][1], number, block.kind)
            for start, end in part:
                form = document.text[start:end]
                i = len(document.tokens)
                token = Token(
                    i, start, end, form, form.lower(), form, "X", "FW", "dep", None, [], sentence, None
                )
                sentence.tokens.append(token)
                document.tokens.append(token)
            document.sentences.append(sentence)


def _batches(sentences: list[Sentence]) -> list[list[Sentence]]:
    batches: list[list[Sentence]] = []
    size = _BATCH_TOKENS
    for sentence in sentences:
        if size + len(sentence.tokens) > _BATCH_TOKENS:
            batches.append([])
            size = 0
        batches[-1].append(sentence)
        size += len(sentence.tokens)
    return batches
