"""The day of publication from all that gives one, with a confidence that rests on their agreement.

The confidences are the shares of right dates measured on pages whose date is known, by kind of evidence
and by whether another kind agrees (`benchmarks/reading.py` measures them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.errors import ItemError
from tidings.read.written_date import FoundDate, find_date
from tidings.records import Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.layout import Evidence

# In order of preference, with the share of right dates where it stands alone.
_ALONE = {
    "option": 1.0,
    "row": 0.95,
    "json-ld": 0.93,
    "metadata": 0.91,
    "url": 0.95,
    "time": 0.85,
    "byline": 0.88,
    "dateline": 0.75,
    "text": 0.6,
    "updated": 0.5,
    "masthead": 0.35,
}
_TWO_AGREE = 0.97
_THREE_AGREE = 0.985
_CONFLICT = 0.6
# Evidence that is no voter: a later change, or the day on which the page was saved.
_WEAK = frozenset({"masthead", "updated", "text"})
_DECIDED = frozenset({"option"})


def declared_date(value: str) -> FoundDate | None:
    """Return the date of a field that holds nothing else: ISO 8601, RFC 5322, or written out; or null."""
    return find_date(value)


def published(evidence: Sequence[Evidence]) -> Published | None:
    """Weigh the evidence and return the date, or null without any."""
    if not evidence:
        return None
    ordered = sorted(evidence, key=lambda item: list(_ALONE).index(item.source))
    best = ordered[0]
    agreeing = {item.source for item in ordered if item.date.day == best.date.day}
    voters = {item.source for item in ordered} - _WEAK
    return Published(
        value=_finest(ordered, best).value,
        precision=_finest(ordered, best).precision,
        from_=best.source,
        confidence=_confidence(best.source, len(agreeing - _WEAK), len(voters - agreeing)),
    )


def option_date(value: str) -> FoundDate:
    """Return the date of `--date`. Raise `ItemError` where it is none."""
    found = find_date(value)
    if found is None:
        raise ItemError("--date", stage="read", code="date", message=f"no date: {value!r}")
    return found


def _finest(ordered: Sequence[Evidence], best: Evidence) -> FoundDate:
    """Return the date of the best evidence, with the time of day of another that agrees on the day."""
    if best.date.precision != "day" or best.source in _DECIDED:
        return best.date
    for item in ordered:
        if item.date.day == best.date.day and item.date.precision != "day" and item.source not in _WEAK:
            return item.date
    return best.date


def _confidence(source: str, agreeing: int, against: int) -> float:
    alone = _ALONE[source]
    if source in _DECIDED or source in _WEAK:
        return alone
    if against and agreeing <= against:
        return round(alone * _CONFLICT, 3)
    return max(alone, (alone, _TWO_AGREE, _THREE_AGREE)[min(agreeing, 3) - 1])
