"""What can be part of a party's name: known names, the parser's names, role nouns, modifiers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.mention.actors.entries import LAST_DAY, Entry, Term
from tidings.mention.actors.gazetteer import Gazetteer, Hit, words
from tidings.mention.actors.roles import WORDS, Modifier, Phrases, Role, singular
from tidings.mention.actors.spotting import counted, is_role
from tidings.mention.places import gazetteer
from tidings.mention.places.gazetteer import Candidate
from tidings.records.document import Document, Entity, Sentence, Token

_NO_PARTY = frozenset(WORDS["no_party"]["names"])
_COURTESY = frozenset(WORDS["courtesy"]["words"])
_STYLES = frozenset(WORDS["style"]["words"])


_VERBAL = frozenset(["VBD", "VBN", "VBG", "VBZ"])
"""Tags of verb forms, whose lemma is no noun ("the court ordered" has no "court order")."""


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
        self.dated = day is not None
        self.votes = votes
        self._places: dict[str, str | None] = {}

    def locate(self, name: str) -> str | None:
        """Return the country of a place of the gazetteer, preferring the countries of the document."""
        if name not in self._places:
            candidates = gazetteer.load().lookup(name)
            best = max(candidates, key=self._nearness, default=None)
            self._places[name] = best.country if best else None
        return self._places[name]

    def _nearness(self, candidate: Candidate) -> float:
        return candidate.prior + (1.5 if candidate.country and self.votes[candidate.country] else 0.0)

    def count_places(self, entities: Iterable[Entity]) -> None:
        """Let the places that the parser found and no table has count for their countries."""
        names = [entity.text for entity in entities if entity.label == "LOC"]
        self.votes += Counter(country for name in names if (country := self.locate(name)))
        self._places.clear()

    def focus(self) -> str | None:
        """Return the country that the document is about, or None where no country leads clearly."""
        ranked = self.votes.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def pick(self, hit: Hit) -> Entry:
        """Return the likeliest entry of a name.

        A name that many states use ("Senate") is the institution of the country that the document is about.
        """
        best = hit.entries[0] if len(hit.entries) == 1 else max(hit.entries, key=self._likelihood)
        if hit.weak and not self.votes[best.country or ""] and (focus := self.focus()):
            return replace(best, key=f"{best.key}:{focus}", country=focus)
        return best

    def _likelihood(self, entry: Entry) -> tuple[int, int, str]:
        term = self.term(entry)
        in_office = term is not None and term.covers(self.day)
        latest = max((t.start for t in entry.terms if t.start <= self.day), default="")
        return (
            2 * in_office + bool(entry.country and self.votes[entry.country]),
            self.votes[entry.country or ""],
            latest,
        )

    def term(self, entry: Entry) -> Term | None:
        """Return the office that a person holds on the day, or held last before it."""
        return entry.term_on(self.day) or entry.last_term_before(self.day)


def vote(hits: Iterable[Hit]) -> Counter[str]:
    """Count the countries that the unambiguous names of a document belong to."""
    votes: Counter[str] = Counter()
    for hit in hits:
        if hit.weak:
            continue
        countries = {entry.country for entry in hit.entries if "JRN" not in entry.sectors} or {None}
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
        return self.find(document.text, sentence.start, sentence.end)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Find the known names of a stretch of text."""
        found = words(text, start, end)
        return list(self._gazetteer.find(text, found)) if found else []

    def pieces(self, sentence: Sentence, hits: Sequence[Hit], entities: Sequence[Entity]) -> list[Piece]:
        """Return the pieces of a sentence in text order, not overlapping."""
        tokens = sentence.tokens
        forms = [_forms(token) for token in tokens]
        base = tokens[0].i
        roles = self._role_pieces(tokens, forms, base)
        names = _merge(_hit_pieces(tokens, hits), _entity_pieces(entities, roles))
        taken = {i for piece in names for i in range(piece.first, piece.last + 1)}
        for name in names:
            name.inner = (*name.inner, *(r for r in roles if name.first <= r.first and r.last <= name.last))
        free = [r for role in roles for r in self._free(role, taken, forms, base)]
        taken.update(i for piece in free for i in range(piece.first, piece.last + 1))
        modifiers = [
            Piece(base + found.first, base + found.last, modifier=found.value)
            for found in self._modifiers.find(forms)
            if not taken.intersection(range(base + found.first, base + found.last + 1))
        ]
        return sorted([*names, *free, *modifiers], key=_first)

    def _free(self, role: Piece, taken: set[int], forms: list[tuple[str, ...]], base: int) -> Iterator[Piece]:
        """Yield the role where no name has its words, or what a name before it leaves ("House Speaker")."""
        over = [i for i in range(role.first, role.last + 1) if i in taken]
        if not over:
            yield role
        elif role.last not in taken:
            start = over[-1] + 1
            for found in self._roles.find(forms[start - base : role.last + 1 - base]):
                if start + found.last == role.last:
                    yield Piece(start + found.first, role.last, role=found.value)

    def _role_pieces(self, tokens: list[Token], forms: list[tuple[str, ...]], base: int) -> list[Piece]:
        found = [role for role in self._roles.find(forms) if is_role(tokens, role)]
        found += counted(tokens)
        return [Piece(base + role.first, base + role.last, role=role.value) for role in found]


def _first(piece: Piece) -> int:
    return piece.first


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower.replace("’", "'")
    stripped = lower.rstrip(".") or lower
    if token.upos == "VERB" and token.xpos in _VERBAL and token.text[0].islower():
        return (stripped,)
    lemma = singular(stripped) if token.upos == "PROPN" else token.lemma.lower()
    return (stripped,) if lemma == stripped else (stripped, lemma)


def _hit_pieces(tokens: list[Token], hits: Sequence[Hit]) -> list[Piece]:
    starts = [token.start for token in tokens]
    pieces = []
    for hit in hits:
        first = max(0, bisect_right(starts, hit.start) - 1)
        last = max(first, bisect_right(starts, hit.end - 1) - 1)
        pieces.append(Piece(tokens[first].i, tokens[last].i, hit=hit))
    return pieces


def _entity_pieces(entities: Sequence[Entity], roles: Sequence[Piece]) -> list[Piece]:
    """Return the parser's names as pieces, without titles before them; plain roles are no names."""
    begin = {role.first: role for role in roles}
    titles = [r for r in roles if r.role and r.role.kind == "person" and r.last > r.first + 1]
    pieces = []
    for entity in entities:
        if entity.label == "MISC" or entity.text in _NO_PARTY:
            continue
        polite = entity.tokens[0].lower in _COURTESY and len(entity.tokens) > 1
        first, last = entity.tokens[polite].i, entity.tokens[-1].i
        role = begin.get(first)
        if role is not None and role.last >= last:
            continue
        if any(title.first < first and last == title.last for title in titles):
            continue
        if role is not None and entity.label == "PERSON" and not _is_style(role):
            first = role.last + 1
        pieces.append(Piece(first, last, entity=entity))
    return pieces


def _is_style(role: Piece) -> bool:
    """Whether a title belongs to the name itself ("Queen Elizabeth")."""
    return role.role is not None and role.role.noun in _STYLES


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
    sure = piece.hit is not None and not piece.hit.bare and any(_is_sure(e, piece) for e in piece.hit.entries)
    return (-(piece.last - piece.first) - 100 * sure, piece.hit is None, piece.first)


def _is_sure(entry: Entry, piece: Piece) -> bool:
    """Whether a known name wins over a longer one of the parser: a person's, a long one of a body."""
    return entry.kind == "person" or (entry.kind == "organisation" and piece.last - piece.first > 1)
