"""Chooses what every name means: by containment, by the article's countries, by what lies near, by fame."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from tidings.mention.places import evidence
from tidings.mention.places.candidates import Candidate, distance
from tidings.mention.places.evidence import Focus, count
from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.names import fold
from tidings.mention.places.naming import after_preposition
from tidings.mention.places.nearness import support
from tidings.mention.places.spans import Naming
from tidings.records import Document

# Weights on the scale of log10 of population. They were set on GeoVirus and LGL by benchmarks/places.py.
_CONTAINED = 8.0
_COUNTRY = 4.0
_DIVISION = 3.0
_NEAR = 4.0
_HALF_NEAR = 1.5  # names close by that give half of it
_TRIES = 2
_GREAT = 4.7  # a town that stands in a list beside its country (50,000 people)


def resolve(
    namings: list[Naming], document: Document, gazetteer: Gazetteer
) -> dict[int, tuple[Candidate, float]]:
    """Return the meaning of each naming, by its place in the list, and how sure it is; unknown ones lack."""
    for naming in namings:
        naming.candidates = somewhere_in(naming, gazetteer) or naming.candidates
    named = [(i, naming, fold(naming.text)) for i, naming in enumerate(namings) if naming.candidates]
    bodies = evidence.bodies(document, gazetteer)
    near = support(bodies | {name: naming.candidates for _, naming, name in named})
    decided = {i: _first(naming, name, near) for i, naming, name in named}
    contained = _contained(namings, gazetteer)
    background = evidence.background(document, bodies)
    for _ in range(_TRIES):
        chosen = [(name, naming, *decided[i]) for i, naming, name in named]
        for i, naming, name in named:
            focus = _focus([(n, c, sure) for other, n, c, sure in chosen if other != name], background)
            close = {c.id: near.get((name, c.id), 0.0) for c in naming.candidates}
            decided[i] = decide(naming, focus, close, contained[i])
    return decided


def _first(naming: Naming, name: str, near: Mapping[tuple[str, str], float]) -> tuple[Candidate, float]:
    """Return the likeliest meaning before the others are looked at, and how much it says of them."""
    best = max(naming.candidates, key=lambda c: c.prior + _nearness(near.get((name, c.id), 0.0)))
    return best, _first_sure(naming)


def _nearness(names: float) -> float:
    return _NEAR * names / (names + _HALF_NEAR)


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


def somewhere_in(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:
    """Return a small place that the gazetteer lacks as one that lies somewhere in what the text puts it in.

    "Grantville, Pennsylvania": known to the state, whatever other Grantvilles there are.
    """
    if naming.container is None or not naming.tagged or inside(naming, gazetteer):
        return []
    if any(c.prior >= _GREAT or c.kind != "city" for c in naming.candidates):
        return []
    holder = next(iter(gazetteer.lookup(naming.container)), None)
    if holder is None or holder.kind not in {"country", "division"}:
        return []
    if holder.kind == "country" and not after_preposition(naming.tokens[0]):
        return []  # it may be one of a list
    identity = f"in:{holder.id}:{fold(naming.text).replace(' ', '-')}"
    return [
        replace(holder, id=identity, name=naming.text, kind="place", geonames=None, capital=False, prior=3.0)
    ]


def _holds(holder: Candidate, candidate: Candidate) -> bool:
    if holder.id == candidate.id or holder.country != candidate.country:
        return False
    if holder.kind == "country":
        return candidate.kind != "country"
    if holder.kind == "division":
        return candidate.admin1 == holder.name and candidate.kind != "division"
    return distance(holder, candidate) < 250


def _focus(others: list[tuple[Naming, Candidate, float]], background: Focus) -> Focus:
    focus = Focus(background.countries.copy(), background.divisions.copy())
    for naming, candidate, sure in others:
        one_country = all(c.country == candidate.country for c in naming.candidates)
        count(focus, candidate, sure, country=1.0 if one_country else sure)
    return focus


def decide(
    naming: Naming, focus: Focus, near: Mapping[str, float], contained: set[str]
) -> tuple[Candidate, float]:
    """Return the likeliest meaning of a naming and how sure.

    `near` counts by id the other names close to a meaning; `contained` are ids that the text places.
    """
    countries, divisions = sum(focus.countries.values()), sum(focus.divisions.values())

    def score(candidate: Candidate) -> float:
        total = candidate.prior + _nearness(near.get(candidate.id, 0.0))
        if candidate.country and countries:
            total += _COUNTRY * focus.countries[candidate.country] / (countries + 1)
        if candidate.admin1 and divisions:
            total += _DIVISION * focus.divisions[candidate.country, candidate.admin1] / (divisions + 1)
        return total + (_CONTAINED if candidate.id in contained else 0.0)

    ranked = sorted(naming.candidates, key=lambda candidate: (-score(candidate), candidate.id))
    best = ranked[0]
    rival = next((c for c in ranked[1:] if distance(best, c) > 100), None)
    margin = score(best) - score(rival) if rival else 4.0
    return best, _confidence(margin, tagged=naming.tagged)


def _confidence(margin: float, *, tagged: bool) -> float:
    return round((0.5 + 0.48 * (1 - math.exp(-margin))) * (1.0 if tagged else 0.9), 3)
