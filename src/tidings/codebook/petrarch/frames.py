"""From blocks of verbs and patterns to the frames of our types."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.codes import CodeError, Meaning, meaning
from tidings.codebook.petrarch.pattern import Pattern, PatternError, alternatives, parse, word_lists
from tidings.codebook.petrarch.verbs import NO_EVENT, synset_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook.petrarch.report import Report
    from tidings.codebook.petrarch.verbs import Block, Coded, VerbDictionary

Conditions = dict[str, str | tuple[str, ...]]

# Phrases of synsets ("{&CAR &WEAPON}") are written out up to so many.
MANY = 200


@dataclass(slots=True)
class MadeFrame:
    """A frame to be written, with the place in the dictionary that it comes from."""

    id: str
    verbs: tuple[str, ...]
    meaning: Meaning
    needs: Conditions = field(default_factory=dict)
    without: Conditions = field(default_factory=dict)
    actor: str | None = None
    recipient: str | None = None
    lines: list[int] = field(default_factory=list)
    file: str = ""

    def alike(self) -> tuple[object, ...] | None:
        """Return what two frames share that can be one with more words; None: not just one condition."""
        if len(self.needs) != 1:
            return None
        ((slot, words),) = self.needs.items()
        if isinstance(words, str):
            return None
        return (self.verbs, self.meaning, slot, self.actor, self.recipient, self.file)


@dataclass(slots=True)
class Made:
    """Frames by type in the order of the dictionary, and the word lists that they use."""

    frames: dict[str, list[MadeFrame]] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)


def make_frames(dictionary: VerbDictionary, report: Report) -> Made:
    """Return the frames of all blocks; what has no counterpart goes into the report."""
    made = Made(lists={name: tuple(dict.fromkeys(words)) for name, words in dictionary.synsets.items()})
    ids: set[str] = set()
    for block in dictionary.blocks:
        for frame in _BlockFrames(block, made, report).frames():
            if frame.id in ids:
                frame.id = f"{frame.id}-{frame.lines[0]}"
            while frame.id in ids:
                frame.id += "x"
            ids.add(frame.id)
            made.frames.setdefault(frame.meaning.type, []).append(frame)
    return made


class _BlockFrames:
    """The frames of one block: one for each code of its verbs, and one for each pattern."""

    def __init__(self, block: Block, made: Made, report: Report) -> None:
        self._block = block
        self._lists = made.lists
        self._report = report
        self._label = re.sub(r"[^a-z0-9]+", "-", block.label.lower()).strip("-") or "block"
        self._exceptions: dict[str, tuple[str, ...]] = {}

    def frames(self) -> list[MadeFrame]:
        special = [frame for pattern in self._block.patterns for frame in self._of_pattern(pattern)]
        return [*self._plain(), *_merged(special)]

    def _plain(self) -> list[MadeFrame]:
        """Return the frames of the verbs alone, with the exceptions that patterns without an event make."""
        by_code: dict[str, list[Coded]] = {}
        for verb in self._block.verbs:
            by_code.setdefault(verb.code, []).append(verb)
        found = []
        for code, verbs in by_code.items():
            says = self._meaning(code, verbs)
            if says is not None:
                self._report.taken["verbs"] += len(verbs)
                line = verbs[0].line
                words = tuple(dict.fromkeys(verb.text for verb in verbs))
                without: Conditions = dict(self._exceptions)
                found.append(
                    MadeFrame(self._label, words, says, {}, without, lines=[line.number], file=line.file)
                )
        return found

    def _meaning(self, code: str, entries: Sequence[Coded]) -> Meaning | None:
        try:
            says = meaning(code)
        except CodeError as error:
            for entry in entries:
                self._report.leave_out(entry.line, error.reason, error.detail)
            return None
        if says is not None and says.other:
            for entry in entries:
                self._report.leave_out(entry.line, "the second of two codes", says.other)
        return says

    def _of_pattern(self, entry: Coded) -> list[MadeFrame]:
        if not self._block.verbs:
            self._report.leave_out(entry.line, "a pattern without a verb")
            return []
        says = self._meaning(entry.code, [entry])
        try:
            patterns = [self._resolved(parse(text)) for text in alternatives(entry.text)]
            if says is None:
                self._except(patterns)
                return []
            frames = [self._frame(entry, says, pattern) for pattern in patterns]
        except PatternError as error:
            # A pattern whose code has no type is in the report already.
            if says is not None or entry.code == NO_EVENT:
                self._report.leave_out(entry.line, error.reason, error.detail)
            return []
        self._report.taken["patterns"] += 1
        for frame, letter in zip(frames[1:], string.ascii_lowercase[1:], strict=False):
            frame.id += letter
        return frames

    def _frame(self, entry: Coded, says: Meaning, pattern: Pattern) -> MadeFrame:
        verbs = tuple(dict.fromkeys(verb.text for verb in self._block.verbs))
        if pattern.particle:
            verbs = tuple(f"{verb} {pattern.particle}" for verb in verbs if " " not in verb)
        if not verbs:
            raise PatternError("a particle after a verb of several words", pattern.particle or "")
        return MadeFrame(
            f"{self._label}-{entry.line.number}",
            verbs,
            says,
            dict(pattern.needs),
            actor=pattern.actor,
            recipient=pattern.recipient,
            lines=[entry.line.number],
            file=entry.line.file,
        )

    def _except(self, patterns: Sequence[Pattern]) -> None:
        """Keep the verbs silent where a pattern says that there is no event."""
        for pattern in patterns:
            conditions = list(pattern.needs.items())
            if len(conditions) != 1 or pattern.particle or isinstance(conditions[0][1], str):
                raise PatternError("an exception that is no word in one place")
            slot, words = conditions[0]
            known = self._exceptions.get(slot, ())
            self._exceptions[slot] = tuple(dict.fromkeys((*known, *words)))
        self._report.taken["exceptions"] += 1

    def _resolved(self, pattern: Pattern) -> Pattern:
        """Return the pattern with its synsets as names of lists, or written out inside phrases."""
        for slot, words in pattern.needs.items():
            if not isinstance(words, str):
                pattern.needs[slot] = tuple(found for word in words for found in self._words(word))
        return pattern

    def _words(self, phrase: str) -> list[str]:
        if "&" not in phrase:
            return [phrase]
        parts = phrase.split()
        if len(parts) == 1:
            return [f"@{self._list(phrase)}"]
        choices = [self._lists[self._list(part)] if "&" in part else (part,) for part in parts]
        if len(found := list(product(*choices))) > MANY:
            raise PatternError("a phrase of synsets with too many readings", phrase)
        return [" ".join(words) for words in found]

    def _list(self, synset: str) -> str:
        name = synset_name(synset)
        if not synset.startswith("&") or not self._lists.get(name):
            raise PatternError("a synset that is not defined, or empty", synset)
        return name


def _merged(frames: Sequence[MadeFrame]) -> list[MadeFrame]:
    """Join frames that differ in the words of their one condition only."""
    found: list[MadeFrame] = []
    known: dict[tuple[object, ...], MadeFrame] = {}
    for frame in frames:
        key = frame.alike()
        first = known.get(key) if key is not None else None
        if first is None:
            found.append(frame)
            if key is not None:
                known[key] = frame
        else:
            ((slot, words),) = frame.needs.items()
            first.needs[slot] = tuple(dict.fromkeys((*first.needs[slot], *words)))
            first.lines += frame.lines
    return found


def slots(frame: MadeFrame) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Return where actor and recipient of a frame stand: the marked slots, or else the usual ones."""
    usual = word_lists()["recipient"]
    actor = (frame.actor,) if frame.actor else None
    recipient = (frame.recipient,) if frame.recipient else tuple(s for s in usual if s != frame.actor)
    if frame.meaning.reverse:
        return recipient, actor or ("subject",)
    return actor, recipient
