"""The day of publication from all that gives one, with a confidence that rests on their agreement.

The confidences are the shares of right dates measured on pages whose date is known, by kind of evidence
and by whether another kind agrees (`benchmarks/reading.py` measures them).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tidings.errors import ItemError
from tidings.read.written_date import find_date
from tidings.records import Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.layout import Evidence
    from tidings.read.written_date import FoundDate

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
# What names the day in the publisher's own zone.
_SHOWN = frozenset({"url", "byline", "dateline"})
VOTERS = frozenset(_ALONE) - _WEAK


def published(evidence: Sequence[Evidence]) -> Published | None:
    """Weigh the evidence and return the date, or null without any."""
    if not evidence:
        return None
    ordered = sorted(evidence, key=lambda item: list(_ALONE).index(item.source))
    best = _in_local_day(ordered)
    agreeing = {item.source for item in ordered if item.date.day == best.date.day} - _WEAK
    against = {item.source for item in ordered if not _agrees(item, best)} - _WEAK - agreeing
    finest = _finest(ordered, best)
    return Published(
        value=finest.value,
        precision=finest.precision,
        from_=best.source,
        confidence=_confidence(best.source, len(agreeing), len(against)),
    )


def _in_local_day(ordered: Sequence[Evidence]) -> Evidence:
    """Return the best evidence: a moment in UTC gives way to a day beside it that the page itself shows.

    Late in the American evening UTC is a day ahead of the day that the article was published on.
    """
    best = ordered[0]
    shown = (item for item in ordered if item.source in _SHOWN and item.date.day != best.date.day)
    return (
        next((item for item in shown if _agrees(best, item)), best) if best.source not in _DECIDED else best
    )


def _agrees(item: Evidence, best: Evidence) -> bool:
    """Say whether two dates may be one day: the same, or a moment in UTC beside a day that the page shows."""
    if item.date.day == best.date.day:
        return True
    apart = abs(date.fromisoformat(item.date.day) - date.fromisoformat(best.date.day)).days
    return apart == 1 and best.source in _SHOWN and item.date.value.endswith("+00:00")


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
