"""Consumption: which predicates an event has said already, so that they are not coded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import phrases, syntax, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook import Codebook
    from tidings.coding.clauses import Predicate
    from tidings.coding.frames import Match
    from tidings.records import Token


class Consumption:
    """The predicates of one document that are told within another event."""

    def __init__(self, codebook: Codebook) -> None:
        self._speech_types = frozenset(codebook.rules.speech_types)
        self._reason_types = frozenset(codebook.rules.reason_types)
        self._consumed: set[int] = set()

    def __contains__(self, token: Token) -> bool:
        return token.i in self._consumed

    def mark(self, match: Match, *, coded: bool) -> None:
        """Mark the predicates that the match says itself: its clause, and nouns in the slots it uses."""
        if not match.frame.entry.consumes:
            return
        told = [*match.complements, *(self._told(match) if coded else ())]
        for top in told:
            self._mark_subtree(top, match)

    def _told(self, match: Match) -> Iterator[Token]:
        predicate, kind = match.predicate, match.frame.type
        if kind in self._speech_types and not match.complements:
            yield from predicate.fillers("clause")
        if kind in self._reason_types:
            yield from _reasons(predicate)
        named = {"object", *match.frame.recipient, *(slot for slot, _ in match.frame.needs)}
        for slot in sorted(named - {"subject", "possessor"}):
            yield from (filler for filler in predicate.fillers(slot) if filler is not predicate.token)

    def _mark_subtree(self, top: Token, match: Match) -> None:
        queue = [top]
        for token in queue:  # grows while it is walked
            self._consumed.add(token.i)
            queue.extend(c for c in token.children if not _tells_anew(c) and c is not match.predicate.token)


def _reasons(predicate: Predicate) -> list[Token]:
    """Return what somebody is punished or blamed for: "fined the bank for restricting access"."""
    clauses = [c for c in predicate.token.children if c.deprel == "advcl" and c.xpos == "VBG"]
    return [*predicate.fillers("for"), *(c for c in clauses if "for" in phrases.prepositions(c))]


def _tells_anew(token: Token) -> bool:
    """Whether a clause inside a phrase tells something of its own: "the blogger arrested by police"."""
    if syntax.is_relative(token) or token.deprel == "parataxis":
        return True
    return token.deprel == "acl" and voice.is_passive(token)
