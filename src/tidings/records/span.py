"""`Span`: a stretch of the text that is evidence for something."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Character offsets into the article's text, end exclusive, and the words that stand there."""

    start: int
    end: int
    text: str
