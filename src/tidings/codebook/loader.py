"""Reads a codebook from its folder and compiles it for matching: frames by lemma, word lists expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tidings.codebook.folder import Folder
from tidings.codebook.inflection import by_form
from tidings.codebook.names import check_rules, check_types, restricted
from tidings.codebook.schema import (
    ContextEntry,
    DomainEntry,
    FrameEntry,
    LightVerbs,
    Modality,
    Rules,
    TypeEntry,
)
from tidings.codebook.words import WordList
from tidings.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tidings.codebook.schema import Need, Words

Pos = Literal["verb", "noun", "adjective"]
NOUN_ACTORS = ("possessor", "by", "between", "among", "subject")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A frame compiled for one part of speech; `order` is its place in the codebook."""

    type: str
    name: str
    pos: Pos
    entry: FrameEntry
    actor: tuple[str, ...]
    actor_sectors: frozenset[str]
    recipient: tuple[str, ...]
    needs: tuple[tuple[str, str | WordList], ...]
    without: tuple[tuple[str, str | WordList], ...]
    clause: frozenset[str] | None
    modes: tuple[tuple[str, str | None, WordList], ...]
    order: int

    @property
    def named_slots(self) -> frozenset[str]:
        """The slots on which the frame has a condition that must hold."""
        return frozenset(slot for slot, _ in self.needs)

    @property
    def conditions(self) -> int:
        """How specific the frame is: a clause counts as two conditions, a list or an actor as one."""
        any_clause = self.clause is not None and "any" in self.clause
        clause = 0 if self.clause is None else 1 if any_clause else 3
        return clause + sum(2 if isinstance(need, WordList) else 1 for _, need in self.needs)


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A predicate word of a frame: `rest` are the other words of a multiword entry ("carry out")."""

    frame: Frame
    rest: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Codebook:
    """An ontology of events as data: types with their frames, modality cues, rules, contexts, domains."""

    types: Mapping[str, TypeEntry]
    lists: Mapping[str, Words]
    rules: Rules
    modality: Modality
    light_verbs: LightVerbs
    contexts: Mapping[str, ContextEntry]
    domains: Mapping[str, DomainEntry]
    version: str
    triggers: Mapping[tuple[Pos, str], tuple[Trigger, ...]] = field(repr=False)

    @classmethod
    def load(cls, path: str | Path | None = None) -> Codebook:
        """Load the codebook in the folder `path`, or the PLOVER codebook that ships with Tidings.

        Lists, rules, cues of modality, light verbs and other trades that a folder does not give, and contexts
        where it has no such file, are those of the PLOVER codebook.

        Raises:
            CodebookError: a file is broken or says what cannot be; the text names file, entry and fault.
        """
        folder = Folder.open(None if path is None else Path(path))
        lists = _lists(folder)
        types = _types(folder)
        return cls(
            types=types,
            lists=lists,
            rules=_rules(folder, types),
            modality=folder.support("modality", Modality),
            light_verbs=folder.support("light_verbs", LightVerbs),
            contexts=folder.support("contexts", dict[str, ContextEntry]),
            domains=folder.support("domains", dict[str, DomainEntry]),
            version=folder.version(),
            triggers=_triggers(types, lists),
        )

    def frame(self, kind: str, name: str) -> Frame:
        """Return a frame without words, with the type's cues of modes: for events found otherwise."""
        return _compile(self.types[kind], FrameEntry(id=name, actor=()), "verb", 0, self.lists)

    def words(self, entries: Need) -> WordList:
        """Return a compiled list of `entries`, with every "@name" replaced by that list's words."""
        return WordList(
            expand((entries,) if isinstance(entries, str) else entries, self.lists, "a word list")
        )

    @cached_property
    def verb_forms(self) -> dict[str, str]:
        """The verb of the codebook for each of its regular forms ("boycotted": "boycott")."""
        return by_form(word for pos, word in self.triggers if pos == "verb")

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All compiled frames, in the codebook's order."""
        found = {id(t.frame): t.frame for ts in self.triggers.values() for t in ts}
        return tuple(sorted(found.values(), key=lambda frame: frame.order))


def _lists(folder: Folder) -> dict[str, Words]:
    raw = folder.support("lists", dict[str, tuple[str, ...]])
    return {name: expand(words, raw, f"lists.toml, {name}") for name, words in raw.items()}


def _rules(folder: Folder, types: Mapping[str, TypeEntry]) -> Rules:
    rules = folder.support("rules", Rules)
    check_rules(rules, types, folder.own_keys("rules"))
    return restricted(rules, types)


def _types(folder: Folder) -> dict[str, TypeEntry]:
    types: dict[str, TypeEntry] = {}
    for name in folder.type_names:
        entry = folder.type_file(name, TypeEntry)
        if entry.type in types:
            raise CodebookError(f"{name}.toml: another file has the type {entry.type} already")
        _check_type(name, entry)
        types[entry.type] = entry
    check_types(types)
    return types


