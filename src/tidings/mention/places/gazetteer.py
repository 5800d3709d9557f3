"""The gazetteer: everything a name may mean on the map, from the tables and the city list."""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from typing import Any, Literal, cast

import numpy as np

from tidings.mention.places.names import fold, key
from tidings.mention.places.tables import read_table

Precision = Literal["site", "city", "admin1", "country"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean.

    `prior` says how readily the name means it before the article is looked at, on the scale of log10 of
    a town's population. `division` is "ISO2.name" of its first-level division, where it is known.
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


class Gazetteer:
    """Look-up of names. `known` holds countries, divisions and sites by folded name; cities are an index."""

    def __init__(self) -> None:
        self.known: dict[str, list[Candidate]] = defaultdict(list)
        self.bases: dict[str, list[Candidate]] = defaultdict(list)
        self._countries = {row["iso2"]: row for row in read_table("countries.tsv")}
        self._capitals = {
            (row["iso2"], fold(row["capital"])) for row in self._countries.values() if row["capital"]
        }
        self._read_countries()
        self._divisions = read_table("divisions.tsv")
        self._states: dict[str, Candidate] = {}
        self._read_divisions()
        self._read_sites()
        self._cities = _load_cities()

    def lookup(self, name: str) -> list[Candidate]:
        """Return all that a name may mean, the likeliest first."""
        folded = fold(name)
        found = [*self.known.get(folded, ()), *self._city_candidates(folded)]
        return sorted(found, key=lambda candidate: (-candidate.prior, candidate.id))

    def division(self, name: str) -> list[Candidate]:
        """Return the divisions of a name that stands beside "province", "region" and the like."""
        return self.bases.get(fold(name), [])

    @functools.cached_property
    def codes(self) -> frozenset[str]:
        """The PLOVER codes of all countries."""
        return frozenset(row["country"] for row in self._countries.values())

    def state(self, letters: str) -> str | None:
        """Return the name of the American state that two capital letters stand for ("TX")."""
        return self._states[letters].name if letters in self._states else None

    def is_known(self, name: str) -> bool:
        """Return whether a country, division or site has the name."""
        return fold(name) in self.known

    def _add(self, candidate: Candidate, aliases: str) -> None:
        for name in dict.fromkeys([fold(candidate.name), *(fold(alias) for alias in aliases.split(";"))]):
            if name:
                self.known[name].append(candidate)

    def _read_countries(self) -> None:
        for row in read_table("countries.tsv"):
            number = int(row["geonames"]) if row["geonames"] else None
            self._add(
                _candidate(row, "country", f"country:{fold(row['name'])}", row["country"], None, number),
                row["aliases"],
            )

    def _read_divisions(self) -> None:
        words = rules().words["division_words"]
        for row in self._divisions:
            country = self._countries[row["country"]]["country"]
            number = int(row["geonames"]) if row["geonames"] else None
            identity = f"division:{row['country']}.{row['code'] or fold(row['name']).replace(' ', '-')}"
            made = _candidate(
                row, "division" if row["code"] else "county", identity, country, row["name"], number
            )
            self._add(made, row["aliases"])
            folded = {fold(name): None for name in (row["name"], *row["aliases"].split(";")) if name}
            bases = {" ".join(p for p in name.split() if p not in words) or name: None for name in folded}
            for base in bases:
                self.bases[base].append(made)
            if row["country"] == "US" and row["code"]:
                self._states[row["code"]] = made

    @functools.cached_property
    def _counties(self) -> dict[str, tuple[str, list[str]]]:
        rows = read_table("counties.tsv")
        return {fold(row["name"]): (row["name"], row["states"].split()) for row in rows}

    def counties(self, name: str) -> list[Candidate]:
        """Return the counties of the United States of a name ("Scott County"), one for each state.

        Their coordinates are those of the state until the article says more.
        """
        known, states = self._counties.get(fold(name), (name, []))
        return [
            replace(
                self._states[state],
                id=f"county:{state}.{fold(known).replace(' ', '-')}",
                name=known,
                kind="county",
                admin1=self._states[state].name,
                geonames=None,
                prior=5.0,
            )
            for state in states
            if state in self._states
        ]

    def _read_sites(self) -> None:
        for row in read_table("sites.tsv"):
            identity = f"site:{fold(row['name']).replace(' ', '-')}"
            self._add(
                _candidate(row, row["kind"], identity, row["country"] or None, None, None), row["aliases"]
            )

    def _city_candidates(self, folded: str) -> list[Candidate]:
        wanted, keys = np.uint64(key(folded)), self._cities["keys"]
        first, last = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        return [self._city(int(code)) for code in self._cities["rows"][first:last]]

    def _city(self, code: int) -> Candidate:
        row, alternate = code // 2, code % 2
        columns = self._cities
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
            prior=round(float(np.log10(population + 10)), 2) + 1.0 * capital - 1.5 * alternate,
            capital=capital,
        )


def _candidate(
    row: dict[str, str], kind: str, identity: str, country: str | None, admin1: str | None, number: int | None
) -> Candidate:
    entry = rules().kinds.get(kind, rules().kinds["site"])
    return Candidate(
        id=f"geonames:{number}" if number else identity,
        name=row["name"],
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        country=country,
        admin1=admin1,
        geonames=number,
        precision=cast("Precision | None", entry.get("precision")),
        prior=_people(row) or float(entry["prior"]),
    )


def _people(row: dict[str, str]) -> float:
    """Return the prior of a division by the people of its towns."""
    return round(max(5.5, float(np.log10(int(row["population"]) + 10))), 2) if row.get("population") else 0.0


def _load_cities() -> dict[str, np.ndarray[Any, Any]]:
    with as_file(files("tidings.mention.places").joinpath("cities.npz")) as path, np.load(path) as archive:
        return {name: archive[name] for name in archive.files}


@functools.cache
def load() -> Gazetteer:
    """Read the gazetteer of the package (about 0.1 s, 12 MB)."""
    return Gazetteer()
