"""Reads a codebook from its folder and compiles it for matching: frames by lemma, word lists expanded."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from tidings.codebook.inflection import by_form
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
    from importlib.resources.abc import Traversable

    from tidings.codebook.schema import Need, Words

Pos = Literal["verb", "noun", "adjective"]
SUPPORT_FILES = ("lists", "rules", "modality", "light_verbs", "contexts", "domains")
NOUN_ACTORS = ("possessor", "by", "between", "among", "subject")
T = TypeVar("T")


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

        Raises:
            CodebookError: a file is missing or broken; the text names file, entry and fault.
        """
        folder = Path(path) if path else resources.files("tidings.codebook") / "plover"
        if not folder.is_dir():
            raise CodebookError(f"{folder}: no such folder of codebook files")
        files = {f.name.removesuffix(".toml"): f for f in folder.iterdir() if f.name.endswith(".toml")}
        lists = _lists(files)
        types = _types(files)
        return cls(
            types=types,
            lists=lists,
            rules=_support(files, "rules", Rules),
            modality=_support(files, "modality", Modality),
            light_verbs=_support(files, "light_verbs", LightVerbs),
            contexts=_support(files, "contexts", dict[str, ContextEntry]),
            domains=_support(files, "domains", dict[str, DomainEntry]),
            version=_version(files),
            triggers=_triggers(types, lists),
        )

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


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{file.name}: {error}") from None


def _convert(file: Traversable, kind: type[T]) -> T:
    try:
        return msgspec.convert(_read(file), kind)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{file.name}: {error}") from None


def _support(files: Mapping[str, Traversable], name: str, kind: type[T]) -> T:
    if name not in files:
        raise CodebookError(f"{name}.toml is missing from the codebook")
    return _convert(files[name], kind)


def _lists(files: Mapping[str, Traversable]) -> dict[str, Words]:
    raw = _support(files, "lists", dict[str, tuple[str, ...]])
    return {name: expand(words, raw, f"lists.toml, {name}") for name, words in raw.items()}


def _types(files: Mapping[str, Traversable]) -> dict[str, TypeEntry]:
    names = sorted(name for name in files if name not in SUPPORT_FILES)
    if not names:
        raise CodebookError("the codebook has no type file")
    entries = [_convert(files[name], TypeEntry) for name in names]
    for name, entry in zip(names, entries, strict=True):
        _check_type(name, entry)
    return {entry.type: entry for entry in entries}


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


def _version(files: Mapping[str, Traversable]) -> str:
    import hashlib  # noqa: PLC0415 - only needed here, and the command line pays for every import

    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(files[name].read_bytes())
    return digest.hexdigest()[:12]


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
        modes=(*rules, *cues) if entry.mode is None else (),
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
    return {key: tuple(found) for key, found in index.items()}


def _split(word: str, pos: Pos) -> tuple[str, tuple[str, ...]]:
    """Return head and other words: the first word heads a verb entry, the last one a noun entry."""
    parts = word.replace("-", " - ").split() if pos == "noun" else word.split()
    parts = [part for part in parts if part != "-"]
    return (parts[-1], tuple(parts[:-1])) if pos == "noun" else (parts[0], tuple(parts[1:]))
