"""Which of several known actors a name stands for, and the countries that a document votes for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tidings.mention.actors.entries import LAST_DAY, Entry, Term
from tidings.mention.actors.gazetteer import Hit
from tidings.mention.places import gazetteer
from tidings.mention.places.gazetteer import Candidate
from tidings.records.document import Entity


class Choice:
    """Which of several known actors a name stands for, by the day and by the countries of the document."""

    def __init__(self, day: str | None, votes: Counter[str]) -> None:
        self.day = day or LAST_DAY
        self.dated = day is not None
        self.votes = votes
        self._places: dict[str, str | None] = {}

    def locate(self, name: str) -> str | None:
        """Return the country of a place of the gazetteer, preferring the countries of the document."""
        if name not in self._places:
            candidates = gazetteer.load().lookup(name)
            best = max(candidates, key=self._nearness, default=None)
            self._places[name] = best.country if best else None
        return self._places[name]

    def _nearness(self, candidate: Candidate) -> float:
        return candidate.prior + (1.5 if candidate.country and self.votes[candidate.country] else 0.0)

    def count_places(self, entities: Iterable[Entity]) -> None:
        """Let the places that the parser found and no table has count for their countries."""
        names = [entity.text for entity in entities if entity.label == "LOC"]
        self.votes += Counter(country for name in names if (country := self.locate(name)))
        self._places.clear()

    def focus(self) -> str | None:
        """Return the country that the document is about, or None where no country leads clearly."""
        ranked = self.votes.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def pick(self, hit: Hit) -> Entry:
        """Return the likeliest entry of a name.

        A name that many states use ("Senate") is the institution of the country that the document is about.
        """
        best = hit.entries[0] if len(hit.entries) == 1 else max(hit.entries, key=self._likelihood)
        if hit.weak and not self.votes[best.country or ""] and (focus := self.focus()):
            return replace(best, key=f"{best.key}:{focus}", country=focus)
        return best

    def _likelihood(self, entry: Entry) -> tuple[int, int, str]:
        term = self.term(entry)
        in_office = term is not None and term.covers(self.day)
        latest = max((t.start for t in entry.terms if t.start <= self.day), default="")
        return (
            2 * in_office + bool(entry.country and self.votes[entry.country]),
            self.votes[entry.country or ""],
            latest,
        )

    def term(self, entry: Entry) -> Term | None:
        """Return the office that a person holds on the day, or held last before it."""
        return entry.term_on(self.day) or entry.last_term_before(self.day)


def is_stance(text: str, hit: Hit) -> bool:
    """Whether a state's name says only whose side somebody takes ("pro-Russian"), and not what is spoken of.

    Against a government or a person ("anti-Kremlin") are mostly their own people.
    """
    of_state = hit.entries[0].kind in ("state", "demonym")
    return of_state and text[max(0, hit.start - 5) : hit.start].lower().endswith(("pro-", "anti-"))


def vote(hits: Iterable[Hit]) -> Counter[str]:
    """Count the countries that the unambiguous names of a document belong to."""
    votes: Counter[str] = Counter()
    for hit in hits:
        if hit.weak:
            continue
        countries = {entry.country for entry in hit.entries if "JRN" not in entry.sectors} or {None}
        country = next(iter(countries))
        if len(countries) == 1 and country and country.isalpha():
            votes[country] += 1
    for code in ("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"):
        votes.pop(code, None)
    return votes
