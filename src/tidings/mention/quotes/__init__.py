"""WHO SAID SO: direct, partial and indirect quotations with their speaker and cue."""

from tidings.mention.quotes.find import find_quotes

__all__ = ["find_quotes"]
