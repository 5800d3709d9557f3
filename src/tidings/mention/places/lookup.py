"""`resolve`: the name of a place, without an article, to the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidings.mention.places import gazetteer
from tidings.mention.places.demonyms import demonyms
from tidings.mention.places.evidence import Focus, count
from tidings.mention.places.find import place
from tidings.mention.places.gazetteer import Candidate, Gazetteer, rules
from tidings.mention.places.names import fold
from tidings.mention.places.resolve import decide, inside
from tidings.mention.places.spans import Naming
from tidings.records import Place

_LONGEST = 5  # words in a name of the context
_GREAT = 5.5  # a town that says where a context is (300,000 people)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_HOLDER = re.compile(r"\s*(?:,\s*(?:in\s+)?(?:the\s+)?|\(|\bin\s+(?:the\s+)?)", re.IGNORECASE)


def resolve(text: str, context: str | None = None) -> Place | None:
    """Return the place that a name means, or None where the gazetteer has no such place.

    What the text itself puts the place in ("Paris, Texas"; "Tripoli (Lebanon)") decides first, then the
    countries, divisions and large towns that `context` names, as text, as a country's name or adjective, or
    as its PLOVER code; then how well known a place is. The confidence is low where another place is nearly
    as likely. The language model has no part in it.
    """
    known = gazetteer.load()
    naming = _naming(text, known)
    if naming is None:
        return None
    contained = {candidate.id for candidate in inside(naming, known)}
    chosen, sure = decide(naming, _focus(context or "", known), {}, contained)
    return place(1, [(naming, chosen, sure)])


def _naming(text: str, known: Gazetteer) -> Naming | None:
    """Return the name with its meanings: the whole text, or what stands before "," or "(" or "in"."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip(" \t\n.,;"))
    breaks = [match for match in _HOLDER.finditer(text, start, end) if match.start() > start]
    for stop, rest in [(end, end), *((match.start(), match.end()) for match in breaks)]:
        for first in _beginnings(text, start, stop):
            name = text[first:stop]
            meanings = _meanings(name, known)
            if meanings:
                holder = re.split(r"[,()]", text[rest:end])[0].strip() or None
                holder = known.state(holder or "") or holder
                return Naming([], first, stop, name, meanings, tagged=True, container=holder)
    return None


def _beginnings(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where the name may begin: at the start, and after words such as "in" or "the northern"."""
    skipped = rules().words["leading"] | rules().words["locative"]
    yield start
    while (space := text.find(" ", start, stop)) != -1 and text[start:space].lower() in skipped | {"of"}:
        start = space + 1
        yield start


def _meanings(name: str, known: Gazetteer) -> list[Candidate]:
    """Look a name up: as a county, as it stands, as a division or a site at a town."""
    words = rules().words
    base, _, last = name.rpartition(" ")
    last = last.lower()
    if last in {"county", "parish", "borough"} and (found := known.counties(name)):
        return found
    if found := known.lookup(name):
        return found
    if base and last in words["division_words"] and (found := known.division(base)):
        return found
    head, of, rest = name.partition(" of ")
    if of and head.lower() in words["division_words"] and (found := known.division(rest)):
        return found
    return known.lookup(base) if base and last in words["site_words"] | words["division_words"] else []


def _focus(context: str, known: Gazetteer) -> Focus:
    """Return what a context says of where it is."""
    focus = Focus()
    code = context.strip()
    if code in known.codes:
        focus.countries[code] += 1.0
        return focus
    words = list(_WORD.finditer(context))
    at = 0
    while at < len(words):
        length, candidate = _named(context, words[at : at + _LONGEST], known)
        if candidate is not None:
            count(focus, candidate, 1.0)
        elif country := demonyms().get(words[at].group()):
            focus.countries[country] += 1.0
        at += length
    return focus


def _named(context: str, words: list[re.Match[str]], known: Gazetteer) -> tuple[int, Candidate | None]:
    """Return the longest name at the first of the words that says where it is, and its number of words."""
    if not words[0].group()[0].isupper():
        return 1, None
    unsure = rules().words["weak"] | rules().words["never"]
    for length in range(len(words), 0, -1):
        name = context[words[0].start() : words[length - 1].end()]
        best = next(iter(known.lookup(name)), None)
        if best is None or best.country is None:
            continue
        if best.kind == "country" or (
            fold(name) not in unsure and (best.kind != "city" or best.prior >= _GREAT)
        ):
            return length, best
    return 1, None
