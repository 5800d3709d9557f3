"""Putting pieces together: the shortest phrase that names a party with its modifiers of role and country."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.mention.actors.leftward import Leftward
from tidings.mention.actors.phrase import Phrase, owns
from tidings.mention.actors.pieces import Piece
from tidings.mention.actors.rightward import Rightward
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.sentence_pieces import links
from tidings.mention.actors.spotting import number_of
from tidings.records.document import Sentence

_ONE = frozenset(["a", "an", "one", "another"])
_NEEDY = frozenset(WORDS["needs_owner"]["words"])
_WEAPONS = frozenset(WORDS["weapon"]["words"])
_QUANTITIES = frozenset(WORDS["quantity"]["words"])


def assemble(sentence: Sentence, pieces: Sequence[Piece]) -> list[Phrase]:
    """Build the phrases of a sentence, in text order, not overlapping."""
    builder = _Builder(sentence, pieces)
    for piece in reversed(pieces):
        builder.build(piece)
    return sorted(builder.built.values(), key=_first)


def _first(phrase: Phrase) -> int:
    return phrase.first


class _Builder(Rightward, Leftward):
    def build(self, piece: Piece) -> None:
        """Build the phrase that the piece heads, if it heads one."""
        if piece.modifier or piece.last in self.used or self._is_complement(piece):
            return
        if self._is_held(piece) or self._counts(piece):
            return
        phrase = Phrase(piece.first, piece.last, piece.first)
        if piece.role:
            phrase.roles.append(piece)
            self.extend_right(phrase)
        else:
            phrase.name = piece
        self.extend_left(phrase)
        if self._says_nothing(phrase):
            return
        self.used.update(range(phrase.first, phrase.last + 1))
        phrase.head = self._head(phrase)
        phrase.people = self._is_people(phrase.name)
        phrase.former = any(m.modifier and m.modifier.kind == "former" for m in phrase.modifiers)
        phrase.former |= any(self.begins(piece, "ex-") for piece in phrase.roles)
        self.built[phrase.first] = phrase

    def _is_complement(self, piece: Piece) -> bool:
        """Whether a name only says whose the role before it is ("president of Norway")."""
        if not piece.named or not owns(piece):
            return False
        at = piece.first - 1
        token = self.token(at)
        if token is not None and token.upos == "DET":
            at -= 1
            token = self.token(at)
        role = self.at.get(at - 1)
        if token is None or role is None or role.role is None or role.last in self.used:
            return False
        return not self._counts(role) and links(token, role.role) and self.hangs_on(piece, role)

    def _says_nothing(self, phrase: Phrase) -> bool:
        """Whether a noun that must say of whom ("head") stands alone."""
        if phrase.name or phrase.owners or phrase.after or phrase.roles[1:]:
            return False
        noun = self.noun(phrase)
        if noun in _WEAPONS:
            return not any(m.modifier and m.modifier.sector for m in phrase.modifiers)
        return not phrase.modifiers and noun in _NEEDY and not self._is_either(phrase)

    def _is_either(self, phrase: Phrase) -> bool:
        """Whether the phrase counts the parties to something ("the two sides", "both sides")."""
        token, following = self.token(phrase.last), self.token(phrase.last + 1)
        if token is None or self.noun(phrase) != "side" or (following and following.lower == "of"):
            return False
        return number_of(token) is not None

    def _counts(self, piece: Piece) -> bool:
        """Whether the piece only counts what follows ("thousands of protesters")."""
        following = self.token(piece.last + 1)
        counting = piece.role is not None and piece.role.noun in _QUANTITIES
        return counting and following is not None and following.lower == "of"

    def _is_held(self, piece: Piece) -> bool:
        """Whether the piece is the first half of a compound adjective ("rebel-held")."""
        hyphen, word = self.token(piece.last + 1), self.token(piece.last + 2)
        return bool(
            hyphen and word and hyphen.text == "-" and word.xpos in ("VBN", "VBD", "JJ") and piece.role
        )

    def _is_people(self, name: Piece | None) -> bool:
        demonym = name is not None and name.hit is not None and name.hit.entries[0].kind == "demonym"
        token = self.token(name.last) if name and demonym else None
        if token is None or token.deprel in ("amod", "compound"):
            return False
        counted = any(child.deprel in ("det", "nummod") and child.lower in _ONE for child in token.children)
        return token.xpos in ("NNS", "NNPS") or (token.upos in ("NOUN", "PROPN") and counted)

    def _head(self, phrase: Phrase) -> int:
        for i in range(phrase.first, phrase.last + 1):
            token = self.token(i)
            if token and (token.head is None or not phrase.first <= token.head.i <= phrase.last):
                if token.upos in ("PUNCT", "ADP"):
                    continue
                return i
        return phrase.last
