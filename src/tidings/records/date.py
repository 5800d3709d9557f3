"""`Date`: a time expression of the text with its TIMEX3 value."""

from __future__ import annotations

from typing import Literal

import msgspec

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateMod = Literal[
    "START",
    "MID",
    "END",
    "BEFORE",
    "AFTER",
    "APPROX",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
]


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `value` and `type` follow TIMEX3 (ISO-TimeML): DATE, TIME, DURATION, SET.

    `value` is null where the expression rests on a publication date that is not known. `mod` is TIMEX3's:
    the part of the value that is meant, or how exact its amount is.
    """

    start: int
    end: int
    text: str
    value: str | None
    type: DateType
    confidence: float
    mod: DateMod | None = None
