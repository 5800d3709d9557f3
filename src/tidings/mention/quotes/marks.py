"""Finds what stands between quotation marks, straight or curly, also over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.records import Block

_DOUBLE = re.compile(r"[“”„«»\"]|''|``")
_OPEN, _CLOSE = frozenset("“„«") | {"``"}, frozenset("”»")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w\[“])|(?<=[\w.,!?…\]])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: offsets of the words inside, and of the marks.

    `block` is the index of the block, `open_end` says that no mark closed it (the next paragraph goes on).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    open_end: bool = False


def quoted(text: str, blocks: tuple[Block, ...]) -> list[Quoted]:
    """Return the quoted stretches of the prose blocks, in text order, without nested ones."""
    found: list[Quoted] = []
    prose = [i for i, block in enumerate(blocks) if block.kind not in {"teaser", "furniture"}]
    for position, number in enumerate(prose):
        block = blocks[number]
        following = blocks[prose[position + 1]] if position + 1 < len(prose) else None
        own = _in_block(text, number, block, goes_on=_opens(text, following))
        found += own or _single_marks(text, number, block)
    return found


def _opens(text: str, block: Block | None) -> bool:
    return block is not None and text[block.start : block.end].lstrip()[:1] in {"“", '"', "‘", "„"}


def _in_block(text: str, number: int, block: Block, *, goes_on: bool) -> list[Quoted]:
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        if opened is None:
            if (mark[0] not in _CLOSE or _stands_first(text, mark)) and _can_open(text, mark):
                opened = mark
            continue
        if (mark[0] in _OPEN or _stands_first(text, mark)) and _can_open(text, mark):
            opened = mark  # the one before was never closed
        elif mark[0] not in _OPEN:
            found.append(_quoted(text, opened, mark.start(), mark.end(), number))
            opened = None
    if opened is not None and (goes_on or not text[block.start : opened.start()].strip()):
        end = block.start + len(text[block.start : block.end].rstrip())
        found.append(_quoted(text, opened, end, end, number, open_end=True))
    return [span for span in found if span.end > span.start]


def _stands_first(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark starts a line: some papers open with the closing mark."""
    return text[: mark.start()].endswith("\n") or mark.start() == 0


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark opens: after a space or a bracket, and before a word; an inch sign does neither."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _OPEN or mark[0] == "”":
        return not after.isspace()
    return (not before or not (before.isalnum() or before in ".,!?")) and not after.isspace()


def _quoted(
    text: str, opened: re.Match[str], end: int, outer_end: int, block: int, *, open_end: bool = False
) -> Quoted:
    start = opened.end()
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    return Quoted(start, end, opened.start(), outer_end, block, open_end)


def _single_marks(text: str, number: int, block: Block) -> list[Quoted]:
    """Return what stands between single marks, for papers that use no others."""
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text, block.start, block.end):
        opens = bool(re.match(r"[‘'](?=[\w\[“])", text[mark.start() : mark.end() + 1])) and not (
            text[mark.start() - 1 : mark.start()].isalnum()
            or text[mark.start() - 1 : mark.start()] in ".,!?…"
        )
        if opened is None:
            opened = mark if opens else None
        elif not opens and not _is_plural_possessive(text, opened, mark):
            found.append(_quoted(text, opened, mark.start(), mark.end(), number))
            opened = None
    return found


def _is_plural_possessive(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Tell whether it is no mark but a plural possessive ("the workers' party")."""
    if text[mark.start() - 1] != "s":
        return False
    return re.match(r"\s+[a-z]", text[mark.end() :]) is not None and opened is not None
