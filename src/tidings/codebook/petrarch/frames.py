"""From blocks of verbs and patterns to the frames of our types."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.asked import Pattern
from tidings.codebook.petrarch.choices import alternatives
from tidings.codebook.petrarch.codes import CodeError, Meaning, meaning
from tidings.codebook.petrarch.made import Conditions, Made, MadeFrame, merged
from tidings.codebook.petrarch.pattern import parse
from tidings.codebook.petrarch.phrases import PatternError
from tidings.codebook.petrarch.verbs import NO_EVENT, synset_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook.petrarch.report import Report
    from tidings.codebook.petrarch.verbs import Block, Coded, VerbDictionary

# Phrases of synsets ("{&CAR &WEAPON}") are written out up to so many.
MANY = 200


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
        return [*self._plain(), *merged(special)]

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
        # A pattern whose code has no type is in the report already; as an exception it still says something.
        told = says is not None or entry.code == NO_EVENT
        patterns = [
            found for text in alternatives(entry.text) for found in self._parsed(entry, text, told=told)
        ]
        if says is None:
            self._except(entry, patterns, told=told)
            return []
        frames = [frame for pattern in patterns for frame in self._frame(entry, says, pattern)]
        self._report.taken["patterns"] += bool(frames)
        for frame, letter in zip(frames[1:], string.ascii_lowercase[1:], strict=False):
            frame.id += letter
        return frames

    def _parsed(self, entry: Coded, text: str, *, told: bool) -> list[Pattern]:
        try:
            return [self._resolved(found) for found in parse(text)]
        except PatternError as error:
            if told:
                self._report.leave_out(entry.line, error.reason, error.detail)
            return []

    def _frame(self, entry: Coded, says: Meaning, pattern: Pattern) -> list[MadeFrame]:
        verbs = tuple(dict.fromkeys(verb.text for verb in self._block.verbs))
        if pattern.particle:
            verbs = tuple(f"{verb} {pattern.particle}" for verb in verbs if " " not in verb)
        if not verbs:
            self._report.leave_out(
                entry.line, "a particle after a verb of several words", pattern.particle or ""
            )
            return []
        frame = MadeFrame(
            f"{self._label}-{entry.line.number}",
            verbs,
            replace(says, reciprocal=True) if pattern.both else says,
            dict(pattern.needs),
            actor=pattern.actor,
            recipient=pattern.recipient,
            lines=[entry.line.number],
            file=entry.line.file,
        )
        return [frame]

    def _except(self, entry: Coded, patterns: Sequence[Pattern], *, told: bool) -> None:
        """Keep the verbs silent where a pattern says that there is no event."""
        taken = False
        for pattern in patterns:
            conditions = list(pattern.needs.items())
            if len(conditions) != 1 or pattern.particle or isinstance(conditions[0][1], str):
                if told:
                    self._report.leave_out(entry.line, "an exception that is no word in one place")
                continue
            slot, words = conditions[0]
            known = self._exceptions.get(slot, ())
            self._exceptions[slot] = tuple(dict.fromkeys((*known, *words)))
            taken = True
        self._report.taken["exceptions"] += taken

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
