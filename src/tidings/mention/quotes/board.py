"""The tokens of a document, what stands in quotation marks, and the cues outside of whole quotations."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.quotes.cues import Cue, cues
from tidings.mention.quotes.marks import Quoted
from tidings.records import Document, Sentence, Token

WINDOW = 30  # tokens between a quotation and its cue


@dataclass(slots=True)
class Attributed:
    """A quoted stretch with its tokens, its kind, and the cue and speaker it was given (or None).

    `whole`: whole sentences; `title`: the name of a book, a film, a programme.
    """

    quoted: Quoted
    tokens: list[Token]
    whole: bool
    title: bool
    cue: Token | None = None
    speaker: Token | None = None
    carried: bool = False


class Board:
    """The tokens of a document in text order, and which of them stand between quotation marks."""

    def __init__(self, document: Document, spans: list[Quoted]) -> None:
        self.document = document
        self.text = document.text
        self.inside: dict[int, int] = {}
        self.items = [self._item(number, span) for number, span in enumerate(spans)]
        self._cues: dict[int, list[Cue]] = {}

    def _item(self, number: int, span: Quoted) -> Attributed:
        tokens = _tokens_in(self.document.tokens, span.start, span.end)
        for token in tokens:
            self.inside[token.i] = number
        title = _is_title(self.text, span, tokens)
        whole = not title and _is_sentence(self.text, span, tokens)
        return Attributed(span, tokens, whole=whole, title=title)

    def cues_of(self, sentence: Sentence) -> list[Cue]:
        """Return the cues of a sentence that stand outside whole quotations."""
        if sentence.i not in self._cues:
            found = cues(sentence)
            self._cues[sentence.i] = [c for c in found if not self.in_whole(c.token)]
        return self._cues[sentence.i]

    def in_whole(self, token: Token) -> bool:
        """Return whether a token stands in a quotation of whole sentences."""
        number = self.inside.get(token.i)
        return number is not None and self.items[number].whole


def _tokens_in(tokens: list[Token], start: int, end: int) -> list[Token]:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < start:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(tokens) and tokens[low].start < end:
        found.append(tokens[low])
        low += 1
    return found


def _is_sentence(text: str, span: Quoted, tokens: list[Token]) -> bool:
    """Whole sentences begin with a capital letter and end with a mark, or are long and hold a verb."""
    inside = text[span.start : span.end]
    if not tokens or not any(c.isalpha() for c in inside):
        return False
    begins = inside.lstrip("[(…. ‘'")[:1]
    after = text[span.outer_end : span.outer_end + 1]
    ends = (
        inside.endswith((".", "!", "?", ",", "…", "—", "–")) or span.open_end or after in {".", ",", "!", "?"}
    )
    verb = any(token.upos in {"VERB", "AUX"} for token in tokens)
    if begins.isupper() and ends and (verb or len(tokens) > 3 or inside.endswith(("!", "?", ","))):
        return True
    before = text[max(0, span.outer_start - 2) : span.outer_start]
    return verb and len(tokens) > 5 and (begins.isupper() or before.strip() in {",", ":"})


def _is_title(text: str, span: Quoted, tokens: list[Token]) -> bool:
    """Return whether the quoted words are written as a title and set into a phrase: on "Morning Joe"."""
    words = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    if not words or any(word.text[0].islower() for word in words) or tokens[-1].text in {"!", "?"}:
        return False
    if text[: span.outer_start].rstrip()[-1:] in {",", ":", "", ".", "?", "!"}:
        return False
    sentence = tokens[0].sentence.tokens
    before = [t for t in sentence if t.end <= span.outer_start]
    if not before or tokens[-1].sentence is not tokens[0].sentence:
        return False
    last = before[-1]
    if len(words) > 1 or len(tokens) > 2:
        return last.upos not in {"VERB", "AUX", "PUNCT"} and last.lower != "as"
    return last.lower in {"on", "'s", "’s"}
