"""`Codebook`: an ontology read from its folder, checked, and compiled for matching."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.codebook.folder import Folder
from tidings.codebook.frames import Frame, Pos, Trigger, compiled, triggers_of
from tidings.codebook.inflection import by_form
from tidings.codebook.lists import expand
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
    from collections.abc import Mapping

    from tidings.codebook.schema import Need, Words


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
            triggers=triggers_of(types, lists),
        )

    def frame(self, kind: str, name: str) -> Frame:
        """Return a frame without words, with the type's cues of modes: for events found otherwise."""
        return compiled(self.types[kind], FrameEntry(id=name, actor=()), "verb", 0, self.lists)

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
