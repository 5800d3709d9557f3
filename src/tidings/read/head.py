"""Finds the title of a page without mark-up, and tells what the lines around it are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.features import Line
    from tidings.records import BlockKind

_TITLE_WORDS = range(3, 31)
_STANDFIRST_WORDS = 10
_TEASER_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
# A headline may end like a sentence: a question, a quotation, an abbreviation.
_HEADLINE_END = re.compile(r"[?!\"”’»]$|\b(?:[A-Z]\.){1,3}$|\b(?:Inc|Jr|Sr|Co|St)\.$")
_MAX_ENDED_TITLE_WORDS = 20


def find_title(lines: Sequence[Line], body_start: int) -> int | None:
    """Return the index of the title: a line above the body that shares words with it and stands near it."""
    body = " ".join(line.text for line in lines[body_start : body_start + 6])
    vocabulary = set(_WORD.findall(body.casefold()))
    best: tuple[float, int] | None = None
    for index in range(body_start):
        if not _may_be_title(lines[index]):
            continue
        score = _title_score(lines[index], vocabulary) - 0.02 * (body_start - index)
        if best is None or score >= best[0]:
            best = (score, index)
    if best is not None:
        return best[1]
    return body_start if _is_ended_title(lines, body_start) else None


def head_kind(line: Line, *, above_title: bool, below_label: bool) -> BlockKind:
    """Return the kind of a line above the body that is not the title."""
    if line.is_foreign or line.is_inline or line.is_menu or line.byline:
        return "furniture"
    if line.date is not None and not line.is_prose:
        return "furniture" if above_title else "dateline"
    if line.is_caption:
        return "caption"
    if below_label and line.words >= _TEASER_WORDS:
        return "teaser"
    is_standfirst = not above_title and (line.is_prose or line.words >= _STANDFIRST_WORDS)
    return "standfirst" if is_standfirst else "furniture"


def _may_be_title(line: Line) -> bool:
    if line.words not in _TITLE_WORDS or line.is_foreign or line.is_inline or line.is_menu:
        return False
    if line.date is not None or line.byline or line.is_caption or line.is_list_item:
        return False
    return not line.ends_sentence or _HEADLINE_END.search(line.text) is not None


def _title_score(line: Line, vocabulary: set[str]) -> float:
    words = _WORD.findall(line.text.casefold())
    shared = sum(word in vocabulary for word in words)
    # Shares of short lines are coarse: two words in common weigh more than one of one.
    return shared / (len(words) + 2)


def _is_ended_title(lines: Sequence[Line], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    line, after = lines[index], lines[index + 1]
    is_short = line.words <= _MAX_ENDED_TITLE_WORDS and after.words > 1.5 * line.words
    return is_short and after.is_prose and _may_be_title(line)
