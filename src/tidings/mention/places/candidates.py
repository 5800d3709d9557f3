"""`Candidate`: one place that a name may mean; and what places.toml says of words and kinds."""

from __future__ import annotations

import functools
import math
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, cast

Precision = Literal["site", "city", "admin1", "country"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean.

    `prior` says how readily the name means it before the article is looked at, on the scale of log10 of
    a town's population. `admin1` is the name of its first-level division, where it is known.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    geonames: int | None
    precision: Precision | None
    prior: float
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """places.toml: words and kinds."""

    words: dict[str, frozenset[str]]
    kinds: dict[str, dict[str, Any]]


@functools.cache
def rules() -> Rules:
    """Read places.toml."""
    data = tomllib.loads(files("tidings.mention.places").joinpath("places.toml").read_text("utf-8"))
    return Rules({name: frozenset(v) for name, v in data.items() if isinstance(v, list)}, data["kinds"])


def from_row(
    row: dict[str, str],
    kind: str,
    identity: str,
    *,
    country: str | None,
    admin1: str | None = None,
    geonames: int | None = None,
) -> Candidate:
    """Return the candidate of a row of a table, with the precision and the prior of its kind."""
    entry = rules().kinds.get(kind, rules().kinds["site"])
    return Candidate(
        id=f"geonames:{geonames}" if geonames else identity,
        name=row["name"],
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        country=country,
        admin1=admin1,
        geonames=geonames,
        precision=cast("Precision | None", entry.get("precision")),
        prior=_people(row) or float(entry["prior"]),
    )


def _people(row: dict[str, str]) -> float:
    """Return the prior of a division by the people of its towns."""
    return round(max(5.5, math.log10(int(row["population"]) + 10)), 2) if row.get("population") else 0.0


def distance(one: Candidate, other: Candidate) -> float:
    """Return the great-circle distance of two places in kilometres."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
