"""Turn a word form into the numbers that the network reads; training and parsing share this file.

A form is seen three ways: as a normalised word (lower case, digits as 0), as its characters in their case,
and as a shape and an ending, hashed into fixed tables.
"""

from __future__ import annotations

import re
import zlib

MAX_CHARS = 20
SHAPES = 12
SUFFIX_BUCKETS = 4096

_CHARS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    ".,;:!?'\"-_/\\()[]{}<>@#$%&*+=~^|`€£°–—…áéíóúñüöäçèêàâîôšžčćłøåŞşğıÉÖÜ"
)
CHAR_IDS = {char: i + 2 for i, char in enumerate(_CHARS)}
"""Ids of characters; 0 pads, 1 stands for all others."""
CHAR_COUNT = len(_CHARS) + 2

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "—": "-", "–": "-"})
_DIGIT = re.compile(r"\d")


def plain(form: str) -> str:
    """Return the form with typographic quotes and dashes as plain ones."""
    form = form.translate(_PLAIN)
    return {"''": '"', "``": '"', "--": "-", "…": "..."}.get(form, form)


def normalise(form: str) -> str:
    """Return the key of the word table: plain, lower case, every digit as 0."""
    return _DIGIT.sub("0", plain(form).lower())


def char_ids(form: str) -> list[int]:
    """Return `MAX_CHARS` character ids; a longer form keeps its two ends."""
    form = plain(form)
    if len(form) > MAX_CHARS:
        form = form[: MAX_CHARS // 2] + form[-MAX_CHARS // 2 :]
    ids = [CHAR_IDS.get(char, 1) for char in form]
    return ids + [0] * (MAX_CHARS - len(ids))


def shape(form: str) -> int:
    """Return one of `SHAPES` classes of capitals, digits and marks."""
    if form.isalpha():
        return _case(form)
    if form.isdigit():
        return 6 if len(form) == 4 else 7
    if any(char.isdigit() for char in form):
        return 8
    if any(char.isalpha() for char in form):
        return 9 if form[0].isupper() else 10
    return 11


def _case(form: str) -> int:
    if form.islower():
        return 1
    if form.isupper():
        return 2 if len(form) > 1 else 3
    return 4 if form[0].isupper() and form[1:].islower() else 5


def suffix_ids(form: str) -> tuple[int, int, int]:
    """Return buckets of the last two, three and four characters of the normalised form."""
    word = normalise(form)
    return tuple(zlib.crc32(f"{n}{word[-n:]}".encode()) % SUFFIX_BUCKETS for n in (2, 3, 4))  # type: ignore[return-value]