def _check_type(name: str, entry: TypeEntry) -> None:
    seen: set[str] = set()
    for frame in entry.frames:
        where = f"{name}.toml, frame {frame.id}"
        if frame.id in seen:
            raise CodebookError(f"{where}: the id occurs twice")
        seen.add(frame.id)
        if not (frame.verbs or frame.nouns or frame.adjectives):
            raise CodebookError(f"{where}: has no verbs, nouns or adjectives")
        for mode in (frame.mode, *(rule.mode for rule in frame.modes)):
            if mode is not None and mode not in entry.modes:
                raise CodebookError(f"{where}: unknown mode {mode!r}; known: {', '.join(entry.modes)}")


def expand(words: Iterable[str], lists: Mapping[str, Words], where: str, depth: int = 0) -> Words:
    """Replace every "@name" by the words of that list, keeping order and dropping repetitions.

    Raises:
        CodebookError: a list does not exist, or lists refer to each other in a circle.
    """
    found: dict[str, None] = {}
    for word in words:
        if not word.startswith("@"):
            found[word] = None
        elif word[1:] not in lists:
            raise CodebookError(f"{where}: no list named {word} in lists.toml")
        elif depth > len(lists):
            raise CodebookError(f"{where}: {word} refers to itself")
        else:
            found.update(dict.fromkeys(expand(lists[word[1:]], lists, where, depth + 1)))
    return tuple(found)


def _compiled_needs(
    needs: Mapping[str, Need], lists: Mapping[str, Words], where: str
) -> tuple[tuple[str, str | WordList], ...]:
    compiled: list[tuple[str, str | WordList]] = []
    for slot, need in needs.items():
        if isinstance(need, str) and not need.startswith("@"):
            if need not in {"actor", "any", "clause"}:
                raise CodebookError(f'{where}: {slot} = "{need}": give "actor", "any", "clause" or a list')
            compiled.append((slot, need))
        else:
            entries = (need,) if isinstance(need, str) else need
            compiled.append((slot, WordList(expand(entries, lists, where))))
    return tuple(compiled)


def _compile(kind: TypeEntry, entry: FrameEntry, pos: Pos, order: int, lists: Mapping[str, Words]) -> Frame:
    where = f"{kind.type}.toml, frame {entry.id}"
    default = ("subject",) if pos != "noun" else NOUN_ACTORS
    actor = entry.actor if entry.actor is not None else default
    clause = entry.clause.types if entry.clause is not None else None
    rules = tuple((r.mode, r.slot, WordList(expand(r.any, lists, where))) for r in entry.modes)
    cues = tuple((m, None, WordList(expand(e.cues, lists, where))) for m, e in kind.modes.items() if e.cues)
    return Frame(
        type=kind.type,
        name=f"{kind.type}.{entry.id}",
        pos=pos,
        entry=entry,
        actor=actor,
        actor_sectors=frozenset(expand(entry.actor_sectors, lists, where)),
        recipient=entry.recipient,
        needs=_compiled_needs(entry.needs, lists, where),
        without=_compiled_needs(entry.without, lists, where),
        clause=None if clause is None else frozenset((clause,) if isinstance(clause, str) else clause),
        modes=(*rules, *cues) if entry.mode is None or rules else (),
        order=order,
    )


def _triggers(
    types: Mapping[str, TypeEntry], lists: Mapping[str, Words]
) -> dict[tuple[Pos, str], tuple[Trigger, ...]]:
    index: dict[tuple[Pos, str], list[Trigger]] = {}
    order = 0
    for kind in types.values():
        for entry in kind.frames:
            order += 1
            words: dict[Pos, Words] = {
                "verb": entry.verbs, "noun": entry.nouns, "adjective": entry.adjectives,
            }  # fmt: skip
            for pos, predicates in words.items():
                if not predicates:
                    continue
                frame = _compile(kind, entry, pos, order, lists)
                for word in expand(predicates, lists, f"{kind.type}.toml, frame {entry.id}"):
                    head, rest = _split(word, pos)
                    index.setdefault((pos, head), []).append(Trigger(frame, rest))
                    if pos == "noun" and "-" in word and " " not in word:
                        index.setdefault((pos, word), []).append(Trigger(frame, ()))
    return {key: tuple(found) for key, found in index.items()}


def _split(word: str, pos: Pos) -> tuple[str, tuple[str, ...]]:
    """Return head and other words: the first word heads a verb entry, the last one a noun entry."""
    parts = word.replace("-", " - ").split() if pos == "noun" else word.split()
    parts = [part for part in parts if part != "-"]
    return (parts[-1], tuple(parts[:-1])) if pos == "noun" else (parts[0], tuple(parts[1:]))
