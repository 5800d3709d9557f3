"""Looks for the cue that stands before a quotation: Putin said: "…"."""

from __future__ import annotations

from tidings.mention.quotes.board import WINDOW, Attributed, Board
from tidings.mention.quotes.cues import Cue, names_nobody
from tidings.mention.quotes.lexicon import lexicon
from tidings.mention.quotes.speakers import speaker_of
from tidings.records import Token


def before(board: Board, item: Attributed) -> Cue | None:
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
    chosen = [c for c in chosen if not names_nobody(c)]
    if item.whole:
        closing = board.text[sentence.start : item.quoted.outer_start].rstrip()[-1:]
        verbs = [c for c in chosen if c.token.upos == "VERB" or c.token.lower == "according"] or chosen
        if verbs and (closing in {",", ":", "—", "–"} or _reaches(verbs[-1].token, item)):
            return verbs[-1]
        return _colon_verb(window) if closing == ":" else (verbs[-1] if verbs else None)
    if _is_capitalised(item):
        return None
    return next((c for c in reversed(chosen) if _reaches(c.token, item)), None)


def _is_capitalised(item: Attributed) -> bool:
    """Return whether all longer words begin with a capital letter: "Morning Joe"."""
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
    """Return whether the quoted words hang on the cue, with no verb of naming between, or it on them."""
    marks = {child.lower for child in cue.children if child.deprel == "mark"}
    if cue.head in item.tokens and "as" in marks:
        return True
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
    before = [t for t in tokens[max(0, first - WINDOW) : first] if t.i not in board.inside and t.end <= start]
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
