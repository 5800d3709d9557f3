"""Looks for the cue that follows a quotation: "…," Putin said / said Putin / the minister, who …, said."""

from __future__ import annotations

from tidings.mention.quotes.board import WINDOW, Attributed, Board
from tidings.mention.quotes.cues import Cue
from tidings.mention.quotes.phrases import subtree
from tidings.records import Token

_ENDS = (",", "?", "!", "—", "–", "-", "…")


def after(board: Board, item: Attributed) -> Cue | None:
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
    while stop < len(tokens) and stop < position + WINDOW and tokens[stop].sentence is sentence:
        if stop in board.inside:
            break
        stop += 1
    for cue in board.cues_of(sentence):
        if not item.whole and any(_is_in(item, child) for child in cue.token.children):
            continue  # the quoted words are part of its subject: "the so-called “republic” said …"
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


def _is_in(item: Attributed, subject: Token) -> bool:
    """Tell whether quoted words stand in the phrase of a subject."""
    return subject.deprel.startswith("nsubj") and any(token in subtree(subject) for token in item.tokens)
