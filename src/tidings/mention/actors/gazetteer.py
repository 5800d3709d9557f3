"""Finding known names in running text, on words rather than on tokens, so that hyphens do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tidings.mention.actors.entries import Entry
from tidings.mention.actors.roles import WORDS

_WEAK = frozenset(WORDS["weak"]["names"])
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "ð": "d",
        "þ": "th",
    }
)
_GAP = re.compile(r"[ \u00a0]?[-‐–.'’`&/]?[ \u00a0\n]?|, |\. ?[-'’]?")
"""What may stand between two words of one name."""


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return the word in lower case and without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def name_parts(name: str) -> list[str]:
    """Return the words of a name as they are compared, without "Jr." and the like."""
    words = [fold(word.strip(",.")) for word in name.split()]
    return [word for word in words if word not in ("jr", "sr")] or words


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its character offsets, and the form in which names are looked up."""

    text: str
    key: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Split a stretch of text into words: letters and digits, without punctuation."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m.group(), fold(m.group()), m.start(), m.end()) for m in found]


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name found in the text. `entries` are all that the name can stand for."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    bare: bool = False
    """Whether the form is a short one, which needs support by its context."""
    weak: bool = False
    """Whether many states call an institution of theirs so."""


_Form = tuple[tuple[str, ...], bool, Entry, bool]
"""The words of a name, whether it is a short form, its entry, whether it has a comma."""


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)


class Gazetteer:
    """All known names as a tree of words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        for entry in entries:
            for name in entry.names:
                self._add(name, entry, bare=False)
            for name in entry.short:
                self._add(name, entry, bare=True)

    def _add(self, name: str, entry: Entry, *, bare: bool) -> None:
        shape = tuple(_WORD.findall(name))
        node = self._root
        for key in map(fold, shape):
            if key not in node.next:
                node.next[key] = _Node()
            node = node.next[key]
        node.forms.append((shape, bare, entry, "," in name))

    def find(self, text: str, sentence: list[Word]) -> Iterator[Hit]:
        """Yield the known names among the words of one sentence, the longest first at every place."""
        shouted = text[sentence[0].start : sentence[-1].end].isupper() if len(sentence) > 2 else False
        at = 0
        while at < len(sentence):
            hit, length = self._longest(text, sentence, at, shouted=shouted)
            if hit and not text.startswith("$", hit.end):
                yield hit
            at += length

    def _longest(self, text: str, sentence: list[Word], at: int, *, shouted: bool) -> tuple[Hit | None, int]:
        node, best, length = self._root, None, 1
        for end in range(at, len(sentence)):
            if end > at and not _GAP.fullmatch(text, sentence[end - 1].end, sentence[end].start):
                break
            following = node.next.get(sentence[end].key)
            if following is None:
                break
            node = following
            if node.forms:
                span = sentence[at : end + 1]
                comma = "," in text[span[0].start : span[-1].end]
                forms = [f for f in node.forms if f[3] >= comma and _same_case(f[0], span, shouted=shouted)]
                if forms:
                    sure = _sure(forms)
                    entries = tuple(dict.fromkeys(form[2] for form in sure))
                    weak = " ".join(word.text for word in span) in _WEAK
                    best = Hit(
                        span[0].start, span[-1].end, entries, bare=all(form[1] for form in sure), weak=weak
                    )
                    length = end + 1 - at
        return best, length


def _sure(forms: list[_Form]) -> list[_Form]:
    """Return the forms that need no support, and with them those of bodies; all where there is none."""
    if all(form[1] for form in forms):
        return forms
    return [form for form in forms if not form[1] or form[2].kind == "organisation"]


def _same_case(shape: tuple[str, ...], span: list[Word], *, shouted: bool) -> bool:
    """Whether capitals stand where the name has them. An acronym in a line of capitals is no evidence."""
    for want, word in zip(shape, span, strict=True):
        if want[0].isupper() and not word.text[0].isupper():
            return False
        if (
            not want[1:].islower()
            and want[1:].lower() != want[1:]
            and word.text != want
            and not word.text.isupper()
        ):
            return False
    return len(shape) > 1 or not (shouted and shape[0].isupper() and len(shape[0]) < 6)
