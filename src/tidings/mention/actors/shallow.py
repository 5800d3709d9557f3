"""A lone phrase as a document: one sentence with a shallow tree, made without the language model."""

from __future__ import annotations

from collections.abc import Callable

from tidings.mention.actors.roles import singular
from tidings.parse.tokenizer import tokenize
from tidings.records.article import Block
from tidings.records.document import Document, Entity, EntityLabel, Sentence, Token

_TAGS = {
    "DET": "the a an this that these those some several two three four five many both no",
    "ADP": "of in to for from at with by on near across over against",
    "CCONJ": "and or",
    "PART": "'s ’s ' ’",
    "PRON": "he she they it him her them who which",
}
_TAG_OF = {word: tag for tag, words in _TAGS.items() for word in words.split()}


def document_of(phrase: str, day: str | None) -> Document:
    """Return the phrase as a document. Its head is the last noun before the first preposition or comma."""
    block = Block(kind="paragraph", start=0, end=len(phrase))
    sentence = Sentence(0, 0, len(phrase), 0, "paragraph")
    for i, (start, end) in enumerate(tokenize(phrase)):
        sentence.tokens.append(_token(i, phrase[start:end], start, end, sentence))
    _attach(sentence.tokens)
    return Document(phrase, (block,), [sentence], sentence.tokens, [], day, 1.0)


def _token(i: int, text: str, start: int, end: int, sentence: Sentence) -> Token:
    lower = text.lower()
    upos = _TAG_OF.get(lower) or (
        "PUNCT" if not text[0].isalnum() else "PROPN" if text[0].isupper() else "NOUN"
    )
    xpos = {"PART": "POS", "NOUN": "NN", "PROPN": "NNP"}.get(upos, "HYPH" if text in ("-", "–") else upos)
    lemma = lower[:-1] if text[:-1].isupper() and text.endswith("s") and len(text) > 2 else singular(lower)
    if upos in ("NOUN", "PROPN") and lemma != lower:
        xpos += "S"
    return Token(i, start, end, text, lower, lemma, upos, xpos, "root", None, [], sentence, None)


def _attach(tokens: list[Token]) -> None:
    """Hang every token on the head of its stretch, and every stretch on the first."""
    stretches: list[list[Token]] = [[]]
    for token in tokens:
        if stretches[-1] and (token.upos == "ADP" or token.text == ","):
            stretches.append([])
        stretches[-1].append(token)
    heads = [_head(stretch) for stretch in stretches if stretch]
    for stretch, head in zip(stretches, heads, strict=False):
        owners = [token for token in stretch if _is_owner(tokens, token)]
        for token in stretch:
            if token is not head:
                owner = next((o for o in owners if o.i > token.i and o is not head), head)
                _hang(token, owner, "nmod:poss" if token in owners else _relation(token))
    for head in heads[1:]:
        _hang(head, heads[0], "nmod")


def _head(stretch: list[Token]) -> Token:
    nouns = [token for token in stretch if token.upos in ("NOUN", "PROPN", "PRON")]
    return (nouns or stretch)[-1]


def _relation(token: Token) -> str:
    relations = {"DET": "det", "ADP": "case", "PART": "case", "PUNCT": "punct", "CCONJ": "cc"}
    return relations.get(token.upos, "compound")


def _is_owner(tokens: list[Token], token: Token) -> bool:
    return token.i + 1 < len(tokens) and tokens[token.i + 1].xpos == "POS"


def _hang(token: Token, head: Token, relation: str) -> None:
    token.head, token.deprel = head, relation
    head.children.append(token)


def add_names(
    document: Document, taken: set[int], label_of: Callable[[str, int], EntityLabel | None]
) -> None:
    """Make entities of the document's runs of capitalised words that no table knows."""
    runs: list[list[Token]] = [[]]
    for token in document.tokens:
        if token.i not in taken and (
            token.upos == "PROPN" or _is_inside_name(document.tokens, runs[-1], token)
        ):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    for run in filter(None, runs):
        text = document.text[run[0].start : run[-1].end]
        label = label_of(text, run[0].i)
        if label:
            entity = Entity(label, run[0].start, run[-1].end, text, run)
            document.entities.append(entity)
            for token in run:
                token.entity = entity


def _is_inside_name(tokens: list[Token], run: list[Token], token: Token) -> bool:
    """Whether a hyphen, or what follows one, goes on with a name ("Ho-jen")."""
    if not run or run[-1].end != token.start:
        return False
    return (token.text == "-" and token.i + 1 < len(tokens)) or run[-1].text == "-"
