"""What can be part of a party's name: known names, the parser's names, role nouns, modifiers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from tidings.mention.actors.gazetteer import Gazetteer, Hit, words
from tidings.mention.actors.merging import merge
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.roles import WORDS, Modifier, Phrases, Role, singular
from tidings.mention.actors.spotting import counted, is_role
from tidings.records.document import Document, Entity, Sentence, Token

_NO_PARTY = frozenset(WORDS["no_party"]["names"])
_COURTESY = frozenset(WORDS["courtesy"]["words"])
_STYLES = frozenset(WORDS["style"]["words"])


_VERBAL = frozenset(["VBD", "VBN", "VBG", "VBZ"])
"""Tags of verb forms, whose lemma is no noun ("the court ordered" has no "court order")."""


_EX = "ex-"


class Spotter:
    """Cuts sentences into pieces."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        roles: Phrases[Role],
        modifiers: Phrases[Modifier],
        respell: Callable[[Piece], None],
    ) -> None:
        """`respell` makes a known name of a piece that is another spelling of one."""
        self._respell = respell
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
        known = [piece for piece in _hit_pieces(tokens, hits) if not _is_in_role(piece, roles)]
        names = merge(known, _entity_pieces(entities, roles))
        for name in names:
            self._respell(name)
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


def _is_in_role(piece: Piece, roles: Sequence[Piece]) -> bool:
    """Whether a short name is a role noun or a word of one ("King", "Bar" in "bar association")."""
    if piece.hit is None or not piece.hit.bare:
        return False
    return any(role.first <= piece.first and piece.last <= role.last for role in roles)


def _first(piece: Piece) -> int:
    return piece.first


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower.replace("’", "'")
    stripped = lower.rstrip(".") or lower
    if stripped.startswith(_EX) and token.upos in ("NOUN", "PROPN", "ADJ"):
        noun = stripped.removeprefix(_EX)
        return (stripped, noun, singular(noun))
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
