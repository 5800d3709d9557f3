"""Finds the title of a page without mark-up, and tells what the lines around it are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.features import Line
    from tidings.records import BlockKind

_TITLE_WORDS = range(3, 31)
_FAR = 0.004
_LIKE = 0.6
_ENOUGH_SHARED = 5
_SMOOTHING = 4
_HEADLINE_WORDS = range(6, 16)
_BODY_LINES = 8
_STANDFIRST_WORDS = 10
_TEASER_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
# A headline may end like a sentence: a question, a quotation, an abbreviation.
_HEADLINE_END = re.compile(r"[?!\"”’»]$|\b(?:[A-Z]\.){1,3}$|\b(?:Inc|Jr|Sr|Co|St)\.$")
_MAX_ENDED_TITLE_WORDS = 20


def find_title(lines: Sequence[Line], body_start: int) -> int | None:
    """Return the index of the title: a line above the body that shares words with it and stands near it."""
    first = body_start + _is_ended_title(lines, body_start)
    body = " ".join(line.text for line in lines[first : first + _BODY_LINES])
    vocabulary = set(_WORD.findall(body.casefold()))
    candidates = [index for index in range(first) if _may_be_title(lines[index])]
    if not candidates:
        return None
    shared = {index: _shared(lines[index], vocabulary) for index in candidates}
    scores = {index: _score(lines[index], shared[index]) - _FAR * (first - index) for index in candidates}
    best = max(candidates, key=lambda index: (scores[index], index))
    # A standfirst shares as many words with the body: of like lines the first is the title.
    like = (
        index for index in candidates if _is_like(shared[index], shared[best], scores[index], scores[best])
    )
    return _without_breadcrumbs(lines, next(like, best), candidates)


def _without_breadcrumbs(lines: Sequence[Line], chosen: int, candidates: Sequence[int]) -> int:
    """Return the chosen line, or the one below that it ends with ("Home World Ministers meet")."""
    for index in candidates:
        text = lines[index].text
        if index > chosen and len(text) < len(lines[chosen].text) and lines[chosen].text.endswith(text):
            return index
    return chosen


def _shared(line: Line, vocabulary: set[str]) -> int:
    return sum(word in vocabulary for word in _WORD.findall(line.text.casefold()))


def _score(line: Line, shared: int) -> float:
    # Menus hold single words of the story, standfirsts most of them: headlines stand between.
    fit = min(1.0, line.words / _HEADLINE_WORDS.start, _HEADLINE_WORDS.stop / max(line.words, 1))
    return fit * shared / (len(_WORD.findall(line.text)) + _SMOOTHING)


def _is_like(shared: int, best_shared: int, score: float, best_score: float) -> bool:
    enough = _LIKE * min(best_shared, _ENOUGH_SHARED)
    return best_score > 0 and score >= _LIKE * best_score and shared >= enough


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
    if line.words not in _TITLE_WORDS or line.is_foreign or line.is_furniture or line.is_menu:
        return False
    if (
        line.date is not None
        or line.byline
        or line.is_caption
        or line.is_list_item
        or line.text.endswith(":")
    ):
        return False
    return not line.ends_sentence or _HEADLINE_END.search(line.text) is not None


def _is_ended_title(lines: Sequence[Line], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    line, after = lines[index], lines[index + 1]
    is_short = line.words <= _MAX_ENDED_TITLE_WORDS and after.words > 1.5 * line.words
    return is_short and after.is_prose and _may_be_title(line)
