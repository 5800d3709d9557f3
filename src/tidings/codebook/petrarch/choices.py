"""Patterns that stand for several: choices of words and of prepositions are written out."""

from __future__ import annotations

import re

_CHOICE = re.compile(r"\{(?P<braces>[^{}()]*\|[^{}()]*)\}|\((?P<slashes>[^\W\d_]+(?:/[^\W\d_]+)+)(?=[\s)])")
# Choices in one pattern are written out up to so many.
MANY = 60


def alternatives(text: str) -> list[str]:
    """Return the patterns that one with "{ A | B }" or "(BY/WITH …)" stands for, at most `MANY`."""
    done: list[str] = []
    rest = [text]
    while rest:
        pattern = rest.pop(0)
        found = _CHOICE.search(pattern)
        words = _words(found) if found else []
        if found is None or len(done) + len(rest) + len(words) > MANY:
            done.append(pattern)
            continue
        start, end = found.span() if found["braces"] is not None else found.span("slashes")
        rest = [pattern[:start] + word + pattern[end:] for word in words] + rest
    return done


def _words(found: re.Match[str]) -> list[str]:
    if found["braces"] is None:
        return found["slashes"].split("/")
    return [word.strip() for word in found["braces"].split("|") if word.strip()]
