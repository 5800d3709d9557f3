"""What an article says of where it is without naming a place: adjectives, and bodies called by a place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tidings.mention.places.candidates import Candidate, rules
from tidings.mention.places.counties import COUNTY_WORDS
from tidings.mention.places.demonyms import demonyms
from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.names import fold
from tidings.records import Document, Token

_BODY = 0.5  # how much a body called by a place counts beside a place
_TOWN = 0.25  # the same, where it is a town and may be another
_LONGEST = 4  # words of a place's name in a body's


@dataclass(slots=True)
class Focus:
    """How much of the article speaks of each country and each first-level division (shares of 1)."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[tuple[str | None, str], float] = field(default_factory=lambda: defaultdict(float))


def count(focus: Focus, candidate: Candidate, weight: float, *, country: float | None = None) -> None:
    """Let a place count for its country and division; for the country more, where that is surer."""
    if candidate.country is not None:
        focus.countries[candidate.country] += weight if country is None else country
        if candidate.admin1:
            focus.divisions[candidate.country, candidate.admin1] += weight


def background(document: Document, bodies: dict[str, list[Candidate]]) -> Focus:
    """Return what adjectives ("Syrian") and names of bodies ("Minnesota Senate") say of where it is."""
    focus = Focus()
    for country, times in _adjectives(document).items():
        focus.countries[country] += times
    for candidates in bodies.values():
        if candidates[0].kind == "city":
            count(focus, candidates[0], _TOWN)
            continue
        share = _BODY / len(candidates)
        for candidate in candidates:
            count(focus, candidate, share)
    return focus


def _adjectives(document: Document) -> Counter[str]:
    """Count the countries whose adjective or people the text names ("Syrian", "Syrians")."""
    known = demonyms()
    counts: Counter[str] = Counter()
    for token in document.tokens:
        if token.text[0].isupper() and (country := known.get(token.text)):
            counts[country] += 1
    return counts


def bodies(document: Document, gazetteer: Gazetteer) -> dict[str, list[Candidate]]:
    """Return what the places may be that bodies are called by, by name: "Walker County Sheriff's Office"."""
    found: dict[str, list[Candidate]] = {}
    for entity in document.entities:
        if entity.label in {"ORG", "MISC"} and len(entity.tokens) > 1:
            for name, candidates in _called_by(entity.tokens, document.text, gazetteer):
                found.setdefault(name, candidates)
    return found


def _called_by(tokens: list[Token], text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, list[Candidate]]]:
    """Yield the longest place that a body's name begins with."""
    for length in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        name = text[tokens[0].start : tokens[length - 1].end]
        last = tokens[length - 1].lower
        candidates = gazetteer.counties(name) if last in COUNTY_WORDS else gazetteer.lookup(name)
        if candidates and fold(name) not in rules().words["weak"] | rules().words["never"]:
            yield fold(name), candidates
            return
