"""Role nouns ("police", "foreign minister") and the words before them that say whose and what kind."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from tidings.mention.actors.entries import TABLES

RoleKind = Literal["person", "body", "group"]
ModifierKind = Literal["sector", "former", "plain"]

T = TypeVar("T")

_KINDS: dict[str, RoleKind] = {"persons": "person", "bodies": "body", "groups": "group"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun. `generic` ones ("leader") take the sector of the words beside them."""

    noun: str
    sector: str
    kind: RoleKind
    generic: bool


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before a role noun. `sector` is its own, None where it has none."""

    word: str
    kind: ModifierKind
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Something found at words `first` to `last` (both inclusive) of a sequence."""

    first: int
    last: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    value: T | None = None


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value, found in sequences of words."""

    def __init__(self, values: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in values:
            self._add(keys(phrase), value)
            if "-" in phrase:  # after "anti-" and the like the tokenizer splits nothing
                self._add(phrase.lower().split(), value)

    def _add(self, words: Iterable[str], value: T) -> None:
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        node.value = node.value or value

    def find(self, forms: Sequence[tuple[str, ...]]) -> list[Found[T]]:
        """Find the phrases, the longest at every place. `forms` holds text and lemma of every word."""
        found: list[Found[T]] = []
        at = 0
        first = self._root.next
        while at < len(forms):
            best = self._longest(forms, at) if any(form in first for form in forms[at]) else None
            if best:
                found.append(best)
            at = best.last + 1 if best else at + 1
        return found

    def _longest(self, forms: Sequence[tuple[str, ...]], at: int) -> Found[T] | None:
        nodes, best = [self._root], None
        for end in range(at, len(forms)):
            if end > at and "-" in forms[end]:
                continue
            nodes = [node.next[form] for node in nodes for form in forms[end] if form in node.next]
            if not nodes:
                break
            value = next((node.value for node in nodes if node.value is not None), None)
            if value is not None:
                best = Found(at, end, value)
        return best


def role_phrases() -> Phrases[Role]:
    """Read the role nouns of the package."""
    generic = set(WORDS["generic"]["words"])
    sectors = _table("roles.toml").items()
    known = [
        (noun, Role(noun, sector, _KINDS[name], noun in generic))
        for sector, by_kind in sectors
        for name, nouns in by_kind.items()
        for noun in nouns
    ]
    blocked = [(phrase, Role(phrase, "UNK", "body", generic=False)) for phrase in WORDS["no_role"]["words"]]
    return Phrases([*blocked, *known])


def modifier_phrases() -> Phrases[Modifier]:
    """Read the words of the package that modify a role noun."""
    return Phrases((modifier.word, modifier) for modifier in _modifiers())


_ENDINGS = (
    ("ies", "y"),
    ("men", "man"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("ss", "ss"),
    ("s", ""),
)
"""Plural endings and what the singular has instead, the first that fits."""


def _modifiers() -> Iterator[Modifier]:
    table = WORDS
    for sector, words in table["sector"].items():
        yield from (Modifier(word, "sector", sector) for word in words)
    for word in table["former"]["words"]:
        yield Modifier(word, "former")
    for word in table["plain"]["words"]:
        yield Modifier(word, "plain")


def _table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((TABLES / name).read_text(encoding="utf-8"))


WORDS = _table("modifiers.toml")
"""Words around names and role nouns, by section."""

SECTORS = frozenset(_table("roles.toml")) - {"NGO"}
"""PLOVER's sectors. The table's mark NGO is none: PLOVER has it as a country code."""


def singular(word: str) -> str:
    """Return the singular of a plural noun by its ending, any other word as it is."""
    ending = next(((old, new) for old, new in _ENDINGS if word.endswith(old) and len(word) > 2), ("", ""))
    return word.removesuffix(ending[0]) + ending[1]


def keys(phrase: str) -> list[str]:
    """Return the words of an entry as they are looked up: lower case, split as tokens are, no hyphens."""
    split = phrase.lower().replace("-", " ").replace("’", "'").replace("'s", " 's").replace("s' ", "s ' ")
    return [word.rstrip(".") or word for word in split.split()]
