"""`Quote`: something the article reports somebody as having said or written."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.span import Span

QuoteKind = Literal["direct", "partial", "indirect"]


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation. `speaker` is an actor id or null; `cue` the words that report it, where there are any.

    `text` is the text from `start` to `end`. Where the cue is set into the quotation, that holds the cue too,
    and `parts` are the pieces around it, without it; else `parts` is empty.
    """

    id: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    parts: tuple[Span, ...] = ()
