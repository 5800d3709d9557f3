"""Place names as keys: the same name written in two ways gives the same key."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata

_MARKS = str.maketrans(
    dict.fromkeys("'’‘ʿʾ`´ʼ.", None) | {"-": " ", "–": " ", "ł": "l", "Ł": "l", "ø": "o", "ı": "i"}
)
_SAINT = re.compile(r"\bsaint\b")


@functools.lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return a name without case, accents, apostrophes, full stops and hyphens; "Saint" is "st"."""
    plain = name.translate(_MARKS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _SAINT.sub("st", " ".join(plain.casefold().split()))


def key(folded: str) -> int:
    """Return a 64-bit key of a folded name: the same on every machine and in every run."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")
