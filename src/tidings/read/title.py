"""Chooses the title of a web page among those that its head and its headings give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.read.metadata import Metadata
    from tidings.read.visible import VisibleLine

_NO_WORD = re.compile(r"[\W_]+")
_SITE_GAP = re.compile(r"\s+[|–—·•»:-]\s+")
_MIN_OVERLAP = 0.5
_MIN_CONTAINED = 12


def choose_title(about: Metadata, lines: Sequence[VisibleLine]) -> str | None:
    """Return the heading that agrees with the declared titles, or the best declared one, or null."""
    declared = [strip_site(title, about.publisher) for title in about.titles if title.strip()]
    headings = [line.text for line in lines if line.heading == 1 and len(line.text.split()) >= 2]
    scored = [
        (
            max((_agreement(heading, part) for title in declared for part in _parts(title)), default=0.0),
            heading,
        )
        for heading in headings
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= _MIN_OVERLAP:
        return best[1]
    return next(iter(declared), None) or next(iter(headings), None)


def title_key(text: str) -> str:
    """Return a title as titles are compared: words alone, without case."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def strip_site(title: str, publisher: str | None) -> str:
    """Return a title without the site's name that many pages put behind it ("… | The Daily Example")."""
    parts = _SITE_GAP.split(title)
    if len(parts) < 2:
        return title
    last = title_key(parts[-1])
    named = publisher is not None and (last in title_key(publisher) or title_key(publisher) in last)
    cut = title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return cut if (named or len(last.split()) <= 3) and len(cut.split()) >= 3 else title


def _parts(title: str) -> list[str]:
    """Return a title, and without what may be the site's name before it ("The Daily Example - …")."""
    gap = _SITE_GAP.search(title)
    return [title, title[gap.end() :]] if gap else [title]


def _agreement(heading: str, title: str) -> float:
    """Return the share of words in common, 1 where one of the two begins or ends with the other."""
    long, short = sorted((title_key(heading), title_key(title)), key=len, reverse=True)
    if len(short) >= _MIN_CONTAINED and (long.startswith(short) or long.endswith(short)):
        return 1.0
    return _overlap(heading, title)


def _overlap(one: str, two: str) -> float:
    first, second = set(title_key(one).split()), set(title_key(two).split())
    return len(first & second) / len(first | second) if first | second else 0.0
