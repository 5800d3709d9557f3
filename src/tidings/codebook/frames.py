"""Frames compiled for matching: word lists expanded, and an index of the words that set a frame off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tidings.codebook.lists import expand
from tidings.codebook.words import WordList
from tidings.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tidings.codebook.schema import FrameEntry, Need, TypeEntry, Words

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
        """How specific the frame is: a clause of certain types counts three, a list two, all else one."""
        any_clause = self.clause is not None and "any" in self.clause
        clause = 0 if self.clause is None else 1 if any_clause else 3
        return clause + sum(2 if isinstance(need, WordList) else 1 for _, need in self.needs)


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A predicate word of a frame: `rest` are the other words of a multiword entry ("carry out")."""

    frame: Frame
    rest: tuple[str, ...]


def compiled(kind: TypeEntry, entry: FrameEntry, pos: Pos, order: int, lists: Mapping[str, Words]) -> Frame:
    """Return a type's frame for one part of speech.

    Raises:
        CodebookError: a condition is no list and none of the known words, or a list does not exist.
    """
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


def triggers_of(
    types: Mapping[str, TypeEntry], lists: Mapping[str, Words]
) -> dict[tuple[Pos, str], tuple[Trigger, ...]]:
    """Return the triggers of all frames by part of speech and lemma, in the codebook's order."""
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
                frame = compiled(kind, entry, pos, order, lists)
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
