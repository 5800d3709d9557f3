"""The gazetteer: everything a name may mean on the map, from the tables and the city list."""

from __future__ import annotations

import functools
from collections import defaultdict

from tidings.mention.places.candidates import Candidate, Precision, from_row, rules
from tidings.mention.places.cities import Cities
from tidings.mention.places.counties import Counties
from tidings.mention.places.names import fold
from tidings.mention.places.tables import read_table

__all__ = ["Candidate", "Gazetteer", "Precision", "load", "rules"]


class Gazetteer:
    """Look-up of names. `known` holds countries, divisions and sites by folded name; cities are an index."""

    def __init__(self) -> None:
        self.known: dict[str, list[Candidate]] = defaultdict(list)
        self.bases: dict[str, list[Candidate]] = defaultdict(list)
        self._countries = {row["iso2"]: row for row in read_table("countries.tsv")}
        self._read_countries()
        divisions = read_table("divisions.tsv")
        self._states: dict[str, Candidate] = {}
        self._read_divisions(divisions)
        self._read_sites()
        self._cities = Cities(self._countries, divisions)

    def lookup(self, name: str) -> list[Candidate]:
        """Return all that a name may mean, the likeliest first."""
        folded = fold(name)
        found = [*self.known.get(folded, ()), *self._cities.lookup(folded)]
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

    @functools.cached_property
    def _counties(self) -> Counties:
        return Counties(self._states)

    def counties(self, name: str) -> list[Candidate]:
        """Return the counties of the United States of a name ("Scott County"), one for each state."""
        return self._counties.lookup(name)

    def _add(self, candidate: Candidate, aliases: str) -> None:
        for name in dict.fromkeys([fold(candidate.name), *(fold(alias) for alias in aliases.split(";"))]):
            if name:
                self.known[name].append(candidate)

    def _read_countries(self) -> None:
        for row in self._countries.values():
            number = int(row["geonames"]) if row["geonames"] else None
            identity = f"country:{fold(row['name'])}"
            self._add(
                from_row(row, "country", identity, country=row["country"], geonames=number), row["aliases"]
            )

    def _read_divisions(self, divisions: list[dict[str, str]]) -> None:
        for row in divisions:
            made = from_row(
                row,
                "division" if row["code"] else "county",
                f"division:{row['country']}.{row['code'] or fold(row['name']).replace(' ', '-')}",
                country=self._countries[row["country"]]["country"],
                admin1=row["name"],
                geonames=int(row["geonames"]) if row["geonames"] else None,
            )
            self._add(made, row["aliases"])
            for base in _bases(row):
                self.bases[base].append(made)
            if row["country"] == "US" and row["code"]:
                self._states[row["code"]] = made

    def _read_sites(self) -> None:
        for row in read_table("sites.tsv"):
            identity = f"site:{fold(row['name']).replace(' ', '-')}"
            self._add(from_row(row, row["kind"], identity, country=row["country"] or None), row["aliases"])


def _bases(row: dict[str, str]) -> list[str]:
    """Return the names of a division without words such as "province"."""
    words = rules().words["division_words"]
    folded = dict.fromkeys(fold(name) for name in (row["name"], *row["aliases"].split(";")) if name)
    return list(dict.fromkeys(" ".join(p for p in name.split() if p not in words) or name for name in folded))


@functools.cache
def load() -> Gazetteer:
    """Read the gazetteer of the package (about 0.1 s, 12 MB)."""
    return Gazetteer()
