"""Putting pieces together: the shortest phrase that names a party with its modifiers of role and country."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, is_person, owns
from tidings.mention.actors.pieces import Piece
from tidings.mention.actors.roles import WORDS, Role
from tidings.mention.actors.spotting import number_of
from tidings.records.document import Sentence, Token

_BACKING = frozenset(WORDS["backing"]["words"])
_LINKS = frozenset(["of", "to", "for"])
_FOLLOWING = frozenset(["of", "to", "for", "in", "from", "at"])
_SENT = tuple(WORDS["sent"]["words"])
_MINISTERIAL = tuple(WORDS["ministerial"]["words"])
_LANDS = frozenset(WORDS["land"]["words"])
_PORTFOLIO = frozenset(["NOUN", "PROPN", "ADJ", "CCONJ"])
_ONE = frozenset(["a", "an", "one", "another"])
_NEEDY = frozenset(WORDS["needs_owner"]["words"])
_WEAPONS = frozenset(WORDS["weapon"]["words"])
_QUANTITIES = frozenset(WORDS["quantity"]["words"])
_INNER = frozenset(["amod", "compound", "nmod:desc", "nmod", "flat", "nmod:unmarked", "goeswith"])


def _links(token: Token, role: Role | None) -> bool:
    """Whether a word joins a role noun with what it is of ("envoy to Paris", "MP for Leeds")."""
    if token.lower == "of" or role is None:
        return token.lower == "of"
    seated = role.sector == "LEG" and role.kind == "person" and token.lower == "for"
    return seated or (token.lower in _LINKS and role.noun.endswith(_SENT))


def assemble(sentence: Sentence, pieces: Sequence[Piece]) -> list[Phrase]:
    """Build the phrases of a sentence, in text order, not overlapping."""
    builder = _Builder(sentence, pieces)
    for piece in reversed(pieces):
        builder.build(piece)
    return sorted(builder.built.values(), key=_first)


def _first(phrase: Phrase) -> int:
    return phrase.first


class _Builder:
    def __init__(self, sentence: Sentence, pieces: Sequence[Piece]) -> None:
        self.base = sentence.tokens[0].i
        self.tokens = sentence.tokens
        self.at = {i: piece for piece in pieces for i in range(piece.first, piece.last + 1)}
        self.used: set[int] = set()
        self.built: dict[int, Phrase] = {}

    def token(self, i: int) -> Token | None:
        at = i - self.base
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def build(self, piece: Piece) -> None:
        """Build the phrase that the piece heads, if it heads one."""
        if piece.modifier or piece.last in self.used or self._is_complement(piece):
            return
        if self._is_held(piece) or self._counts(piece):
            return
        phrase = Phrase(piece.first, piece.last, piece.first)
        if piece.role:
            phrase.roles.append(piece)
            self._extend_right(phrase)
        else:
            phrase.name = piece
        self._extend_left(phrase)
        if self._says_nothing(phrase):
            return
        self.used.update(range(phrase.first, phrase.last + 1))
        phrase.head = self._head(phrase)
        phrase.people = self._is_people(phrase.name)
        phrase.former = any(m.modifier and m.modifier.kind == "former" for m in phrase.modifiers)
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
        return not self._counts(role) and _links(token, role.role) and self._hangs_on(piece, role)

    def _says_nothing(self, phrase: Phrase) -> bool:
        """Whether a noun that must say of whom ("head") stands alone."""
        if phrase.name or phrase.owners or phrase.after or phrase.roles[1:]:
            return False
        noun = self._noun(phrase)
        if noun in _WEAPONS:
            return not any(m.modifier and m.modifier.sector for m in phrase.modifiers)
        return not phrase.modifiers and noun in _NEEDY and not self._is_either(phrase)

    def _is_either(self, phrase: Phrase) -> bool:
        """Whether the phrase counts the parties to something ("the two sides", "both sides")."""
        token, following = self.token(phrase.last), self.token(phrase.last + 1)
        if token is None or self._noun(phrase) != "side" or (following and following.lower == "of"):
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

    def _hangs_on(self, piece: Piece, role: Piece) -> bool:
        """Whether the tree has the piece below the role noun."""
        inside = [self.token(i) for i in range(piece.first, piece.last + 1)]
        heads = [t.head for t in inside if t and t.head and not piece.first <= t.head.i <= piece.last]
        return any(role.first <= head.i <= role.last for head in heads)

    def _head(self, phrase: Phrase) -> int:
        for i in range(phrase.first, phrase.last + 1):
            token = self.token(i)
            if token and (token.head is None or not phrase.first <= token.head.i <= phrase.last):
                if token.upos in ("PUNCT", "ADP"):
                    continue
                return i
        return phrase.last

    def _extend_right(self, phrase: Phrase) -> None:
        for _ in range(2):
            link = self.token(phrase.last + 1)
            if link is None or link.lower not in _FOLLOWING:
                return
            start = phrase.last + 2
            determiner = self.token(start)
            if determiner is not None and determiner.upos in ("DET", "NUM"):
                start += 1
            piece = self.at.get(start)
            if piece and piece.last not in self.used and piece.named and owns(piece):
                if _links(link, phrase.roles[-1].role):
                    phrase.after.append(piece)
                    phrase.last = piece.last
                    self._and_of(phrase, piece)
                    continue
            elif link.lower == "of" and self._take_in(phrase, start):
                continue
            if piece and piece.named and owns(piece) and link.lower not in _LINKS:
                phrase.place = phrase.place or piece
            if link.lower != "of" or not self._portfolio(phrase, start):
                return

    def _and_of(self, phrase: Phrase, first: Piece) -> None:
        """Take in the further names that a plural role is of: "foreign ministers of Mali and Niger"."""
        noun = self.token(phrase.roles[-1].last)
        if self._noun(phrase) in _LANDS:
            return
        while noun is not None and noun.xpos in PLURAL_TAGS:
            start = phrase.last + 1
            while (token := self.token(start)) and (token.lower in ("and", ",", "the")):
                start += 1
            piece, other = self.at.get(start), self.built.get(start)
            fitting = start > phrase.last + 1 and piece is not None and piece.first == start and owns(piece)
            if not fitting or piece is None or other is None or other.name is not piece or other.roles:
                return
            if not self._hangs_on(piece, first):
                return
            del self.built[start]
            phrase.after.append(piece)
            phrase.last = piece.last

    def _take_in(self, phrase: Phrase, start: int) -> bool:
        """Take in a role phrase after "of": "leader of the rebel group", "a group of tourists"."""
        inner = self.built.get(start)
        outer = phrase.roles[-1]
        if inner is None or inner.name is not None or outer.role is None or not inner.roles:
            return False
        role = inner.roles[-1].role
        fitting = outer.role.generic or (role is not None and role.kind == "body")
        if not fitting or not self._hangs_on(inner.roles[-1], outer):
            return False
        del self.built[start]
        phrase.last = inner.last
        phrase.after += [*inner.roles, *inner.modifiers, *inner.owners, *inner.after]
        return True

    def _noun(self, phrase: Phrase) -> str:
        role = phrase.roles[-1].role
        return role.noun if role else ""

    def _portfolio(self, phrase: Phrase, start: int) -> bool:
        """Take in what a ministry or minister is of: "Ministry of Health and Sport"."""
        if not self._noun(phrase).endswith(_MINISTERIAL):
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

    def _extend_left(self, phrase: Phrase) -> None:
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
        """Whether "and" joins two states before a plural role: "Malian and Nigerien troops"."""
        token, piece = self.token(at), self.at.get(at - 1)
        if token is None or token.lower != "and" or not phrase.owners or piece is None:
            return False
        noun, joined = self.token(phrase.last), phrase.owners[0]
        plural = noun is not None and noun.xpos in PLURAL_TAGS and phrase.name is None
        states = all(p.hit and p.hit.entries[0].kind in ("state", "demonym") for p in (piece, joined))
        return plural and states and joined.first == at + 1 and self._hangs_on(piece, phrase.roles[-1])

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
        if not owns(piece) or not (phrase.roles or person or self._is_adjective(piece)):
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

    def _is_adjective(self, piece: Piece) -> bool:
        return piece.hit is not None and piece.hit.entries[0].kind in ("demonym", "region")

    def _backs(self, owner: Piece) -> bool:
        following = [self.token(owner.last + 1), self.token(owner.last + 2)]
        hyphen, word = following
        return bool(hyphen and word and hyphen.text in ("-", "–") and word.lower in _BACKING)
