"""What one line shows by itself: prose or not, a date, a byline, a dateline, a menu."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tidings.read.byline import authors
from tidings.read.labels import labels
from tidings.read.written_date import FoundDate, date_words, find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

# A sentence ends in one of these, possibly behind closing quotation marks and brackets.
_FULL_STOP = re.compile(r"[.!?…。！？؟][\"'”’»“)\]]*\s*(?:\(\w{2,12}\))?$|[.!?,][”\"’]$")
_MENU = re.compile(r"\s[|•·›»>/]\s")
# A credit in brackets ends a caption: "… on Monday (Kari Holm)".
_BRACKET_END = re.compile(r"\w{3,}\.? \((?:[A-Z][\w’'.& ]{2,40}\))?$")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")
_LIST_ITEM = re.compile(r"(?:[-*•–▪■◦]\s|\(?\d{1,2}[.)]\s)")
_SHORT_CHARS = 500
_REPEATED = 3
_REPEATED_WORDS = 2
_TWICE_WORDS = 6
_END_CHARS = 24


class Line:
    """A unit's text and its features, each computed when it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = len(text.split())
        # Labels, dates and bylines are short; a long line of few words is no line of words at all.
        self.is_short = len(text) <= _SHORT_CHARS
        self.is_repeated = False

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends in a full stop, also behind quotation marks."""
        return _FULL_STOP.search(self.text[-_END_CHARS:]) is not None

    @cached_property
    def date(self) -> FoundDate | None:
        """The first date in a short line."""
        return find_date(self.text) if self.is_short else None

    @cached_property
    def is_date(self) -> bool:
        """A date and nothing else but a weekday, a time, or words such as "Published"."""
        found = self.date
        if found is None or self.words > 14:
            return False
        rest = self.text[: found.start] + " " + self.text[found.end :]
        for opener in (labels().published, labels().updated):
            rest = opener.sub("", rest.strip(" |•·,–-"), count=1)
        return all(word in date_words() for word in _LETTERS.findall(rest.lower()))

    @cached_property
    def is_foreign(self) -> bool:
        """Whether it is a label below which other articles stand."""
        return self.is_short and self.words <= 10 and labels().is_foreign(self.text)

    @cached_property
    def is_furniture(self) -> bool:
        """Whether its words make it furniture."""
        return self.is_short and labels().is_inline(self.text)

    @property
    def is_inline(self) -> bool:
        """Whether it is furniture, by its words or because the page repeats it."""
        return self.is_repeated or self.is_furniture

    @cached_property
    def is_caption(self) -> bool:
        """Whether it names itself a caption or ends in a picture credit."""
        if not self.is_short:
            return False
        ends_in_credit = not self.is_prose and _BRACKET_END.search(self.text) is not None
        return ends_in_credit or labels().is_caption(self.text)

    @cached_property
    def is_menu(self) -> bool:
        """Whether it is a row of links ("World | Business | Sport")."""
        if not any(letter.isalnum() for letter in self.text):
            return True
        return not self.ends_sentence and self.is_short and len(_MENU.findall(self.text)) >= 2

    @cached_property
    def is_prose(self) -> bool:
        """A sentence at least: words enough and the full stop that headlines lack."""
        if self.is_foreign or self.is_menu:
            return False
        if self.ends_sentence:
            return self.words >= 4
        return self.words >= 28 or (self.words >= 8 and self.text.endswith((":", ";", ",")))

    @property
    def is_known(self) -> bool:
        """Whether its words alone say what it is, and that it is no prose of the article."""
        named = self.is_foreign or self.is_inline or self.is_menu or self.is_date or self.is_caption
        return named or self.byline is not None

    @cached_property
    def is_quote_source(self) -> bool:
        """The name below a quotation set apart ("—Jane Doe")."""
        return self.text.startswith(("—", "–", "― ")) and self.words <= 20

    @cached_property
    def is_list_item(self) -> bool:
        """Whether it begins with a bullet or a number."""
        return _LIST_ITEM.match(self.text) is not None

    @cached_property
    def byline(self) -> str | None:
        """The names of the authors, where the line is a byline."""
        opener = labels().byline.match(self.text) if self.is_short else None
        if opener is None or self.words > 20 or self.is_prose:
            return None
        rest = self.text[opener.end() :]
        if self.date is not None:
            rest = self.text[opener.end() : max(self.date.start, opener.end())]
        return authors(rest)


def mark_repeated(lines: Sequence[Line]) -> None:
    """Mark the lines that stand three times or more on one page, and the second of two long ones.

    Sites repeat their notices between the paragraphs; articles do not repeat a sentence.
    """
    counts = Counter(line.text for line in lines)
    seen: set[str] = set()
    for line in lines:
        is_often = counts[line.text] >= _REPEATED and line.words >= _REPEATED_WORDS
        line.is_repeated = is_often or (line.text in seen and line.words >= _TWICE_WORDS)
        seen.add(line.text)
