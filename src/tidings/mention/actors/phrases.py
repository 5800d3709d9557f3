"""Putting pieces together: the shortest phrase that names a party with its modifiers of role and country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidings.mention.actors.leftward import Leftward
from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, owns
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.rightward import Rightward
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.sentence_pieces import links
from tidings.mention.actors.spotting import number_of
from tidings.records.document import Sentence

_ONE = frozenset(["a", "an", "one", "another"])
_NEEDY = frozenset(WORDS["needs_owner"]["words"])
_WEAPONS = frozenset(WORDS["weapon"]["words"])
_SELF_RULE = frozenset(WORDS["self_rule"]["words"])
_PREMODIFIED = frozenset(WORDS["premodified"]["words"])
_ITSELF = frozenset(WORDS["itself"]["words"])
_BRANCHES = frozenset(WORDS["branch"]["words"])
_SOURCES = frozenset(WORDS["source"]["words"])
_QUANTITIES = frozenset(WORDS["quantity"]["words"])


def assemble(sentence: Sentence, pieces: Sequence[Piece]) -> list[Phrase]:
    """Build the phrases of a sentence, in text order, not overlapping."""
    builder = _Builder(sentence, pieces)
    for piece in reversed(pieces):
        builder.build(piece)
    return sorted(builder.built.values(), key=_first)


def _first(phrase: Phrase) -> int:
    return phrase.first


def _land(piece: Piece) -> Piece:
    """Return the region that a people governs, where it does; else the piece as it is."""
    land = piece.hit.entries[0].land if piece.hit else None
    return replace(piece, hit=replace(piece.hit, entries=(land,))) if piece.hit and land else piece


def _is_body(piece: Piece) -> bool:
    """Whether a piece is the name of a body."""
    if piece.hit:
        return piece.hit.entries[0].kind == "organisation"
    return piece.entity is not None and piece.entity.label == "ORG"


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
            if piece.role.noun not in _PREMODIFIED:
                self.extend_right(phrase)
        else:
            phrase.name = piece
        self.extend_left(phrase)
        if self._says_nothing(phrase):
            return
        if self.noun(phrase) in _SELF_RULE:
            phrase.owners = [_land(piece) for piece in phrase.owners]
        self._name_itself(phrase)
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
        if role.role.noun in _PREMODIFIED:
            return False
        return not self._counts(role) and links(token, role.role) and self.hangs_on(piece, role)

    def _name_itself(self, phrase: Phrase) -> None:
        """Take a body's name before a noun that only says what it is for the name ("the Fatah movement")."""
        if phrase.name or not phrase.owners or self.noun(phrase) not in _ITSELF:
            return
        owner, noun = phrase.owners[-1], self.token(phrase.last)
        if owner.hit is None or noun is None or noun.xpos in PLURAL_TAGS:
            return
        if _is_body(owner) and owner.last + 1 == phrase.roles[-1].first and not phrase.after:
            phrase.name = phrase.owners.pop()

    def _says_nothing(self, phrase: Phrase) -> bool:
        """Whether a noun that must say of whom ("head") stands alone."""
        noun = self.noun(phrase)
        if noun in _BRANCHES:
            return not any(_is_body(piece) for piece in (*phrase.owners, *phrase.after))
        if noun in _SOURCES:
            return not any(owner.last + 1 == phrase.roles[-1].first for owner in phrase.owners)
        if phrase.name or phrase.owners or phrase.after or phrase.roles[1:]:
            return False
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
        """Whether the piece is the first half of a compound adjective ("rebel-held").

        A name is so only where what it describes is a party itself ("Iranian-backed Houthi rebels").
        """
        hyphen, word = self.token(piece.last + 1), self.token(piece.last + 2)
        if not hyphen or not word or hyphen.text != "-" or word.xpos not in ("VBN", "VBD", "JJ"):
            return False
        return bool(piece.role) or (word.head is not None and word.head.i in self.used)

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
