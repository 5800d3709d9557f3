"""`Naming`: a stretch of text that may name a place, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.places.candidates import Candidate, rules
from tidings.records import Token


@dataclass(slots=True)
class Naming:
    """A stretch of text that may name a place, with all that it may mean (none: not in the gazetteer)."""

    tokens: list[Token]
    start: int
    end: int
    text: str
    candidates: list[Candidate]
    tagged: bool
    container: str | None = None


def make(tokens: list[Token], text: str, candidates: list[Candidate], *, tagged: bool) -> Naming:
    """Return the naming of a run of tokens."""
    start, end = tokens[0].start, tokens[-1].end
    return Naming(tokens, start, end, text[start:end], candidates, tagged)


def position(token: Token) -> int:
    """Return the index of a token in its sentence."""
    return token.i - token.sentence.tokens[0].i


def next_word(naming: Naming) -> str:
    """Return the word after a naming in small letters, or an empty string."""
    last = naming.tokens[-1]
    following = last.sentence.tokens[position(last) + 1 :]
    return following[0].lower if following else ""


def name_goes_on(tokens: list[Token], after: int) -> bool:
    """Return whether the token at an index is one more part of a name."""
    return after < len(tokens) and tokens[after].upos == "PROPN" and tokens[after].text[0].isupper()


def after_preposition(token: Token) -> bool:
    """Return whether a preposition of place stands before the token."""
    before = token.sentence.tokens[: position(token)][-2:]
    words = rules().words
    if not before:
        return False
    if before[-1].lower in words["locative"] and before[-1].lower != "of":
        return True
    return len(before) > 1 and before[-1].lower in words["leading"] and before[0].lower in words["locative"]


def stands_in(token: Token) -> bool:
    """Return whether a preposition that only places take stands before the token."""
    at = position(token)
    return at > 0 and token.sentence.tokens[at - 1].lower in rules().words["within"]


def is_dateline(tokens: list[Token]) -> bool:
    """Return whether the tokens are capitals at the start of a sentence, with a dash soon after.

    "HURRICANE, W.Va. — Two teenagers …", "ARLINGTON -- The council …".
    """
    sentence = tokens[0].sentence.tokens
    if tokens[0] is not sentence[0] or not all(token.text.isupper() for token in tokens):
        return False
    if len(tokens[0].text) < 4 and len(tokens) == 1:
        return False
    for token in sentence[len(tokens) : len(tokens) + 6]:
        if token.text in {"—", "–", "--", "-"}:
            return True
        if not (token.text in {",", ".", "(", ")"} or token.text[0].isupper()):
            return False
    return False
