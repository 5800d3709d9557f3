"""Gives every stretch in quotation marks the cue that reports it: after it, before it, or carried on."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.quotes.cues import Cue, cues, lexicon, speaker_of
from tidings.mention.quotes.marks import Quoted
from tidings.records import Document, Sentence, Token

_ENDS = (",", "?", "!", "—", "–", "-", "…")
_WINDOW = 30  # tokens between a quotation and its cue


@dataclass(slots=True)
class Attributed:
    """A quoted stretch with its tokens, its kind, and the cue and speaker it was given (or None)."""

    quoted: Quoted
    tokens: list[Token]
    whole: bool
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
        return Attributed(span, tokens, whole=_is_sentence(self.text, span, tokens))

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


def attribute(board: Board) -> None:
    """Give each quoted stretch its cue and speaker, in text order."""
    for number, item in enumerate(board.items):
        if not item.tokens:
            continue
        found = _first(board, item)
        if found is not None:
            item.cue, item.speaker = found.token, found.speaker
        elif item.whole:
            _carry_on(board, number, item)


def _first(board: Board, item: Attributed) -> Cue | None:
    """Look behind a whole quotation first, before a part first."""
    if item.whole:
        return _after(board, item) or _before(board, item)
    return _before(board, item) or _after(board, item)


def _after(board: Board, item: Attributed) -> Cue | None:
    """Look for the cue after the quotation: "…," Putin said / said Putin / the minister, who …, said."""
    last = item.tokens[-1]
    tokens = board.document.tokens
    position = last.i + 1
    while position < len(tokens) and tokens[position].start < item.quoted.outer_end:
        position += 1
    if position >= len(tokens) or tokens[position].sentence.block != last.sentence.block:
        return None
    dash = board.text[item.quoted.outer_end : tokens[position].end].strip()
    if dash[:1] in {"―", "—"} and not item.quoted.open_end:
        return _signature(tokens, position)
    if not board.text[item.quoted.start : item.quoted.end].endswith(_ENDS) and item.whole:
        following = board.text[item.quoted.outer_end : item.quoted.outer_end + 2].strip()
        if following[:1] != "," and not board.text[item.quoted.outer_end :].lstrip()[:1].islower():
            return None
    if board.text[item.quoted.outer_end : item.quoted.outer_end + 1] in {".", ";"}:
        return None
    return _cue_in_window(board, position, item)


def _cue_in_window(board: Board, position: int, item: Attributed) -> Cue | None:
    """Return the first cue from `position` to the next quotation or the end of the sentence."""
    tokens = board.document.tokens
    sentence = tokens[position].sentence
    stop = position
    while stop < len(tokens) and stop < position + _WINDOW and tokens[stop].sentence is sentence:
        if stop in board.inside:
            break
        stop += 1
    for cue in board.cues_of(sentence):
        if position <= cue.token.i < stop and cue.direct and cue.token.upos != "NOUN":
            speaker = cue.speaker
            if speaker is None or speaker.i in board.inside or speaker.i < item.tokens[0].i:
                speaker = _nearest_name(tokens[position:stop], cue.token) or speaker
            return Cue(cue.token, speaker, cue.contents, cue.direct)
    return None


def _nearest_name(window: list[Token], cue: Token) -> Token | None:
    """Return the noun beside a cue whose subject the parse does not show."""
    before = [t for t in window if t.i < cue.i and t.upos in {"PROPN", "NOUN", "PRON"}]
    after = [t for t in window if t.i > cue.i and t.upos in {"PROPN", "NOUN", "PRON"}]
    token = before[-1] if before else after[0] if after else None
    while (
        token is not None
        and token.head is not None
        and token.head in window
        and token.head.upos in {"PROPN", "NOUN"}
    ):
        token = token.head
    return token


def _signature(tokens: list[Token], position: int) -> Cue | None:
    """Return the name after a dash that signs a quotation."""
    name = next((t for t in tokens[position : position + 4] if t.upos == "PROPN"), None)
    return None if name is None else Cue(tokens[position], name, frozenset(), direct=True)


def _before(board: Board, item: Attributed) -> Cue | None:
    """Look for the cue before the quotation in its sentence, or in a sentence that ends with a colon."""
    first = item.tokens[0]
    sentence = first.sentence
    start = sentence.tokens[0].i
    tokens = board.document.tokens
    window = [
        t for t in tokens[start : first.i] if t.i not in board.inside and t.start < item.quoted.outer_start
    ]
    if not any(t.text[:1].isalnum() for t in window):
        return _before_colon(board, item)
    chosen = [_with_speaker(c, window) for c in board.cues_of(sentence) if c.token in window and c.direct]
    chosen = [c for c in chosen if c.speaker is None or c.speaker.lower not in lexicon().no_speaker]
    if item.whole:
        closing = board.text[sentence.start : item.quoted.outer_start].rstrip()[-1:]
        verbs = [c for c in chosen if c.token.upos == "VERB" or c.token.lower == "according"] or chosen
        if verbs and (closing in {",", ":", "—", "–"} or _reaches(verbs[-1].token, item)):
            return verbs[-1]
        return _colon_verb(window) if closing == ":" else (verbs[-1] if verbs else None)
    if _is_title(item):
        return None
    return next((c for c in reversed(chosen) if _reaches(c.token, item)), None)


def _is_title(item: Attributed) -> bool:
    """Return whether the quoted words are written as a title: "Morning Joe"."""
    words = [token for token in item.tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return bool(words) and len(item.tokens) > 1 and all(word.text[0].isupper() for word in words)


def _with_speaker(cue: Cue, window: list[Token]) -> Cue:
    """Trust a name right before the verb more than a subject that the parse finds far away."""
    own = any(child.deprel.startswith("nsubj") for child in cue.token.children)
    if own or cue.token.upos != "VERB":
        return cue
    before = [t for t in window if t.i < cue.token.i]
    while before and before[-1].upos in {"ADV", "AUX", "PART"}:
        before.pop()
    if before and before[-1].upos in {"PROPN", "PRON"} and before[-1].deprel != "obl":
        name = before[-1]
        if name.head is not None and name.head in before and name.head.upos == "PROPN":
            name = name.head
        return Cue(cue.token, name, cue.contents, cue.direct)
    return cue


def _reaches(cue: Token, item: Attributed) -> bool:
    """Return whether the quoted words hang on the cue, with no verb of naming between."""
    for token in item.tokens:
        node: Token | None = token
        while node is not None and node is not cue:
            if node.lemma in lexicon().naming and node.upos == "VERB" and node not in item.tokens:
                break
            node = node.head
        if node is cue:
            return True
    return False


def _before_colon(board: Board, item: Attributed) -> Cue | None:
    """Return the cue of the sentence before, where that ends with a colon."""
    start = item.quoted.outer_start
    if not board.text[:start].rstrip().endswith(":"):
        return None
    first = item.tokens[0].i
    tokens = board.document.tokens
    before = [
        t for t in tokens[max(0, first - _WINDOW) : first] if t.i not in board.inside and t.end <= start
    ]
    if not before:
        return None
    sentence = next((t.sentence for t in reversed(before) if t.upos != "PUNCT"), before[-1].sentence)
    verbs = [c for c in board.cues_of(sentence) if c.direct]
    return verbs[-1] if verbs else _colon_verb(sentence.tokens)


def _colon_verb(window: list[Token]) -> Cue | None:
    """Return the main verb before a colon as the cue: "Kim signed the book: …"."""
    for token in window:
        if token.upos == "VERB" and (speaker := speaker_of(token)) is not None:
            return Cue(token, speaker, frozenset(), direct=True)
    return None


def _carry_on(board: Board, number: int, item: Attributed) -> None:
    """Give a whole quotation without a cue the speaker of the one before it, or of the sentence before it."""
    previous = board.items[number - 1] if number else None
    same_block = previous is not None and previous.quoted.block == item.quoted.block
    if previous is not None and previous.speaker is not None and previous.whole:
        follows = previous.quoted.open_end or (
            _is_alone(board, item)
            and item.quoted.block - previous.quoted.block <= 2
            and _ends_block(board, previous)
        )
        if same_block or follows:
            item.speaker, item.carried = previous.speaker, True
            return
    item.speaker = _told_of(board, item)
    item.carried = item.speaker is not None


def _is_alone(board: Board, item: Attributed) -> bool:
    block = board.document.blocks[item.quoted.block]
    before = board.text[block.start : item.quoted.outer_start]
    return not before.strip()


def _ends_block(board: Board, item: Attributed) -> bool:
    """Return whether after the quotation its paragraph says only who spoke."""
    block = board.document.blocks[item.quoted.block]
    rest = board.text[item.quoted.outer_end : block.end].split()
    return len(rest) <= 40


def _told_of(board: Board, item: Attributed) -> Token | None:
    """Return the person that the sentence before in the paragraph is about."""
    first = item.tokens[0]
    sentences = board.document.sentences
    number = first.sentence.i
    if sentences[number].tokens[0].i < first.i and sentences[number].tokens[0].i not in board.inside:
        candidates = [sentences[number]]
    else:
        candidates = [s for s in sentences[max(0, number - 1) : number] if s.block == first.sentence.block]
    for sentence in reversed(candidates):
        for token in sentence.tokens:
            if token.deprel.startswith("nsubj") and token.i not in board.inside and _can_speak(token):
                return token
    return None


def _can_speak(token: Token) -> bool:
    if token.entity is not None:
        return token.entity.label in {"PERSON", "ORG"}
    return token.lower in {"he", "she", "they"}
