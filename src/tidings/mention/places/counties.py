"""The counties of the United States (counties.tsv): one candidate for each state that has one of the name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from tidings.mention.places.candidates import Candidate
from tidings.mention.places.names import fold
from tidings.mention.places.tables import read_table

_PRIOR = 5.0
COUNTY_WORDS = frozenset({"county", "parish", "borough"})
"""What the name of a county ends with."""


class Counties:
    """Look-up of counties. `states` are the candidates of the states by their two letters."""

    def __init__(self, states: dict[str, Candidate]) -> None:
        self._states = states
        self._rows: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in read_table("counties.tsv"):
            if row["state"] in states:
                self._rows[fold(row["name"])].append(row)

    def lookup(self, name: str) -> list[Candidate]:
        """Return the counties of a name in full ("Scott County"), with the middle of their area."""
        return [self._county(row) for row in self._rows.get(fold(name), ())]

    def _county(self, row: dict[str, str]) -> Candidate:
        state = self._states[row["state"]]
        return replace(
            state,
            id=f"county:{row['state']}.{fold(row['name']).replace(' ', '-')}",
            name=row["name"],
            kind="county",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            admin1=state.name,
            geonames=None,
            prior=_PRIOR,
        )
