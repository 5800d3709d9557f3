"""Every entry of the tables that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tidings.mention.actors.entries import BEYOND_STATES, Entry, EntryKind, plain_name, rows, several
from tidings.mention.actors.people import people_entries


def entries() -> Iterator[Entry]:
    """Yield every entry of all the tables that ship with the package."""
    for row in rows("states.tsv"):
        yield from _state(row)
    regions = [entry for row in rows("regions.tsv") for entry in _region(row)]
    yield from regions
    for row in rows("metonyms.tsv"):
        yield named_entry(row, "metonym")
    for row in rows("organisations.tsv"):
        yield named_entry(row, "organisation")
    for table in ("parties.tsv", "bodies.tsv"):
        yield from map(_local, rows(table))
    lands = {entry.name: entry for entry in regions if entry.kind == "region"}
    for row in rows("groups.tsv"):
        yield replace(named_entry(row, "group"), land=lands.get(row["region"]))
    yield from people_entries(rows("people.tsv"), rows("ministers.tsv"), rows("figures.tsv"))


def _state(row: dict[str, str]) -> Iterator[Entry]:
    code, name = row["code"], row["name"]
    wikidata = row["wikidata"] or None
    yield Entry(f"state:{code}", "state", name, code, (), (name, *several(row["names"])), wikidata=wikidata)
    if row["capitals"]:
        yield Entry(f"capital:{code}", "capital", name, code, ("GOV",), several(row["capitals"]))
    demonyms = dict.fromkeys(
        (*several(row["adjectives"]), *map(_plural, several(row["people"])), *several(row["people"]))
    )
    if demonyms:
        yield Entry(f"demonym:{code}", "demonym", name, code, (), tuple(demonyms))


def _plural(people: str) -> str:
    invariant = people.endswith(("ese", "ss", "men", "s"))
    return people if invariant else people + "s"


def _region(row: dict[str, str]) -> Iterator[Entry]:
    name, sectors = row["name"], several(row["sector"])
    names = (name, *several(row["names"]))
    yield Entry(f"region:{name}", "region", name, row["country"], sectors, names)
    adjectives = several(row["adjectives"])
    if adjectives:
        forms = (*adjectives, *map(_plural, adjectives))
        yield Entry(f"region-people:{name}", "demonym", name, row["country"], sectors, forms)


def named_entry(row: dict[str, str], kind: EntryKind) -> Entry:
    """Return the entry of a row of organisations, groups or metonyms."""
    sectors = (*several(row["sector"]), *several(row.get("other_sectors", "")))
    names = tuple(dict.fromkeys(map(plain_name, (row["name"], *several(row["names"])))))
    return Entry(
        f"{kind}:{row['name']}", kind, plain_name(row["name"]), row["country"] or None, sectors, names
    )


def _local(row: dict[str, str]) -> Entry:
    """Return the entry of a body whose names of one word, as acronyms, need its country in the text.

    So do names that several have, told apart by a bracket.
    """
    entry = named_entry(row, "organisation")
    if entry.country in BEYOND_STATES:
        return entry
    given = (row["name"], *several(row["names"]))
    full = tuple(dict.fromkeys(name for name in given if " " in name and " (" not in name))
    return replace(entry, names=full, short=tuple(name for name in entry.names if name not in full))
