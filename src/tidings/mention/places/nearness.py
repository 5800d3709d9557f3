"""How well the meanings of an article's names fit on one map: papers name what lies close together."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tidings.mention.places.candidates import Candidate

_NEAR = 80.0  # kilometres
_EARTH = 6371.0
# Kinds that are points on the map, at this scale.
_POINTS = frozenset({"site", "city"})
_MOST = 60  # candidates of one name that are looked at, the likeliest first


def support(meanings: Mapping[str, list[Candidate]]) -> dict[tuple[str, str], float]:
    """Return for each name and id of a meaning how many of the other names may mean a place close to it.

    Close to a country is what lies in it. A name counts less for a small namesake of a great place: by the
    third root of its share of the people.
    """
    points = [
        (name, candidate, candidate.prior - max(c.prior for c in candidates))
        for name, candidates in meanings.items()
        for candidate in candidates[:_MOST]
        if candidate.precision in _POINTS or candidate.kind == "county"
    ]
    if len({name for name, _, _ in points}) < 2:
        return _inside_countries(meanings)
    names = list(dict.fromkeys(name for name, _, _ in points))
    own = np.array([names.index(name) for name, _, _ in points])
    weights = 10 ** (np.array([behind for _, _, behind in points]) / 3)
    near = _close([candidate for _, candidate, _ in points]) * weights
    starts = np.flatnonzero(np.diff(own, prepend=-1))
    by_name = np.maximum.reduceat(near, starts, axis=1)
    by_name[np.arange(len(points)), own] = 0.0
    return _inside_countries(meanings) | {
        (name, candidate.id): float(total)
        for (name, candidate, _), total in zip(points, by_name.sum(axis=1), strict=True)
        if total > 0
    }


def _inside_countries(meanings: Mapping[str, list[Candidate]]) -> dict[tuple[str, str], float]:
    """Return for each name that may be a country how many of the others may lie in it."""
    countries = [(name, c) for name, all_ in meanings.items() for c in all_ if c.kind == "country"]
    found: dict[tuple[str, str], float] = {}
    for name, country in countries:
        found[name, country.id] = sum(
            max((_weight(c, all_) for c in all_[:_MOST] if c.country == country.country), default=0.0)
            for other, all_ in meanings.items()
            if other != name
        )
    return found


def _weight(candidate: Candidate, rivals: list[Candidate]) -> float:
    return float(10 ** ((candidate.prior - max(c.prior for c in rivals)) / 3))


def _close(candidates: list[Candidate]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return which of the candidates lie close to which (a square of truth values)."""
    lat, lon = np.radians(np.array([(c.lat, c.lon) for c in candidates])).T
    unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    close: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = unit @ unit.T > np.cos(_NEAR / _EARTH)
    return close
