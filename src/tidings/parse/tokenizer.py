"""Split text into the tokens of Universal Dependencies English (EWT and GUM conventions).

Clitics ("'s", "n't", "'ll") and punctuation are tokens of their own, words joined by hyphens or slashes are
split, abbreviations keep their full stop, and URLs, e-mail addresses, numbers and emoticons stay whole.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_APOSTROPHE = "['’‘]"
_PREFIXES = (
    "(?i:anti|co|counter|cross|ex|inter|intra|mini|multi|non|pan|post|pre|pro|re|semi|sub|trans|ultra|e)"
)
"""Prefixes that stay with their word when a hyphen stands between: they are no words of their own."""


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Return the lists of `abbreviations.toml`: words that keep a full stop, by how they end sentences."""
    data = tomllib.loads(files("tidings.parse").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word.casefold() for word in words) for name, words in data.items()}


_PATTERN = re.compile(
    rf"""
    (?P<url>(?:https?://|ftp://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}}])
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<handle>[@\#]\w+)
  | (?P<domain>\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|gov|edu|co\.uk|info)\b(?![\w.]))
  | (?P<emoticon>(?<!\w)[:;=8][-o]?[)(\]\[DPp](?!\w)|<3)
  | (?P<initials>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?)
  | (?P<date>\d+/\d+(?:/\d+)?(?![\w/])|\d{{3}}-\d{{3}}-\d{{4}}(?!\d))
  | (?P<time>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))
  | (?P<number>[+-]?(?<![\w-])\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\w])|\d+(?:[.,]\d+)*)
  | (?P<prefixed>(?:{_PREFIXES})-[^\W\d_]+\b)
  | (?P<word>[^\W\d_](?:[^\W_]|(?<=\w)&(?=\w))*(?:{_APOSTROPHE}(?!s\b|ll\b|re\b|ve\b|d\b|m\b|t\b)[^\W\d_]+)*)
  | (?P<run>\.{{2,}}|-{{2,}}|[!?]{{2,}}|={{2,}}|\*{{2,}}|_{{2,}}|~{{2,}}|\+{{2,}}|'{{2}}|`{{2}})
  | (?P<other>\S)
    """,
    re.VERBOSE,
)

_CLITIC = re.compile(rf"{_APOSTROPHE}(?:s|ll|re|ve|d|m|t)\b", re.IGNORECASE)
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
"""Words written together that UD splits, with the place of the cut."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the tokens of `text[start:end]` as (start, end) character offsets into `text`."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    position = start
    while match := _PATTERN.search(text, position, end):
        position = _add(text, match, spans, end)
    return spans


def _add(text: str, match: re.Match[str], spans: list[tuple[int, int]], limit: int) -> int:
    """Append the token or tokens of one match; return where to search next."""
    start, end = match.span()
    kind = match.lastgroup
    if kind == "word":
        return _add_word(text, start, end, spans, limit)
    if kind == "other" and text[start] in "'’‘":
        clitic = _CLITIC.match(text, start, limit)
        if clitic and spans and spans[-1][1] == start and not text[start - 1].isspace():
            spans.append(clitic.span())
            return clitic.end()
    spans.append((start, end))
    return end


def _add_word(text: str, start: int, end: int, spans: list[tuple[int, int]], limit: int) -> int:
    word = text[start:end]
    negated = (
        end < limit and text[end] in "'’" and word[-1:] in "nN" and text[end + 1 : end + 2] in ("t", "T")
    )
    if negated and len(word) > 1 and not text[end + 2 : end + 3].isalpha():
        spans.extend([(start, end - 1), (end - 1, end + 2)])
        return end + 2
    cut = _FUSED.get(word.lower())
    if cut:
        spans.extend([(start, start + cut), (start + cut, end)])
        return end
    if end < limit and text[end] == "." and _keeps_stop(text, word, end, limit):
        end += 1
    spans.append((start, end))
    return end


def _keeps_stop(text: str, word: str, end: int, limit: int) -> bool:
    """Say whether the full stop after a word belongs to it: an abbreviation, or an initial in a name."""
    lists = abbreviations()
    folded = word.casefold()
    if folded in lists["titles"] or folded in lists["within"]:
        return True
    if folded in lists["anywhere"]:
        return True
    initial = len(word) == 1 and word.isupper() and word != "I"
    return (
        initial
        and end + 1 < limit
        and text[end + 1 : end + 2].isspace()
        and text[end + 1 : end + 3].strip().isupper()
    )
