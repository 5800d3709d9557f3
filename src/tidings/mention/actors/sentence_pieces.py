"""The pieces of a sentence as phrases are built from them: which are used, what hangs on what."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.roles import WORDS, Role
from tidings.records.document import Sentence, Token

_LINKS = frozenset(["of", "to", "for"])
_SENT = tuple(WORDS["sent"]["words"])


def links(token: Token, role: Role | None) -> bool:
    """Whether a word joins a role noun with what it is of ("envoy to Paris", "MP for Leeds")."""
    if token.lower == "of" or role is None:
        return token.lower == "of"
    seated = role.sector == "LEG" and role.kind == "person" and token.lower == "for"
    return seated or (token.lower in _LINKS and role.noun.endswith(_SENT))


class SentencePieces:
    """The tokens and pieces of one sentence, and the phrases built of them so far."""

    def __init__(self, sentence: Sentence, pieces: Sequence[Piece]) -> None:
        self.base = sentence.tokens[0].i
        self.tokens = sentence.tokens
        self.at = {i: piece for piece in pieces for i in range(piece.first, piece.last + 1)}
        self.used: set[int] = set()
        self.built: dict[int, Phrase] = {}

    def token(self, i: int) -> Token | None:
        """Return a token by its document index, None outside the sentence."""
        at = i - self.base
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def hangs_on(self, piece: Piece, role: Piece) -> bool:
        """Whether the tree has the piece below the role noun."""
        inside = [self.token(i) for i in range(piece.first, piece.last + 1)]
        heads = [t.head for t in inside if t and t.head and not piece.first <= t.head.i <= piece.last]
        return any(role.first <= head.i <= role.last for head in heads)

    def noun(self, phrase: Phrase) -> str:
        """Return the head role noun of a phrase, "" where it has none."""
        role = phrase.roles[-1].role if phrase.roles else None
        return role.noun if role else ""

    def begins(self, piece: Piece, *prefixes: str) -> bool:
        """Whether the first token of a piece begins with one of the prefixes ("ex-soldier")."""
        token = self.token(piece.first)
        return token is not None and token.lower.startswith(prefixes)
