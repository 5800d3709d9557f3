"""The pieces of a sentence that can be part of a party's name: known names, entities, role nouns, modifiers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.mention.actors.entries import LAST_DAY, Entry, Term
from tidings.mention.actors.gazetteer import Gazetteer, Hit, words
from tidings.mention.actors.roles import Found, Modifier, Phrases, Role
from tidings.records.document import Document, Entity, Sentence, Token

_ACTING = frozenset(["NOUN", "PROPN"])


@dataclass(slots=True)
class Piece:
    """A stretch of tokens of one sentence, `first` to `last` (document indices, inclusive).

    `hit` is set for a known name, `entity` for a name the parser found, `role` and `modifier` for the words
    around names. `inner` are the pieces that a longer name holds ("Ukrainian" in "Ukrainian Red Cross").
    """

    first: int
    last: int
    hit: Hit | None = None
    entity: Entity | None = None
    role: Role | None = None
    modifier: Modifier | None = None
    inner: tuple[Piece, ...] = ()

    @property
    def named(self) -> bool:
        """Whether the piece is a name."""
        return self.hit is not None or self.entity is not None


class Choice:
    """Which of several known actors a name stands for, by the day and by the countries of the document."""

    def __init__(self, day: str | None, votes: Counter[str]) -> None:
        self.day = day or LAST_DAY
        self.votes = votes

    def focus(self) -> str | None:
        """Return the country that the document is about, or None where no country leads clearly."""
        ranked = self.votes.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def pick(self, hit: Hit) -> Entry:
        """Return the likeliest entry of a name."""
        if len(hit.entries) == 1:
            return hit.entries[0]
        return max(hit.entries, key=self._likelihood)

    def _likelihood(self, entry: Entry) -> tuple[int, int, str]:
        term = self.term(entry)
        in_office = term is not None and term.covers(self.day)
        latest = max((t.start for t in entry.terms if t.start <= self.day), default="")
        return (2 * in_office + bool(entry.country and self.votes[entry.country]), self.votes[entry.country or ""], latest)

    def term(self, entry: Entry) -> Term | None:
        """Return the office that a person holds on the day, or held last before it."""
        return entry.term_on(self.day) or entry.last_term_before(self.day)


def vote(hits: Iterable[Hit]) -> Counter[str]:
    """Count the countries that the unambiguous names of a document belong to."""
    votes: Counter[str] = Counter()
    for hit in hits:
        countries = {entry.country for entry in hit.entries}
        country = next(iter(countries))
        if len(countries) == 1 and country and country.isalpha():
            votes[country] += 1
    for code in ("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"):
        votes.pop(code, None)
    return votes


class Spotter:
    """Cuts sentences into pieces."""

    def __init__(self, gazetteer: Gazetteer, roles: Phrases[Role], modifiers: Phrases[Modifier]) -> None:
        self._gazetteer = gazetteer
        self._roles = roles
        self._modifiers = modifiers

    def hits(self, document: Document, sentence: Sentence) -> list[Hit]:
        """Find the known names of a sentence."""
        found = words(document.text, sentence.start, sentence.end)
        return list(self._gazetteer.find(document.text, found)) if found else []

    def pieces(self, sentence: Sentence, hits: Sequence[Hit], entities: Sequence[Entity]) -> list[Piece]:
        """Return the pieces of a sentence in text order, not overlapping."""
        tokens = sentence.tokens
        names = _merge(_hit_pieces(tokens, hits), _entity_pieces(entities))
        taken = {i for piece in names for i in range(piece.first, piece.last + 1)}
        forms = [_forms(token) for token in tokens]
        base = tokens[0].i
        roles = self._role_pieces(tokens, forms, base)
        for name in names:
            name.inner = (*name.inner, *(r for r in roles if name.first <= r.first and r.last <= name.last))
        free = [r for r in roles if not taken.intersection(range(r.first, r.last + 1))]
        taken.update(i for piece in free for i in range(piece.first, piece.last + 1))
        modifiers = [
            Piece(base + found.first, base + found.last, modifier=found.value)
            for found in self._modifiers.find(forms)
            if not taken.intersection(range(base + found.first, base + found.last + 1))
        ]
        return sorted([*names, *free, *modifiers], key=_first)

    def _role_pieces(self, tokens: list[Token], forms: list[tuple[str, ...]], base: int) -> list[Piece]:
        found: list[Found[Role]] = self._roles.find(forms)
        return [
            Piece(base + role.first, base + role.last, role=role.value)
            for role in found
            if tokens[role.last].upos in _ACTING
        ]


def _first(piece: Piece) -> int:
    return piece.first


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower.replace("’", "'")
    stripped = lower.rstrip(".") or lower
    lemma = token.lemma.lower()
    return (stripped,) if lemma == stripped else (stripped, lemma)


def _hit_pieces(tokens: list[Token], hits: Sequence[Hit]) -> list[Piece]:
    starts = [token.start for token in tokens]
    pieces = []
    for hit in hits:
        first = max(0, bisect_right(starts, hit.start) - 1)
        last = max(first, bisect_right(starts, hit.end - 1) - 1)
        pieces.append(Piece(tokens[first].i, tokens[last].i, hit=hit))
    return pieces


def _entity_pieces(entities: Sequence[Entity]) -> list[Piece]:
    kept = (entity for entity in entities if entity.label != "MISC")
    return [Piece(entity.tokens[0].i, entity.tokens[-1].i, entity=entity) for entity in kept]


def _merge(known: list[Piece], found: list[Piece]) -> list[Piece]:
    """Join known names with the parser's: the longer wins, a known name over an entity of the same length."""
    names: list[Piece] = []
    for piece in sorted([*known, *found], key=_strength):
        over = [other for other in names if other.first <= piece.last and piece.first <= other.last]
        if not over:
            names.append(piece)
        elif len(over) == 1 and over[0].first <= piece.first and piece.last <= over[0].last:
            if piece.hit:
                over[0].inner = (*over[0].inner, piece)
            elif over[0].hit and over[0].entity is None:
                over[0].entity = piece.entity
    return sorted(names, key=_first)


def _strength(piece: Piece) -> tuple[int, bool, int]:
    sure = piece.hit is not None and not piece.hit.bare and any(e.kind == "person" for e in piece.hit.entries)
    return (-(piece.last - piece.first) - 100 * sure, piece.hit is None, piece.first)
