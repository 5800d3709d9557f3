"""`WordList`: a list of lemmas and phrases, matched against tokens of a parsed text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.records import Token

MODIFIERS = frozenset({"compound", "amod", "flat", "nummod", "nmod:desc"})


class WordList:
    """Single lemmas, and phrases of several words, which match a run of lemmas, hyphenated or not."""

    __slots__ = ("phrases", "single")

    def __init__(self, entries: Iterable[str]) -> None:
        entries = tuple(entries)
        split = [tuple(entry.replace("-", " ").lower().split()) for entry in entries]
        joined = (entry.lower() for entry in entries if "-" in entry and " " not in entry)
        self.single = frozenset((*(parts[0] for parts in split if len(parts) == 1), *joined))
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for parts in split:
            for at, word in enumerate(parts if len(parts) > 1 else ()):
                self.phrases.setdefault(word, []).append((parts, at))

    def has(self, token: Token) -> bool:
        """Whether the list holds the token's lemma or form, or a phrase that ends with the token."""
        lemma = token.lemma.lower()
        if lemma in self.single or token.lower in self.single:
            return True
        return bool(self.phrases) and any(
            at == len(parts) - 1 and stands_at(parts, at, token) for parts, at in self._phrases_with(token)
        )

    def has_head(self, token: Token) -> bool:
        """Whether the list holds the head of a phrase, a modifier of it, or a phrase around it.

        A possessor is no modifier: "the president's resignation" is no phrase of presidents.
        """
        return self.has_part(token) or any(self.has(modifier) for modifier in _modifiers(token))

    def has_part(self, token: Token) -> bool:
        """Whether the list holds the token, or a phrase of which it is a word: "give" of "give up"."""
        if self.has(token):
            return True
        return bool(self.phrases) and any(
            stands_at(parts, at, token) for parts, at in self._phrases_with(token)
        )

    def any(self, tokens: Iterable[Token]) -> bool:
        """Whether the list holds one of the tokens."""
        return any(self.has(token) for token in tokens)

    def _phrases_with(self, token: Token) -> list[tuple[tuple[str, ...], int]]:
        lemma = token.lemma.lower()
        found = self.phrases.get(lemma, [])
        return found if token.lower == lemma else found + self.phrases.get(token.lower, [])


def _modifiers(token: Token) -> Iterator[Token]:
    """Yield the modifiers of a noun and what is coordinated with them: "a rash and dangerous way"."""
    for child in token.children:
        if child.deprel in MODIFIERS:
            yield child
            yield from (c for c in child.children if c.deprel == "conj")


def stands_at(parts: tuple[str, ...], at: int, token: Token) -> bool:
    """Whether the phrase stands around the token, which is its word number `at`; hyphens are skipped."""
    tokens = token.sentence.tokens
    here = token.i - tokens[0].i
    before = _words(tokens[here - 1 :: -1] if here else [], at)
    after = _words(tokens[here + 1 :], len(parts) - at - 1)
    found = [*reversed(before), token, *after]
    return len(found) == len(parts) and all(
        word in (t.lemma.lower(), t.lower) for word, t in zip(parts, found, strict=True)
    )


def _words(tokens: Iterable[Token], count: int) -> list[Token]:
    """Return the first so many tokens that are no hyphens."""
    found: list[Token] = []
    for token in tokens:
        if len(found) == count:
            break
        if token.text != "-":
            found.append(token)
    return found
