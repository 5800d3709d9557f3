"""Where an event happened: the place that its clause names, as the sentence hangs together.

A deed's place may stand in any phrase of its clause ("shot a man at a mosque in Lima"), and in the clause
with which it shares its scene. What is said has a place only where the clause says where it was said: the
place of a blamed deed, or of the help that is asked for, is not that of the blame or the request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tidings.coding.attachment import Attachment, attachment, clause_relation, head_between
from tidings.coding.phrases import prepositions
from tidings.coding.place_phrases import describes, ends_headline, is_locative, is_scene_noun, site_of
from tidings.coding.syntax import is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tidings.codebook.schema import Rules
    from tidings.coding.predicate import Predicate
    from tidings.records import Document, Mentions, Place, Span, Token

PRECISIONS = ("site", "city", "admin1", "country")
"""How closely a place is known, closest first."""
STRUCK = frozenset({"obj", "nsubj:pass"})
FAR = 3


class Found(NamedTuple):
    """A place that a sentence names for an event: how near it hangs, how far off it stands.

    `rank` is 0 for a phrase of the event's own word, 1 for the event's compound, for what is struck, and for
    a phrase within such a phrase, 2 for one deeper; `FAR` for another phrase of the clause, or a clause
    above that has the same scene, and `FAR` + 1 for a clause beneath. `distance` is in tokens.
    """

    rank: int
    distance: int
    place: Place


def event_place(
    predicate: Predicate,
    kind: str,
    mentions: Mentions,
    document: Document,
    parties: Sequence[Span],
    rules: Rules,
) -> Place | None:
    """Return the place that the sentence gives to an event of type `kind`, or None.

    Parties are no places, nor is a place that only describes a party.
    """
    named = _named(predicate.token, mentions, document, parties, rules)
    ranked = [(_rank(head, place, predicate, kind, rules), head, place) for head, place in named]
    at = predicate.token.i
    found = [Found(rank, abs(head.i - at), place) for rank, head, place in ranked if rank is not None]
    if not found:
        return None
    best = min(found, key=_closeness)
    inside = [e for e in found if _is_closer(e.place, best.place)]
    return min(inside, key=_closeness, default=best).place  # "at Russia's Vostochny Cosmodrome"


def _named(
    token: Token, mentions: Mentions, document: Document, parties: Sequence[Span], rules: Rules
) -> Iterator[tuple[Token, Place]]:
    """Yield the places that a sentence names, with their heads; no parties, but "Syria's north"."""
    sentence = token.sentence
    for place in mentions.places:
        for m in place.mentions:
            if not sentence.start <= m.start < sentence.end or describes(m, document.text, rules):
                continue
            head = head_between(sentence.tokens, m.start, m.end)
            if head is None:
                continue
            site = site_of(head, rules)
            if not _is_party(m, parties) or (site is not head and is_scene_noun(site, rules)):
                yield head, place


def _rank(head: Token, place: Place, predicate: Predicate, kind: str, rules: Rules) -> int | None:
    """Return how near a place hangs on an event, 0 nearest; None where it is no place of it."""
    site, said = site_of(head, rules), kind in rules.said_types
    if site is predicate.token:
        return None if said or site.upos != "NOUN" else 1  # "the Lima bombing"
    way = attachment(site, predicate)
    if way is None:
        return None
    if is_locative(site, kind, rules):
        return _saying(way, predicate, site, rules) if said else _deed(way, predicate, site, rules)
    if kind in rules.struck_types and (breadth(place) < PRECISIONS.index("country") or site is not head):
        return _struck(site, way, rules)
    return 1 if ends_headline(head) and not said else None


def _deed(way: Attachment, predicate: Predicate, site: Token, rules: Rules) -> int | None:
    """Return the rank of a place of a deed: in its clause, or in one with the same scene."""
    if any(set(prepositions(phrase)) & set(rules.elsewhere_prepositions) for phrase in way.below[1:]):
        return None  # "arrested an hour after the attack in Bor"
    if way.own_clause:
        return FAR if _is_beside(way, predicate) else min(len(way.below) - 1, 2)
    if way.inner_clauses:
        return FAR + 1 if not way.outer_clauses and _tells_the_scene(way.inner_clauses) else None
    if len(way.below) > 1 and way.below[-1].deprel.startswith("nsubj"):
        return None
    return FAR if all(_shares_scene(clause, site, rules) for clause in way.outer_clauses) else None


def _is_beside(way: Attachment, predicate: Predicate) -> bool:
    """Whether the predicate is a noun in another phrase of the verb than the place."""
    return bool(way.above) and predicate.carrier is None and way.above[-1].deprel.startswith(("obl", "nmod"))


def _tells_the_scene(clauses: Sequence[Token]) -> bool:
    """Whether clauses beneath a deed go on telling it: "shelled the town, killing three in Bor"."""
    relations = {clause_relation(clause) for clause in clauses}
    return relations <= {"advcl", "conj"} and not is_finite(clauses[0])


def _shares_scene(clause: Token, site: Token, rules: Rules) -> bool:
    """Whether a clause happens where the clause above it does."""
    relation = clause_relation(clause)
    if relation == "conj":
        return site.i < clause.i
    return relation in {"xcomp", "acl", "advcl"} or _is_where(clause, rules)


def _is_where(clause: Token, rules: Rules) -> bool:
    """Whether a relative clause says what happened at a place: "a summit in Bor, where they signed"."""
    return clause.deprel == "acl:relcl" and any(c.lower in rules.where_words for c in clause.children)


def _saying(way: Attachment, predicate: Predicate, site: Token, rules: Rules) -> int | None:
    """Return the rank of a place where something was said: of the verb itself, or of the occasion."""
    if way.inner_clauses or not way.below:
        return None
    if not all(_is_said_there(clause, site, rules) for clause in way.outer_clauses):
        return None
    if way.own_clause and _is_beside(way, predicate):
        return None
    if len(way.below) > 1:
        return 2 if len(way.below) == 2 and _is_occasion(way.below[-1], rules) else None
    if way.above:
        return 1
    return 0 if site.deprel.startswith("obl") or predicate.pos == "noun" else None


def _is_said_there(clause: Token, site: Token, rules: Rules) -> bool:
    relation = clause_relation(clause)
    return relation == "xcomp" or _is_where(clause, rules) or (relation == "conj" and site.i < clause.i - 1)


def _is_occasion(phrase: Token, rules: Rules) -> bool:
    """Whether a phrase is an occasion on which something is said: "at a rally in Lima"."""
    return phrase.deprel.startswith("obl") and bool(
        set(prepositions(phrase)) & set(rules.occasion_prepositions)
    )


def _struck(site: Token, way: Attachment, rules: Rules) -> int | None:
    """Return the rank of a place that is itself what was struck or taken: "bombed Bor", "the fall of Bor"."""
    if len(way.below) != 1 or way.above:
        return None
    names = set(prepositions(site)) if site.deprel.startswith("nmod") else set()
    return 1 if site.deprel in STRUCK or names & set(rules.striking_prepositions) else None


def _is_party(place: Span, parties: Sequence[Span]) -> bool:
    return any(p.start < place.end and place.start < p.end for p in parties)


def breadth(place: Place) -> int:
    """Return 0 for a site, up to 3 for a country and 4 where it is not known how closely a place is fixed."""
    return PRECISIONS.index(place.precision) if place.precision else len(PRECISIONS)


def _is_closer(place: Place, other: Place) -> bool:
    return place.country == other.country and breadth(place) < breadth(other)


def _closeness(entry: Found) -> tuple[int, int]:
    return (entry.rank, entry.distance)
