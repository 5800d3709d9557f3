"""WHEN: the time expressions of a document, with TIMEX3 values against the day of publication."""

from tidings.mention.dates.find import find_dates, read_dates
from tidings.mention.dates.lookup import resolve

__all__ = ["find_dates", "read_dates", "resolve"]
