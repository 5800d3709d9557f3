"""What follows a role noun and belongs to it: "envoy to Paris", "Ministry of Health and Sport"."""

from __future__ import annotations

from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, is_person, owns
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.sentence_pieces import SentencePieces, links

_LINKS = frozenset(["of", "to", "for"])
_FOLLOWING = frozenset(["of", "to", "for", "in", "from", "at"])
_MINISTERIAL = tuple(WORDS["ministerial"]["words"])
_LANDS = frozenset(WORDS["land"]["words"])
_PARTS = frozenset(WORDS["part_of_land"]["words"])
_PORTFOLIO = frozenset(["NOUN", "PROPN", "ADJ", "CCONJ"])


class Rightward(SentencePieces):
    """Takes in what a role noun is of."""

    def extend_right(self, phrase: Phrase) -> None:
        """Take in up to two complements after the role noun of the phrase."""
        for _ in range(2):
            link = self.token(phrase.last + 1)
            if link is None or link.lower not in _FOLLOWING:
                return
            start = phrase.last + 2
            determiner = self.token(start)
            if determiner is not None and determiner.upos in ("DET", "NUM"):
                start += 1
            part = self.token(start)
            if part is not None and part.lower in _PARTS and link.lower not in _LINKS:
                start += 1
            piece = self.at.get(start)
            if piece and piece.last not in self.used and piece.named and owns(piece):
                if links(link, phrase.roles[-1].role):
                    phrase.after.append(piece)
                    phrase.last = piece.last
                    self._and_of(phrase, piece)
                    continue
            elif link.lower == "of" and self._take_in(phrase, start):
                continue
            if piece and piece.named and owns(piece) and link.lower not in _LINKS:
                phrase.place = phrase.place or self._land(piece)
            if link.lower != "of" or not self._portfolio(phrase, start):
                return

    def _land(self, town: Piece) -> Piece:
        """Return the name after a comma that says where a town lies ("Paris, Texas"), else the town."""
        comma, land = self.token(town.last + 1), self.at.get(town.last + 2)
        if comma is None or comma.text != "," or land is None or not land.named:
            return town
        tokens = [self.token(i) for i in range(land.first, land.last + 1)]
        hung = any(
            t is not None
            and t.head is not None
            and town.first <= t.head.i <= town.last
            and t.deprel != "conj"
            for t in tokens
        )
        return land if hung else town

    def _and_of(self, phrase: Phrase, first: Piece) -> None:
        """Take in the further names that a plural role is of: "foreign ministers of Mali and Niger"."""
        noun = self.token(phrase.roles[-1].last)
        if self.noun(phrase) in _LANDS:
            return
        while noun is not None and noun.xpos in PLURAL_TAGS:
            start = phrase.last + 1
            while (token := self.token(start)) and (token.lower in ("and", ",", "the")):
                start += 1
            piece, other = self.at.get(start), self.built.get(start)
            fitting = start > phrase.last + 1 and piece is not None and piece.first == start and owns(piece)
            if not fitting or piece is None or other is None or other.name is not piece or other.roles:
                return
            if not self.hangs_on(piece, first):
                return
            del self.built[start]
            phrase.after.append(piece)
            phrase.last = piece.last

    def _take_in(self, phrase: Phrase, start: int) -> bool:
        """Take in a role phrase after "of": "leader of the rebel group", "a group of tourists"."""
        inner = self.built.get(start)
        outer = phrase.roles[-1]
        if inner is None or outer.role is None or not inner.roles:
            return False
        if inner.name is not None and is_person(inner.name):
            return False
        role = inner.roles[-1].role
        fitting = outer.role.generic or (role is not None and role.kind == "body")
        if not fitting or not self.hangs_on(inner.roles[-1], outer):
            return False
        del self.built[start]
        phrase.last = inner.last
        named = [inner.name] if inner.name else []
        phrase.after += [*named, *inner.roles, *inner.modifiers, *inner.owners, *inner.after]
        return True

    def _portfolio(self, phrase: Phrase, start: int) -> bool:
        """Take in what a ministry or minister is of: "Ministry of Health and Sport"."""
        if not self.noun(phrase).endswith(_MINISTERIAL):
            return False
        end = start
        while (token := self.token(end)) and token.upos in _PORTFOLIO and end not in self.used:
            if end in self.at and self.at[end].named:
                break
            end += 1
        while end > start and (token := self.token(end - 1)) and token.upos in ("CCONJ", "ADJ"):
            end -= 1
        phrase.last = max(phrase.last, end - 1)
        return end > start
