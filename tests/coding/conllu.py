"""CoNLL-U to `Document`: hand-written trees, so that coding is tested apart from the parser."""

from __future__ import annotations

from tidings.records import Block, Document, Sentence, Token


def read(conllu: str, *, published: str | None = None) -> Document:
    """Return a document of one paragraph from rows `id form lemma upos xpos head deprel`."""
    document = Document("", (), [], [], [], published, 1.0 if published else 0.0)
    for part in conllu.strip().split("\n\n"):
        _add_sentence(document, [line.split() for line in part.splitlines() if line and line[0] != "#"])
    document.blocks = (Block(kind="paragraph", start=0, end=len(document.text)),)
    return document


def _add_sentence(document: Document, rows: list[list[str]]) -> None:
    start = len(document.text) + bool(document.text)
    sentence = Sentence(len(document.sentences), start, start, 0, "paragraph")
    first = len(document.tokens)
    for _, form, lemma, upos, xpos, _, deprel in rows:
        gap = " " if document.text else ""
        at = len(document.text) + len(gap)
        document.text += gap + form
        token = Token(
            len(document.tokens),
            at,
            at + len(form),
            form,
            form.lower(),
            lemma,
            upos,
            xpos,
            deprel,
            None,
            [],
            sentence,
            None,
        )
        sentence.tokens.append(token)
        document.tokens.append(token)
    for token, row in zip(sentence.tokens, rows, strict=True):
        if row[5] != "0":
            token.head = document.tokens[first + int(row[5]) - 1]
            token.head.children.append(token)
    sentence.end = len(document.text)
    document.sentences.append(sentence)
