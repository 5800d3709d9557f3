"""CAMEO's codes of actors ("USAGOV", "IGOUNO") and what PLOVER has for them (`actor_codes.tsv`)."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

# A body's own code says more than these: "IGOUNO" is the UN.
GENERAL = frozenset({None, "IGO", "NGO"})


@dataclass(frozen=True, slots=True)
class ActorCode:
    """A code taken apart: country or None, sectors in their order, and the parts that PLOVER has not."""

    country: str | None
    sectors: tuple[str, ...]
    unknown: tuple[str, ...]


@cache
def _table() -> dict[str, dict[str, str]]:
    file = resources.files("tidings.codebook.petrarch") / "actor_codes.tsv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row["code"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def office(sector: str) -> str:
    """Return what stands for the office of a person of that sector."""
    return next(row["office"] for row in _table().values() if row["sector"] == sector)


def actor_code(code: str, countries: Collection[str]) -> ActorCode | None:
    """Return a code of three letters a part; None where it is not made so. `countries` are PLOVER's codes."""
    if not re.fullmatch(r"(?:[A-Z]{3})+", code):
        return None
    country: str | None = None
    sectors: dict[str, None] = {}
    unknown: list[str] = []
    for part in re.findall("...", code):
        row = _table().get(part, {"country": part if part in countries else "", "sector": ""})
        if row["country"] and country in GENERAL:
            country = row["country"]
        elif row["sector"]:
            sectors[row["sector"]] = None
        else:
            unknown.append(part)
    return ActorCode(country, tuple(sectors), tuple(unknown))
