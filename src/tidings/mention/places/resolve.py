"""Chooses what every name means: by containment, by the article's countries, by how well known a place is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from tidings.mention.places.demonyms import demonyms
from tidings.mention.places.gazetteer import Candidate, Gazetteer
from tidings.mention.places.names import fold
from tidings.mention.places.spans import Naming
from tidings.records import Document

# Weights on the scale of log10 of population. They were set on GeoVirus and LGL by benchmarks/places.py.
_CONTAINED = 8.0
_COUNTRY = 4.0
_DIVISION = 3.0
_NEAR = 1.5
_TRIES = 2


@dataclass(slots=True)
class Focus:
    """How much of the article speaks of each country and each first-level division (shares of 1)."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[tuple[str | None, str], float] = field(default_factory=lambda: defaultdict(float))


def resolve(
    namings: list[Naming], document: Document, gazetteer: Gazetteer
) -> dict[int, tuple[Candidate, float]]:
    """Return the meaning of each naming, by its place in the list, and how sure it is; unknown ones lack."""
    decided = {
        i: (max(n.candidates, key=_prior), _first_sure(n)) for i, n in enumerate(namings) if n.candidates
    }
    contained = _contained(namings, gazetteer)
    background = _background(document, gazetteer)
    for _ in range(_TRIES):
        chosen = dict(decided)
        for i, naming in enumerate(namings):
            if naming.candidates:
                others = [one for k, one in chosen.items() if fold(namings[k].text) != fold(naming.text)]
                decided[i] = decide(naming, _focus(others, background), others, contained[i])
    return _settle_counties(decided)


def _prior(candidate: Candidate) -> float:
    return candidate.prior


def _first_sure(naming: Naming) -> float:
    """How much a naming says before the others are looked at: little where it may mean many places."""
    rivals = sorted((c.prior for c in naming.candidates), reverse=True)
    return 1.0 if len(rivals) == 1 or rivals[0] - rivals[1] > 1.5 else 0.3


def _contained(namings: list[Naming], gazetteer: Gazetteer) -> list[set[str]]:
    """Return for each naming the meanings that the text itself places, here or at another mention."""
    own = [{c.id for c in inside(naming, gazetteer)} for naming in namings]
    by_name: dict[str, set[str]] = {}
    for naming, ids in zip(namings, own, strict=True):
        by_name.setdefault(fold(naming.text), set()).update(ids)
    return [ids or by_name[fold(naming.text)] for naming, ids in zip(namings, own, strict=True)]


def inside(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the meanings that lie in the division or country that the text names right after.

    In a list ("China, Japan and Ukraine") a small namesake inside the next name is not meant.
    """
    if naming.container is None or not naming.candidates:
        return []
    holders = [
        c for c in gazetteer.lookup(naming.container) if c.kind in {"country", "division", "region", "county"}
    ]
    best = max(naming.candidates, key=_prior)
    lowest = best.prior - 2.5 if best.kind in {"country", "division"} else 0.0
    return [
        c for c in naming.candidates if c.prior >= lowest and any(_holds(holder, c) for holder in holders)
    ]


def _holds(holder: Candidate, candidate: Candidate) -> bool:
    if holder.id == candidate.id or holder.country != candidate.country:
        return False
    if holder.kind == "country":
        return candidate.kind != "country"
    if holder.kind == "division":
        return candidate.admin1 == holder.name and candidate.kind != "division"
    return distance(holder, candidate) < 250


def _background(document: Document, gazetteer: Gazetteer) -> Focus:
    """Return what adjectives ("Syrian") and names of bodies ("Minnesota Senate") say of where it is."""
    focus = Focus()
    for country, times in _adjectives(document).items():
        focus.countries[country] += times
    for entity in document.entities:
        if entity.label in {"ORG", "MISC"} and len(entity.tokens) > 1:
            for candidate in gazetteer.known.get(fold(entity.tokens[0].text), ())[:3]:
                count(focus, candidate, 0.5)
    return focus


def count(focus: Focus, candidate: Candidate, weight: float) -> None:
    """Let a place count for its country and division."""
    if candidate.country is not None:
        focus.countries[candidate.country] += weight
        if candidate.admin1:
            focus.divisions[candidate.country, candidate.admin1] += weight


def _focus(others: list[tuple[Candidate, float]], background: Focus) -> Focus:
    focus = Focus(background.countries.copy(), background.divisions.copy())
    for candidate, sure in others:
        count(focus, candidate, sure)
    return focus


def _adjectives(document: Document) -> Counter[str]:
    """Count the countries whose adjective or people the text names ("Syrian", "Syrians")."""
    known = demonyms()
    counts: Counter[str] = Counter()
    for token in document.tokens:
        if token.text[0].isupper() and (country := known.get(token.text)):
            counts[country] += 1
    return counts


def decide(
    naming: Naming, focus: Focus, others: list[tuple[Candidate, float]], contained: set[str]
) -> tuple[Candidate, float]:
    """Return the likeliest meaning of a naming and how sure; `contained` are ids that the text places."""
    countries, divisions = sum(focus.countries.values()), sum(focus.divisions.values())
    towns = [one for one, sure in others if one.kind == "city" and sure > 0.5]

    def score(candidate: Candidate) -> float:
        total = candidate.prior
        if candidate.country and countries:
            total += _COUNTRY * focus.countries[candidate.country] / (countries + 1)
        if candidate.admin1 and divisions:
            total += _DIVISION * focus.divisions[candidate.country, candidate.admin1] / (divisions + 1)
        if towns and candidate.kind == "city":
            total += _NEAR * sum(distance(candidate, town) < 120 for town in towns) / len(towns)
        return total + (_CONTAINED if candidate.id in contained else 0.0)

    ranked = sorted(naming.candidates, key=lambda candidate: (-score(candidate), candidate.id))
    best = ranked[0]
    rival = next((c for c in ranked[1:] if distance(best, c) > 100), None)
    margin = score(best) - score(rival) if rival else 4.0
    return best, _confidence(margin, tagged=naming.tagged)


def _settle_counties(decided: dict[int, tuple[Candidate, float]]) -> dict[int, tuple[Candidate, float]]:
    """Give American counties the middle of the towns that the article names in their state."""
    towns: dict[str, list[Candidate]] = {}
    for candidate, _ in decided.values():
        if candidate.kind == "city" and candidate.country == "USA" and candidate.admin1:
            towns.setdefault(candidate.admin1, []).append(candidate)
    for i, (candidate, sure) in decided.items():
        near = towns.get(candidate.admin1 or "") if candidate.id.startswith("county:") else None
        if near:
            lat, lon = (sum(getattr(t, axis) for t in near) / len(near) for axis in ("lat", "lon"))
            decided[i] = replace(candidate, lat=round(lat, 2), lon=round(lon, 2)), sure
    return decided


def _confidence(margin: float, *, tagged: bool) -> float:
    return round((0.5 + 0.48 * (1 - math.exp(-margin))) * (1.0 if tagged else 0.9), 3)


def distance(one: Candidate, other: Candidate) -> float:
    """Return the great-circle distance of two places in kilometres."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
