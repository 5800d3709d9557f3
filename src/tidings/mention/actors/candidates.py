"""What a pronoun can mean: the mentions before it, whether they agree with it, and how salient they are."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.member import Member
from tidings.records.document import Document, Token

_SUBJECTS = ("nsubj", "csubj")
_OBJECTS = frozenset(["obl:agent", "obj"])
_THINGS = frozenset(["state", "organisation"])
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
_STRAIGHT = frozenset(['"', "``", "''"])
_TOPIC = 9
"""So many mentions make an actor the topic: more of them do not make it more salient."""


@dataclass(slots=True, eq=False)
class Seen:
    """One mention of the document so far: in which sentence, by which token, of which members.

    It has no members where the phrase names no party ("her books"): a pronoun can mean it all the same.
    """

    sentence: int
    token: Token
    members: tuple[Member, ...]
    named: bool
    plural: bool
    locative: bool = False

    @property
    def subject(self) -> bool:
        """Whether the mention is the subject of its clause."""
        return self.token.deprel.startswith(_SUBJECTS)

    @property
    def adjectival(self) -> bool:
        """Whether the mention only modifies a noun, which no pronoun takes up."""
        return self.token.deprel in ("amod", "compound")


def quoted_tokens(document: Document) -> frozenset[int]:
    """Return the tokens between quotation marks. A mark left open ends with its block."""
    found: list[int] = []
    block, inside = -1, False
    for token in document.tokens:
        if token.sentence.block != block:
            block, inside = token.sentence.block, False
        if token.text in _STRAIGHT:
            inside = not inside
        elif token.text in _OPENING or token.text in _CLOSING:
            inside = token.text in _OPENING
        elif inside:
            found.append(token.i)
    return frozenset(found)


def agrees(seen: Seen, gender: str) -> bool:
    """Whether a mention agrees with a pronoun of this gender ("m", "f", "thing" or "plural")."""
    if seen.adjectival:
        return False
    if gender == "plural":
        return seen.plural and not seen.locative
    if len(seen.members) != 1 or seen.plural:
        return False
    member = seen.members[0]
    if gender == "thing":
        return member.kind in _THINGS and not seen.locative
    return member.kind in ("person", "role") and member.gender in (None, gender)


def is_body(seen: Seen) -> bool:
    """Whether a mention is of one body, which "they" can mean as the people in it."""
    if seen.locative or len(seen.members) != 1 or seen.adjectival:
        return False
    member = seen.members[0]
    body = member.kind == "organisation" or (member.kind == "group" and not member.place)
    return body and "JRN" not in member.sectors[:1]


def in_same_clause(antecedent: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one predicate, where a plain pronoun cannot mean its neighbour."""
    if pronoun.xpos == "PRP$" or pronoun.lower.endswith(("self", "selves")):
        return antecedent.head is not None and pronoun.head is antecedent
    return antecedent.head is not None and antecedent.head is pronoun.head


def is_addressed(told: Token, pronoun: Token) -> bool:
    """Whether somebody is told what the pronoun's clause says ("told reporters they would leave")."""
    clause = pronoun.head
    reported = clause is not None and clause.deprel in ("ccomp", "parataxis")
    return bool(reported and clause and told.head is clause.head and told.deprel in ("obj", "iobj", "obl"))


def salience(seen: Seen, sentence: int, gender: str | None = None) -> tuple[float, int]:
    """Return how likely a mention is taken up: by recency, part in the clause, gender, times named."""
    weight = 2.0 * seen.subject + 0.5 * (seen.token.deprel in _OBJECTS) - 3.0 * (sentence - seen.sentence)
    weight += 1.0 * (seen.named or seen.token.upos == "PRON")
    if len(seen.members) == 1:
        member = seen.members[0]
        weight += 0.25 * min(len(member.spans), _TOPIC)
        weight += 3.0 * (gender in ("m", "f") and member.gender == gender)
    return weight, seen.token.i
