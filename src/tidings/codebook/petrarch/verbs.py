"""A verb dictionary of PETRARCH: synsets, and blocks of verbs that share patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.phrases import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook.petrarch.lines import Line
    from tidings.codebook.petrarch.report import Report

_BLOCK = re.compile(r"-{3,}\s*(?P<label>[^\[\]]*?)\s*(?:\[(?P<code>[^\]]*)\])?\s*-*\s*")
_CODED = re.compile(r"(?P<body>[^\[\]]*?)\s*(?:\[(?P<code>[^\[\]]*)\])?\s*")
_VERB = re.compile(r"(?P<verb>[^\s{}]+)\s*(?:\{(?P<forms>[^{}]*)\})?")
NO_EVENT = "---"


@dataclass(frozen=True, slots=True)
class Coded:
    """A verb or a pattern with its code, as the dictionary writes it; "---" is no event."""

    line: Line
    text: str
    code: str


@dataclass(slots=True)
class Block:
    """Verbs that share patterns. `old` blocks (first PETRARCH) have no head, and a blank line ends them."""

    label: str
    code: str
    old: bool = False
    verbs: list[Coded] = field(default_factory=list)
    patterns: list[Coded] = field(default_factory=list)


@dataclass(slots=True)
class VerbDictionary:
    """Synsets by lower-case name without "&" and final "_", and blocks in the order of the files."""

    synsets: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


class VerbReader:
    """Reads lines into a dictionary; lines that it does not understand are left out."""

    def __init__(self, report: Report) -> None:
        self.found = VerbDictionary()
        self._report = report
        self._synset: list[str] | None = None
        self._block: Block | None = None
        self._blank = True

    def read(self, lines: Iterable[Line]) -> None:
        """Read one file; a block does not go on in the next."""
        self._block, self._synset, self._blank = None, None, True
        for line in lines:
            text = line.text.strip()
            if text:
                self._line(line, text)
            else:
                self._synset = None
            self._blank = not text

    def _line(self, line: Line, text: str) -> None:
        if text.startswith("---"):
            self._head(line, text)
        elif text.startswith("-"):
            self._pattern(line, text[1:])
        elif text.startswith("&"):
            name = synset_name(text)
            self._synset = self.found.synsets.setdefault(name, [])
        elif text.startswith("+") and self._synset is not None:
            self._member(line, text[1:])
        elif text.startswith("~"):
            self._report.leave_out(line, "a transformation of one verb by another")
        else:
            self._verb(line, text)

    def _ended(self, block: Block) -> bool:
        """Whether a verb that stands here begins a block without a head."""
        if block.old:
            return self._blank or bool(block.patterns)
        return self._blank and bool(block.patterns)

    def _member(self, line: Line, text: str) -> None:
        word = " ".join(text.replace("_", " ").split()).lower()
        if self._synset is None or not word or re.search(r"[&@$%^+*\[\](){}]", word):
            self._report.leave_out(line, "a line that is not understood", "a word of a synset")
        else:
            self._synset.append(word)

    def _head(self, line: Line, text: str) -> None:
        self._synset = None
        found = _BLOCK.fullmatch(text)
        if found is None or not found["label"]:
            self._block = None
            self._report.leave_out(line, "a line that is not understood", "the head of a block")
            return
        self._start(Block(found["label"], _code(found["code"])))

    def _start(self, block: Block) -> Block:
        self._block = block
        self.found.blocks.append(block)
        return block

    def _pattern(self, line: Line, text: str) -> None:
        found = _CODED.fullmatch(text)
        if self._block is None or found is None or found["code"] is None:
            self._report.leave_out(line, "a line that is not understood", "a pattern")
            return
        self._block.patterns.append(Coded(line, found["body"].strip(), _code(found["code"])))

    def _verb(self, line: Line, text: str) -> None:
        self._synset = None
        found = _CODED.fullmatch(text)
        verb = _VERB.fullmatch(found["body"]) if found else None
        if found is None or verb is None:
            self._report.leave_out(line, "a line that is not understood", "a verb")
            return
        block = self._block
        if block is None or self._ended(block) or (block.old and found["code"] is not None):
            block = self._start(Block(verb["verb"], _code(found["code"]), old=True))
        words, fault = _lemma(verb["verb"])
        if fault:
            self._report.leave_out(line, fault)
        else:
            block.verbs.append(Coded(line, words, _code(found["code"], block.code)))


def _code(written: str | None, otherwise: str = NO_EVENT) -> str:
    """Return a code without TABARI's "!", which puts it first; "###" (leave the story out) is no event."""
    code = (written or otherwise).strip()
    return NO_EVENT if re.fullmatch(r"#+|-+", code) else code.removesuffix("!")


def synset_name(text: str) -> str:
    """Return the name of a synset as a list's name: "&ALT_CURR_" gives "alt_curr"."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def _lemma(verb: str) -> tuple[str, str | None]:
    """Return a verb with its particles, and why it cannot be taken."""
    before, _, rest = verb.rpartition("+")
    if before.strip("_"):
        return "", "a word before the verb"
    words = rest.strip("_").lower().split("_")
    if words[-1] == "by" and len(words) > 1 and words[0].endswith("ed"):
        return "", "a passive form as a verb"
    if not all(re.fullmatch(r"[^\W\d_][\w'-]*", word) for word in words):
        return "", "a line that is not understood"
    if len(words) == 1 and not rest.endswith("_"):
        words = [_completed(words[0])]
    return " ".join(words), None


def _completed(verb: str) -> str:
    """Return a verb that the dictionary cuts short with its "e": "authoriz" stands for all forms."""
    lists = word_lists()
    return f"{verb}e" if verb.endswith(lists["stems"]) and verb not in lists["whole"] else verb
