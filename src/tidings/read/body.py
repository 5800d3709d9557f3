"""Which lines of a web page are its article's body: trafilatura's choice, put right by the mark-up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from trafilatura import bare_extraction

from tidings.read.refine import refine
from tidings.read.visible import VisibleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement


# Its warnings name no page; what it cannot read comes out as null.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_SHINGLE = 4
_MEMBER = 0.6
_MIN_DECLARED_WORDS = 60
_SHOWN = 0.3


def body_lines(tree: HtmlElement, lines: Sequence[VisibleLine]) -> list[bool]:
    """Say of each line whether it is part of the body."""
    text = _extracted(tree)
    if text is None:
        return [False] * len(lines)
    known = _shingles(text.split())
    whole = {" ".join(line.split()) for line in text.splitlines()}
    chosen = [_is_member(line.text, known, whole) for line in lines]
    if any(chosen):
        refine(lines, chosen)
    return chosen


def is_hidden(declared: str | None, lines: Sequence[VisibleLine], chosen: Sequence[bool]) -> bool:
    """Say whether the body that the page declares in JSON-LD is not among the lines that it shows."""
    words = (declared or "").split()
    if len(words) < _MIN_DECLARED_WORDS:
        return False
    shown = _shingles([word for line in lines for word in line.text.split()])
    told = _shingles(words)
    shown_words = sum(len(line.text.split()) for line, inside in zip(lines, chosen, strict=True) if inside)
    return len(told & shown) < _SHOWN * len(told) and shown_words < len(words)


def hidden_lines(declared: str) -> list[VisibleLine]:
    """Return the paragraphs of a body that the page only declares."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in declared.splitlines())
    return [VisibleLine(paragraph, path="json-ld>p") for paragraph in paragraphs if paragraph]


def _extracted(tree: HtmlElement) -> str | None:
    try:
        document = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - a page that breaks the extractor is read by its lines alone
        return None
    text = getattr(document, "text", None)
    return text if isinstance(text, str) and text.strip() else None


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[index : index + _SHINGLE]) for index in range(len(words) - _SHINGLE + 1))


def _is_member(line: str, known: frozenset[tuple[str, ...]], whole: set[str]) -> bool:
    words = line.split()
    if len(words) < _SHINGLE:
        return line in whole
    own = [tuple(words[index : index + _SHINGLE]) for index in range(len(words) - _SHINGLE + 1)]
    return sum(shingle in known for shingle in own) >= _MEMBER * len(own)
