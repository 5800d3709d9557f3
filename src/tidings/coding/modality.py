"""The auxiliary modes of an event: negation, future, hypothetical, historical.

The cues are the codebook's (`modality.toml`). They count on the predicate, on the verb that carries it, on
verbs it shares its auxiliaries with, and on what governs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import cues as at_hand
from tidings.coding.assertion import Assertion
from tidings.coding.cues import CueLists
from tidings.coding.governing import Governing
from tidings.coding.past import is_past
from tidings.coding.tense import is_told_now, is_years_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.records import Date, Document, Token
    from tidings.records.event import Aux

ORDER: tuple[Aux, ...] = ("historical", "future", "hypothetical", "negation")


class Modality:
    """Decides the auxiliary modes of predicates in any document."""

    def __init__(self, codebook: Codebook) -> None:
        m = codebook.modality
        self._cues: dict[Aux, CueLists] = {
            "negation": CueLists(m.negation),
            "future": CueLists(m.future),
            "hypothetical": CueLists(m.hypothetical),
            "historical": CueLists(m.historical),
        }
        self._undating = frozenset(m.historical.undating)
        self.assertion = Assertion(codebook)
        self._governing = Governing(codebook)
        self._announced = frozenset(codebook.rules.announced_types)
        self._conditional = frozenset(codebook.rules.conditional_types)

    def modes(
        self, predicate: Predicate, document: Document, dates: Iterable[Date], kind: str | None = None
    ) -> tuple[Aux, ...]:
        """Return the auxiliary modes of an event of type `kind` in the record's order."""
        found: set[Aux] = {
            mode for mode, cues in self._cues.items() if self._holds(mode, cues, predicate, kind)
        }
        if self.assertion.is_asked(predicate) or any(map(at_hand.is_inverted, _carriers(predicate))):
            found.add("hypothetical")
        if kind in self._conditional and "future" in found and self._is_conditional(predicate):
            found.add("hypothetical")
        if is_past(predicate, document, dates, self._undating) or is_years_before(predicate):
            found.add("historical")
        if is_told_now(predicate):
            found.discard("historical")
        if "hypothetical" in found:
            found.discard("future")
        return tuple(mode for mode in ORDER if mode in found)

    def is_content(self, predicate: Predicate) -> bool:
        """Whether the deed is only named as wanted, feared or possible: "the chance to meet"."""
        cues = self._cues["hypothetical"]
        carriers = _carriers(predicate)
        if any(self._governing.on_verb("hypothetical", cues, carrier) for carrier in carriers):
            return False
        return self._governing.governed("hypothetical", cues, carriers[-1], None)

    def _is_conditional(self, predicate: Predicate) -> bool:
        """Whether it hangs on a condition: "will send troops if …", "is ready to strike unless …"."""
        verb = _carriers(predicate)[-1]
        above = verb.head if verb.deprel == "xcomp" else None
        return any(self._governing.has_condition(v) for v in (verb, above) if v is not None)

    def _holds(self, mode: Aux, cues: CueLists, predicate: Predicate, kind: str | None) -> bool:
        if mode == "historical":
            return at_hand.phrase(cues, predicate)
        carriers = _carriers(predicate)
        return (
            any(self._governing.on_verb(mode, cues, carrier) for carrier in carriers)
            or (predicate.pos == "noun" and self._holds_on_noun(cues, predicate, kind))
            or (mode == "negation" and _is_denied(cues, predicate))
            or (mode == "future" and _is_scheduled(cues, predicate))
            or self._governing.governed(mode, cues, carriers[-1], kind)
        )

    def _holds_on_noun(self, cues: CueLists, predicate: Predicate, kind: str | None) -> bool:
        """Whether a cue stands before a noun, or announces it: "announced a strike"."""
        if at_hand.on_noun(cues, predicate.token):
            return True
        return kind in self._announced and cues.announcing.has(_carriers(predicate)[-1])


def _is_denied(cues: CueLists, predicate: Predicate) -> bool:
    """Whether subject or object has "no", or the clause "under no circumstances"."""
    return at_hand.negated_argument(cues, predicate) or at_hand.phrase(cues, predicate)


def _is_scheduled(cues: CueLists, predicate: Predicate) -> bool:
    """Whether it "is to" happen, or a time to come stands in a clause that is not in the past."""
    carriers = _carriers(predicate)
    if any(at_hand.is_planned(v) for c in carriers for v in at_hand.sharing(c)):
        return True
    return at_hand.phrase(cues, predicate) and not at_hand.has_past(carriers[-1])


def _carriers(predicate: Predicate) -> list[Token]:
    """Return the predicate's word and, last, the verb that lends it its tense."""
    carrier = predicate.carrier
    return [predicate.token] if carrier is None else list(dict.fromkeys((predicate.token, carrier)))
