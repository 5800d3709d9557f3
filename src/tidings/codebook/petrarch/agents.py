"""Agent dictionaries of PETRARCH: role nouns ("soldier") by sector, compared with those that Tidings has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tidings.codebook.petrarch.actor_codes import actor_code

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tidings.codebook.petrarch.lines import Line
    from tidings.codebook.petrarch.report import Report

_AGENT = re.compile(r"(?P<noun>[^\[\]{}=]+?)\s*(?:\{[^{}]*\})?\s*\[\s*(?P<code>~?[A-Za-z]+~?)\s*\]\s*")
_MARKER = re.compile(r"\s*!(?P<name>[^!]+)!\s*=\s*(?P<words>.+)")


def compare_agents(
    lines: Iterable[Line], countries: Collection[str], sector_of: Callable[[str], str | None], report: Report
) -> None:
    """Count the agents that Tidings knows; put those into the report that it has otherwise or not at all.

    `sector_of` returns the sector of a role noun of Tidings, None for a noun that it does not know.
    """
    markers: dict[str, list[str]] = {}
    for line in lines:
        marker, agent = _MARKER.fullmatch(line.text), _AGENT.fullmatch(line.text.strip())
        if marker:
            markers[marker["name"]] = [word.strip() for word in marker["words"].split(",")]
        elif agent:
            _compare(line, agent, markers, countries, sector_of, report)
        elif line.text.strip():
            report.leave_out(line, "a line that is not understood", "an agent")


def _compare(
    line: Line,
    agent: re.Match[str],
    markers: dict[str, list[str]],
    countries: Collection[str],
    sector_of: Callable[[str], str | None],
    report: Report,
) -> None:
    code = actor_code(agent["code"].strip("~").upper(), countries)
    wanted = code.sectors[0] if code and code.sectors else None
    if wanted is None:
        report.leave_out(line, "an agent without a sector of PLOVER's", agent["code"])
        return
    nouns = _nouns(agent["noun"], markers)
    known = {noun: sector_of(noun) for noun in nouns}
    unknown = [noun for noun, sector in known.items() if sector is None]
    others = [f"{noun}: {sector}" for noun, sector in known.items() if sector not in (None, wanted)]
    if unknown:
        report.leave_out(line, "an agent that Tidings does not know", f"{', '.join(unknown)}: {wanted}")
    elif others:
        report.leave_out(
            line, "an agent with another sector in Tidings", f"{', '.join(others)}, not {wanted}"
        )
    else:
        report.taken["agents known already"] += 1


def _nouns(noun: str, markers: dict[str, list[str]]) -> list[str]:
    """Return the nouns that one with a marker ("CONGRESS!PERSON!") stands for, in lower case."""
    found = re.search(r"!([^!]+)!", noun)
    written = [noun]
    if found:
        words = markers.get(found[1], [found[1]])
        written = [noun[: found.start()] + word + noun[found.end() :] for word in words]
    return [" ".join(word.replace("_", " ").split()).lower() for word in written]
