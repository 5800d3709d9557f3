"""The words by which site furniture, bylines and captions are known, from `labels.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

_OUTER = ' \t\u00a0:.,;!?…›»«‹>|•·→↓▼▾+*#=_~–—-[](){}"“”„'
_COUNT = re.compile(r"\s*[(\[]?\d+[)\]]?$")
_PHRASE_WORDS = 30
# A caption's agency credit: "(Jane Doe/Reuters)", "Photo: AP", "… | AFP".
_CREDIT = (
    r"(?:[/|(\[–—-]\s?|:\s?|\bvia |\bby )(?:[^/|()]{{0,40}}/\s?)?"
    r"(?:{agencies})(?:\s?/[^/]{{1,40}})?\s?[)\].]?\s?$"
)

Words = dict[str, list[str]]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    foreign: Words
    inline: Words
    prefix: Words
    phrase: Words
    byline: Words
    published: Words
    updated: Words
    caption: Words
    agency: Words


class Labels:
    """Says of one line what the words in it make it; all languages of the table are tried at once."""

    def __init__(self, table: _Table) -> None:
        self._foreign = _all(table.foreign)
        self._inline = _all(table.inline)
        self._prefix = _openers(table.prefix)
        self._phrase = re.compile("|".join(map(re.escape, sorted(_all(table.phrase)))), re.IGNORECASE)
        self._caption = _openers(table.caption)
        agencies = "|".join(map(re.escape, sorted(_all(table.agency), key=len, reverse=True)))
        self._credit = re.compile(_CREDIT.format(agencies=agencies), re.IGNORECASE)
        self.byline = _openers(table.byline)
        self.published = _openers(table.published)
        self.updated = _openers(table.updated)

    def is_foreign(self, line: str) -> bool:
        """Say whether the line is a label after which other articles or the site itself begin."""
        return label_key(line) in self._foreign

    def is_inline(self, line: str) -> bool:
        """Say whether the line is furniture by its words, without ending the article."""
        if label_key(line) in self._inline or self._prefix.match(line) or self._is_row(line):
            return True
        return len(line.split()) <= _PHRASE_WORDS and self._phrase.search(line) is not None

    def _is_row(self, line: str) -> bool:
        """Say whether every word is a label of its own: the buttons of a share bar on one line."""
        words = line.split()
        return len(words) > 1 and all(label_key(word) in self._inline for word in words)

    def is_caption(self, line: str) -> bool:
        """Say whether the line names itself a caption or ends in a picture credit."""
        return bool(self._caption.match(line) or self._credit.search(line))


def label_key(line: str) -> str:
    """Return a line as labels are compared: lower case, without outer punctuation and counts."""
    return _COUNT.sub("", line.strip(_OUTER).casefold()).strip(_OUTER)


def _all(words: Words) -> frozenset[str]:
    return frozenset(word for language in words.values() for word in language)


def _openers(words: Words) -> re.Pattern[str]:
    """Return a pattern for a line that begins with one of the words, as a word."""
    ordered = sorted(_all(words), key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, ordered))})(?:(?<=\W)|(?=[\s:|,.])|$)\s*:?\s*", re.IGNORECASE
    )


@cache
def labels() -> Labels:
    """Return the table of `labels.toml`, read once."""
    text = files(__package__).joinpath("labels.toml").read_text(encoding="utf-8")
    return Labels(msgspec.convert(tomllib.loads(text), _Table))
