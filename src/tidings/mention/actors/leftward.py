"""What stands before a noun or name and belongs to it: modifiers, owners, titles."""

from __future__ import annotations

from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, is_person, owns
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.sentence_pieces import SentencePieces
from tidings.records.document import Token

_BACKING = frozenset(WORDS["backing"]["words"])
_COLLECTIVE = frozenset(WORDS["collective"]["words"])
_LINKS = frozenset(["of", "to", "for"])
_MINISTERIAL = tuple(WORDS["ministerial"]["words"])
_PORTFOLIO = frozenset(["NOUN", "PROPN", "ADJ", "CCONJ"])
_INNER = frozenset(["amod", "compound", "nmod:desc", "nmod", "flat", "nmod:unmarked", "goeswith"])


class Leftward(SentencePieces):
    """Takes in the words before the head of a phrase."""

    def extend_left(self, phrase: Phrase) -> None:
        """Take in what stands before the phrase: modifiers, owners, an office before a name."""
        person = phrase.name is not None and is_person(phrase.name)
        if phrase.name is not None and not person and not owns(phrase.name):
            return
        if (
            phrase.name is not None
            and phrase.name.hit
            and phrase.name.hit.entries[0].kind in ("state", "capital", "demonym", "region")
        ):
            return
        if person:
            self._office_before(phrase)
            self._portfolio_before(phrase)
        self._walk(phrase, person=person)

    def _office_before(self, phrase: Phrase) -> None:
        """Take in an office before a name: "Ambassador to the United Nations Jane Roe"."""
        piece = self.at.get(phrase.first - 1)
        if piece is None or not piece.named or not owns(piece):
            return
        at = piece.first - 1
        token = self.token(at)
        if token and token.upos == "DET":
            at -= 1
            token = self.token(at)
        office = self.at.get(at - 1)
        if token and token.lower in _LINKS and office and office.role:
            phrase.after.append(piece)
            phrase.roles.insert(0, office)
            phrase.first = office.first

    def _portfolio_before(self, phrase: Phrase) -> None:
        """Take in an office with what it is of before a name: "Minister of Trade Jane Roe"."""
        at = phrase.first - 1
        while (token := self.token(at)) and token.upos in _PORTFOLIO and at not in self.at:
            at -= 1
        office = self.at.get(at - 1)
        if (
            token is None
            or token.lower != "of"
            or at == phrase.first - 1
            or office is None
            or not office.role
        ):
            return
        if office.role.noun.endswith(_MINISTERIAL):
            phrase.roles.insert(0, office)
            phrase.first = office.first

    def _walk(self, phrase: Phrase, *, person: bool) -> None:
        at, pending = phrase.first - 1, 0
        while (token := self.token(at)) is not None and at not in self.used:
            piece = self.at.get(at)
            if piece is not None:
                if not self._accept(phrase, piece, person=person):
                    return
                pending = 0
                phrase.first = piece.first if not piece.modifier or phrase.roles else phrase.first
                at = piece.first - 1
            elif token.text == ")" and (opening := self._bracketed_title(at)):
                phrase.first, at = opening, opening - 1
            elif self._joins_owners(phrase, at):
                at -= 1
            elif token.xpos == "POS":
                owner = self.at.get(at - 1)
                if owner is not None and owner.named and owns(owner) and owner.last not in self.used:
                    phrase.owners.insert(0, owner)
                    phrase.first = owner.first
                return
            elif self._passes(phrase, token) and pending < 2:
                pending += 1
                at -= 1
            else:
                return

    def _bracketed_title(self, at: int) -> int | None:
        """Return where a bracketed short form of the title before it begins: "Member of Parliament (MP)"."""
        short, opening, title = self.token(at - 1), self.token(at - 2), self.at.get(at - 3)
        fits = short and opening and opening.text == "(" and short.text.isupper() and len(short.text) < 7
        return (
            opening.i if fits and opening and title and title.role and title.role.kind == "person" else None
        )

    def _joins_owners(self, phrase: Phrase, at: int) -> bool:
        """Whether "and" or a comma joins two states before a plural role: "Malian and Nigerien troops"."""
        token, piece = self.token(at), self.at.get(at - 1)
        if token is None or token.lower not in ("and", ",") or not phrase.owners or piece is None:
            return False
        noun, joined = self.token(phrase.last), phrase.owners[0]
        several = noun is not None and (noun.xpos in PLURAL_TAGS or noun.lower in _COLLECTIVE)
        states = all(p.hit and p.hit.entries[0].kind in ("state", "demonym") for p in (piece, joined))
        fitting = several and phrase.name is None and states and joined.first == at + 1
        return fitting and self._hangs_in_list(piece, phrase.roles[-1])

    def _hangs_in_list(self, piece: Piece, role: Piece) -> bool:
        """Whether a name, or the one that it is listed with, hangs on the role noun."""
        token = self.token(piece.first)
        while token is not None and token.deprel == "conj":
            token = token.head
        return token is not None and token.head is not None and role.first <= token.head.i <= role.last

    def _passes(self, phrase: Phrase, token: Token) -> bool:
        """Whether the walk may pass over a word that is no piece: a hyphen, a modifier inside."""
        if token.xpos == "HYPH" or token.text in ("-", "–"):
            return True
        inside = token.head is not None and token.i < token.head.i <= phrase.last
        return (
            bool(phrase.roles)
            and inside
            and token.deprel in _INNER
            and token.upos in ("ADJ", "NOUN", "PROPN", "VERB")
        )

    def _accept(self, phrase: Phrase, piece: Piece, *, person: bool) -> bool:
        if piece.modifier:
            token = self.token(piece.last)
            if token is not None and token.upos == "VERB" and token.deprel not in _INNER:
                return False
            phrase.modifiers.insert(0, piece)
            return bool(phrase.roles) or person
        if piece.role:
            if phrase.name is not None and not phrase.roles and not self._names(phrase, piece, person=person):
                return False
            phrase.roles.insert(0, piece)
            return True
        if not owns(piece) or not (phrase.roles or person or self._describes(phrase, piece)):
            return False
        if not self._backs(piece):
            phrase.owners.insert(0, piece)
        return True

    def _names(self, phrase: Phrase, role: Piece, *, person: bool) -> bool:
        """Whether a role noun before a name describes its bearer."""
        if role.role is None or role.last + 1 != phrase.first:
            return False
        if person:
            return role.role.kind == "person"
        return role.role.kind != "person" and role.role.noun not in ("state", "government")

    def _describes(self, phrase: Phrase, piece: Piece) -> bool:
        """Whether a name before that of a body says of which land it is ("Peruvian", "US" before a name)."""
        kind = piece.hit.entries[0].kind if piece.hit else ""
        if kind == "state" and phrase.name is not None and piece.last + 1 == phrase.first:
            token = self.token(piece.first)
            hung = token is not None and token.deprel in ("compound", "nmod:desc", "nmod:unmarked")
            return hung and self.hangs_on(piece, phrase.name)
        return kind in ("demonym", "region")

    def _backs(self, owner: Piece) -> bool:
        if self.begins(owner, "anti-", "pro-"):
            return True
        before = [self.token(owner.first - 1), self.token(owner.first - 2)]
        if all(before) and before[0].text == "-" and before[1].lower in ("anti", "pro"):  # type: ignore[union-attr]
            return True
        following = [self.token(owner.last + 1), self.token(owner.last + 2)]
        hyphen, word = following
        return bool(hyphen and word and hyphen.text in ("-", "–") and word.lower in _BACKING)
