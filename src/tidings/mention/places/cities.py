"""The towns of the world (cities.npz, from GeoNames), looked up by the key of a name."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import numpy as np

from tidings.mention.places.candidates import Candidate
from tidings.mention.places.names import fold, key

_ALTERNATE = 1.5  # how much less readily a town is meant by a name that is not its first
_CAPITAL = 1.0


class Cities:
    """Look-up of towns. Rows of countries.tsv stand by ISO code, those of divisions.tsv in order."""

    def __init__(self, countries: dict[str, dict[str, str]], divisions: list[dict[str, str]]) -> None:
        self._countries = countries
        self._divisions = divisions
        self._capitals = {(row["iso2"], fold(row["capital"])) for row in countries.values() if row["capital"]}
        self._columns = _load()

    def lookup(self, folded: str) -> list[Candidate]:
        """Return the towns of a folded name."""
        wanted, keys = np.uint64(key(folded)), self._columns["keys"]
        first, last = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        return [self._city(int(code)) for code in self._columns["rows"][first:last]]

    def _city(self, code: int) -> Candidate:
        row, alternate = code // 2, code % 2
        columns = self._columns
        start = int(columns["name_ends"][row - 1]) if row else 0
        name = columns["names"][start : int(columns["name_ends"][row])].tobytes().decode()
        iso2 = str(columns["countries"][columns["country"][row]])
        number = int(columns["division"][row])
        division = self._divisions[number] if number < len(self._divisions) else None
        capital = (iso2, fold(name)) in self._capitals
        population = int(columns["population"][row])
        return Candidate(
            id=f"geonames:{int(columns['geonames'][row])}",
            name=name,
            kind="city",
            lat=round(float(columns["lat"][row]), 4),
            lon=round(float(columns["lon"][row]), 4),
            country=self._countries[iso2]["country"],
            admin1=division["name"] if division else None,
            geonames=int(columns["geonames"][row]),
            precision="city",
            prior=round(float(np.log10(population + 10)), 2) + _CAPITAL * capital - _ALTERNATE * alternate,
            capital=capital,
        )


def _load() -> dict[str, np.ndarray[Any, Any]]:
    with as_file(files("tidings.mention.places").joinpath("cities.npz")) as path, np.load(path) as archive:
        return {name: archive[name] for name in archive.files}
