"""Other finders of places in text, each optional: what `places.py` prints beside Tidings.

They say which names are places; none of them says from the text which place of a name is meant, so only what
is found is compared.

flashgeotext         names of cities and countries with their synonyms (GeoNames), with offsets
geotext              names of cities and countries by capital letters; we look up their offsets

pip install flashgeotext geotext
"""

from __future__ import annotations

import importlib
import logging
import re
from collections.abc import Callable

Finder = Callable[[str], list[tuple[int, int]]]


def installed() -> dict[str, Finder]:
    """Return the peers that can be imported, by name."""
    found: dict[str, Finder] = {}
    for name, make in (("flashgeotext", _flashgeotext), ("geotext", _geotext)):
        try:
            found[name] = make()
        except ImportError:
            continue
    return found


def _flashgeotext() -> Finder:
    importlib.import_module("loguru").logger.disable("flashgeotext")
    logging.getLogger("flashgeotext").setLevel(logging.CRITICAL)
    reader = importlib.import_module("flashgeotext.geotext").GeoText()

    def find(text: str) -> list[tuple[int, int]]:
        found = reader.extract(text, span_info=True)
        spans = (span for group in found.values() for place in group.values() for span in place["span_info"])
        return sorted({(int(first), int(last)) for first, last in spans})

    return find


def _geotext() -> Finder:
    reader = importlib.import_module("geotext").GeoText

    def find(text: str) -> list[tuple[int, int]]:
        found = reader(text)
        names = {name for name in (*found.cities, *found.countries) if name}
        spans = {m.span() for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)}
        longest: list[tuple[int, int]] = []
        for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not longest or first >= longest[-1][1]:
                longest.append((first, last))
        return longest

    return find
