"""Gives a whole quotation without a cue the speaker of the one before it, or of the sentence before it."""

from __future__ import annotations

from tidings.mention.quotes.board import Attributed, Board
from tidings.records import Token


def carry_on(board: Board, number: int, item: Attributed) -> None:
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
