"""The contexts of an event, and the trades that make a sentence no political news."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tidings.codebook.words import stands_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tidings.codebook import Codebook
    from tidings.records import Sentence, Token


MANY = 3
"""A domain is a text's own where at least so many sentences, and one in so many, speak of it."""


class CueIndex:
    """Many named cue lists, looked up in one pass over the tokens."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, cues in lists.items():
            for cue in cues:
                parts = tuple(cue.replace("-", " ").lower().split())
                self._by_last[parts[-1]].append((parts, name))

    def found(self, tokens: Sequence[Token]) -> dict[str, set[str]]:
        """Return for every list that has a cue among the tokens the cues found."""
        hits: dict[str, set[str]] = defaultdict(set)
        for token in tokens:
            lemma = token.lemma.lower()
            entries = self._by_last.get(lemma, [])
            if token.lower != lemma:
                entries = entries + self._by_last.get(token.lower, [])
            for parts, name in entries:
                if len(parts) == 1 or stands_at(parts, len(parts) - 1, token):
                    hits[name].add(" ".join(parts))
        return hits


class Contexts:
    """Reads contexts and domains of sentences from the codebook's cues."""

    def __init__(self, codebook: Codebook) -> None:
        self._names = tuple(codebook.contexts)
        self._contexts = CueIndex({name: entry.cues for name, entry in codebook.contexts.items()})
        self._of_mode = codebook.rules.contexts_of_mode
        self._strong = CueIndex({name: entry.strong for name, entry in codebook.domains.items()})
        self._weak = CueIndex({name: entry.weak for name, entry in codebook.domains.items()})
        self._spares = {name: frozenset(entry.spares) for name, entry in codebook.domains.items()}

    def of(self, sentence: Sentence, kind: str, mode: str | None) -> tuple[str, ...]:
        """Return the contexts of an event in the sentence, in the codebook's order."""
        of_mode = self._of_mode.get(f"{kind}.{mode}", ())
        found = self._contexts.found(sentence.tokens)
        return tuple(name for name in self._names if name in found or name in of_mode)

    def trades(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the non-political domains that the sentence speaks of."""
        strong = self._strong.found(sentence.tokens)
        weak = self._weak.found(sentence.tokens)
        return tuple(name for name in self._spares if name in strong or len(weak.get(name, ())) > 1)

    def trades_of_all(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """Return the domains that a whole text is about: a third of its sentences and three at least."""
        counts = Counter(name for sentence in sentences for name in self.trades(sentence))
        return tuple(name for name, n in counts.items() if n >= MANY and n * MANY >= len(sentences))

    def spares(self, trade: str, kind: str) -> bool:
        """Whether events of the type are coded in that domain all the same."""
        return kind in self._spares[trade]
