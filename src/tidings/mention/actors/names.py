"""What the names of a document tell of each other: full names behind short ones, and gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tidings.mention.actors.choice import Choice
from tidings.mention.actors.entries import Term
from tidings.mention.actors.gazetteer import Hit, fold, name_parts
from tidings.mention.actors.likeness import name_words
from tidings.mention.actors.namesakes import Called
from tidings.mention.actors.offices import titles_of
from tidings.mention.actors.phrase import Phrase
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.references import TABLE, gender_of_name
from tidings.mention.actors.roles import Role
from tidings.records.document import Document, Entity

_COURTESY = frozenset(["mr", "mrs", "ms", "miss"])
_RANKS = frozenset(["MIL", "JUD", "REL", "LEG"])
"""Sectors whose people bear the name of their rank before their own."""


def gender_of_title(phrase: Phrase, document: Document) -> str | None:
    """Return the gender that a word of the phrase or one of courtesy before it tells ("Mrs X")."""
    titles: dict[str, str] = TABLE["titles"]
    before = document.tokens[phrase.first - 1] if phrase.first else None
    polite = before is not None and before.lower.rstrip(".") in _COURTESY
    tokens = document.tokens[phrase.first - polite : phrase.last + 1]
    return next((titles[t.lower.rstrip(".")] for t in tokens if t.lower.rstrip(".") in titles), None)


def called(phrase: Phrase, document: Document, sentence: int) -> Called:
    """Return how a phrase with a person's name names them."""
    assert phrase.name is not None  # noqa: S101  (the caller has looked)
    first, last = document.tokens[phrase.name.first], document.tokens[phrase.name.last]
    words = name_words(document.text[first.start : last.end])
    title = phrase.roles[-1].role if phrase.roles else None
    gender = gender_of_title(phrase, document)
    gender = gender or (gender_of_name(first.text) if len(words) > 1 else None)
    return Called(words, sentence, gender, title.noun if title else None)


def overlaps(entity: Entity, hits: Sequence[Hit]) -> bool:
    """Whether a known name covers a part of an entity."""
    return any(hit.start < entity.end and entity.start < hit.end for hit in hits)


def entities_by_sentence(document: Document) -> dict[int, list[Entity]]:
    """Return the entities by the number of their sentence."""
    found: dict[int, list[Entity]] = defaultdict(list)
    for entity in document.entities:
        found[entity.tokens[0].sentence.i].append(entity)
    return found


class FullNames:
    """The full names of a document, which support the short forms of the same names."""

    def __init__(self, hits: Sequence[Sequence[Hit]], entities: Sequence[Entity]) -> None:
        full = (entry for found in hits for hit in found if not hit.bare for entry in hit.entries)
        self.known = {entry.key for entry in full if entry.kind == "person"}
        people = [entity for entity in entities if entity.label == "PERSON" and len(entity.tokens) > 1]
        self.others = {word for entity in people for word in name_parts(entity.text)}
        self._named = {fold(entity.text) for entity in people}

    def supported(self, pieces: Sequence[Piece], choice: Choice, document: Document) -> list[Piece]:
        """Return the pieces of a sentence that stay known names or the parser's."""
        titles = {piece.last + 1: piece.role for piece in pieces if piece.role}
        for piece in pieces:
            if piece.wider is not None and self._is_other(piece, pieces):
                piece.entity, piece.hit, piece.last = piece.wider, None, piece.wider.tokens[-1].i
        return [p for p in pieces if self._supports(p, titles.get(p.first), choice, document)]

    def _is_other(self, piece: Piece, pieces: Sequence[Piece]) -> bool:
        """Whether a known name that goes on is another's: "Jr." says so, or the known name elsewhere."""
        if piece.hit is None or piece.wider is None:
            return False
        last = piece.wider.tokens[-1]
        apart = not any(p is not piece and p.first <= last.i and piece.first <= p.last for p in pieces)
        names = {fold(name) for entry in piece.hit.entries for name in entry.names}
        return apart and (last.lower.strip(".") in ("jr", "sr") or bool(names & self._named))

    def _supports(self, piece: Piece, title: Role | None, choice: Choice, document: Document) -> bool:
        """Whether a piece stays a known name. One that does not may stay as the parser's entity."""
        hit = piece.hit
        if hit is None or not hit.bare:
            return True
        if hit.entries[0].kind != "person":
            return _keeps_body(piece, hit, choice)
        named = tuple(entry for entry in hit.entries if entry.key in self.known)
        if named:
            piece.hit = Hit(hit.start, hit.end, named)
            return True
        other = fold(document.text[hit.start : hit.end]) in self.others
        if not other and title is not None and (titled := _titled(hit, title, choice)):
            piece.hit = titled
            return True
        if not other and self._in_office(piece, choice, document):
            return True
        piece.hit = None
        return piece.entity is not None

    def _in_office(self, piece: Piece, choice: Choice, document: Document) -> bool:
        """Whether a lone surname can only be the holder of a high office on the day."""
        hit = _of_offices(piece.hit)
        token = document.tokens[piece.last]
        inside_longer = any(
            child.deprel in ("flat", "compound") and child.upos == "PROPN" for child in token.children
        )
        if hit is None or inside_longer or token.deprel == "flat" or token.upos != "PROPN":
            return False
        if piece.entity is not None and piece.entity.label != "PERSON":
            return False
        entry = choice.pick(hit)
        if not any(term.sector == "GOV" for term in entry.terms):
            return False
        piece.hit = hit
        if len(hit.entries) == 1 and piece.entity is not None:
            return choice.term(entry) is not None
        term = entry.term_on(choice.day)
        return term is not None and choice.votes[term.country] > 0


def _keeps_body(piece: Piece, hit: Hit, choice: Choice) -> bool:
    """Whether a body's name of one word is supported by its country, or stands without any context."""
    if not choice.votes or any(choice.votes[entry.country or ""] for entry in hit.entries):
        return True
    piece.hit = None
    return piece.entity is not None


def _titled(hit: Hit, title: Role, choice: Choice) -> Hit | None:
    """Return a short name with the one person of it who holds the office named before it ("Senator X")."""
    titles = titles_of(title.noun)
    terms = [(entry, term) for entry in hit.entries if (term := entry.term_on(choice.day))]
    held = [entry for entry, term in terms if _title(term) in titles or _is_rank(title, term, choice)]
    return Hit(hit.start, hit.end, (held[0],)) if len(held) == 1 else None


def _is_rank(title: Role, term: Term, choice: Choice) -> bool:
    """Whether the title is a rank ("Gen. X", "Judge X") of somebody of a country that the text is about."""
    ranked = title.sector == term.sector and title.sector in _RANKS
    return ranked and title.kind == "person" and (choice.votes[term.country] > 0 or not choice.votes)


def _title(term: Term) -> str:
    return term.office.partition(" of ")[0]


def _of_offices(hit: Hit | None) -> Hit | None:
    """Return a hit without the people whose surname alone does not mean them, None where nobody is left."""
    if hit is None:
        return None
    left = tuple(entry for entry in hit.entries if entry.alone)
    return Hit(hit.start, hit.end, left, hit.bare, hit.weak) if left else None
