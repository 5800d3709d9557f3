"""The people of the tables, with all their terms of office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.mention.actors.entries import Entry, Term, plain_name, several, surname

_FORMS = ("names", "short", "wikidata")
"""The columns of people that need stand only once."""

_OF = (" of ", " for ")
"""What joins an office of the figures with what it is of: it then has one holder at a time."""


def people_entries(
    table: Iterable[dict[str, str]],
    ministers: Iterable[dict[str, str]] = (),
    figures: Iterable[dict[str, str]] = (),
) -> Iterator[Entry]:
    """Yield an entry for every person of the rows, with all terms of office.

    The country of a person is that of the term which began last. The surname of one who is among the
    figures only does not stand for them alone.
    """
    terms: dict[str, list[Term]] = {}
    forms: dict[str, list[str]] = {}
    alone: dict[str, bool] = {}
    for figure, beside, part in ((False, False, table), (False, True, ministers), (True, True, figures)):
        for row in part:
            name, office = row["name"], row["office"]
            shared = figure and not any(link in office for link in _OF)
            term = Term(office, row["country"], row["sector"], row["from"], row["to"], beside, shared)
            terms.setdefault(name, []).append(term)
            alone.setdefault(name, not figure)
            known = forms.setdefault(name, ["", "", ""])
            for i, column in enumerate(_FORMS):
                known[i] = known[i] or row[column]
    for name, held in terms.items():
        yield _person(name, tuple(held), *forms[name], alone=alone[name])


def _person(
    name: str, terms: tuple[Term, ...], other: str, short: str, wikidata: str, *, alone: bool
) -> Entry:
    """Return the entry of a person. One whose name many bear (`-` in `names`) has no names."""
    common = other == "-"
    return Entry(
        f"person:{name}",
        "person",
        plain_name(name),
        terms[0].country if len(terms) == 1 else max(terms, key=_start).country,
        (),
        () if common else (name, *several(other)),
        () if common else several(short) or (surname(name),),
        terms,
        wikidata or None,
        alone,
    )


def _start(term: Term) -> str:
    return term.start
