"""Other spellings of known names: "Hizballah" of an armed group, "Moamer Gaddafi" of a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tidings.mention.actors.entries import Entry
from tidings.mention.actors.gazetteer import Hit
from tidings.mention.actors.likeness import alike, name_words, similar, sound
from tidings.mention.actors.piece import Piece
from tidings.mention.actors.references import gender_of_name

_ARMED = frozenset(["REB", "PRM", "UAF"])
"""Sectors of the groups whose names are transliterated now so, now so."""
_LONG, _WHOLE = 6, 9
"""Letters that one word of a name, or all together, must have for it to be known by its sound."""
_SURE = 8
"""Letters from which what the parser takes for a person's name can be a group's."""

Words = tuple[str, ...]


class Spellings:
    """The names of armed groups by sound."""

    def __init__(self, known: Iterable[Entry]) -> None:
        self._by_sound: dict[Words, list[tuple[Words, Entry]]] = defaultdict(list)
        for entry in known:
            if entry.kind == "organisation" and _ARMED.intersection(entry.sectors[:1]):
                for name in (*entry.names, *entry.short):
                    words = name_words(name)
                    if is_long(words):
                        self._by_sound[tuple(map(sound, words))].append((words, entry))

    def add_hit(self, piece: Piece) -> None:
        """Make a known name of a name that the parser found and that is another spelling of one."""
        if piece.hit is not None or piece.entity is None:
            return
        entity = piece.entity
        entries = _people(piece)
        if not entries and (entity.label != "PERSON" or len(entity.text) >= _SURE):
            entries = self.groups(entity.text)
        if len(entries) == 1:
            piece.hit = Hit(entity.start, entity.end, entries)

    def groups(self, name: str) -> tuple[Entry, ...]:
        """Return the armed groups of whose names a name is another spelling."""
        words = name_words(name)
        if not is_long(words):
            return ()
        near = self._by_sound.get(tuple(map(sound, words)), ())
        return tuple(dict.fromkeys(entry for other, entry in near if same_spelling(words, other)))


def is_long(words: Words) -> bool:
    """Whether a name is long enough to be known by its sound."""
    return any(len(word) >= _LONG for word in words) or sum(map(len, words)) >= _WHOLE


def same_spelling(one: Words, other: Words) -> bool:
    """Whether two names of bodies have the same words, each perhaps spelt otherwise."""
    return len(one) == len(other) and all(map(similar, one, other))


def _people(piece: Piece) -> tuple[Entry, ...]:
    """Return the people whose surname the name ends in and whose first name it spells otherwise."""
    words = name_words(piece.entity.text) if piece.entity and piece.entity.label == "PERSON" else ()
    if len(words) < 2:
        return ()
    inner = [p.hit for p in piece.inner if p.hit and p.hit.bare and p.last == piece.last]
    people = (entry for hit in inner for entry in hit.entries if entry.kind == "person")
    return tuple(dict.fromkeys(entry for entry in people if _spells(words, entry)))


def _spells(words: Words, entry: Entry) -> bool:
    names = [name for name in map(name_words, entry.names) if len(name) > 1]
    return any(
        similar(words[-1], name[-1]) and _same_first(words, name) and alike(words, name) for name in names
    )


def _same_first(words: Words, name: Words) -> bool:
    """Whether the words before the surname can be one: no further names, no other established first name."""
    between = set(words[1:-1]) - set(name)
    if any(len(word) > 1 for word in between):
        return False
    first, other = words[0].capitalize(), name[0].capitalize()
    return first == other or not (gender_of_name(first) and not gender_of_name(other))
