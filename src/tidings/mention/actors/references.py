"""References without a name: pronouns and definite descriptions, resolved to the cast of the document."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from tidings.mention.actors.cast import Member
from tidings.mention.actors.entries import TABLES
from tidings.records.document import Token

_SUBJECTS = ("nsubj", "csubj")
_THINGS = frozenset(["state", "organisation"])
_PERSONAL = frozenset(
    [
        "leader",
        "president",
        "minister",
        "man",
        "woman",
        "head",
        "politician",
        "official",
        "diplomat",
        "candidate",
        "ruler",
        "king",
    ]
)
_SUMMIT = frozenset(["leader", "president", "minister"])
_STATELY = frozenset(
    ["country", "nation", "state", "government", "neighbour", "neighbor", "ally", "power", "republic"]
)
_EITHER = frozenset(["side", "party", "team", "group", "organization", "organisation"])
_SPEAKING = frozenset(["GOV", "MIL", "COP", "JUD", "SPY", "LEG", "PTY", "REB", "OPP"])
"""Sectors whose people speak for a body."""
_BARRED = frozenset(["JRN", "BUS"])
"""Sectors of bodies that an article names for other reasons than their acts."""

TABLE = tomllib.loads((TABLES / "pronouns.toml").read_text(encoding="utf-8"))
_IMPERSONAL = frozenset(TABLE["impersonal"]["verbs"])
_FIRST_NAMES = tomllib.loads((TABLES / "first_names.toml").read_text(encoding="utf-8"))
_NAME_GENDERS = {name: key[0] for key, names in _FIRST_NAMES.items() for name in names.split()}
GENDERS: dict[str, str] = TABLE["gender"]


@dataclass(slots=True, eq=False)
class Seen:
    """One mention of the document so far: in which sentence, by which token, of which members."""

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


class Memory:
    """The mentions so far, the latest last."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        """Remember a mention."""
        self.seen.append(seen)

    def near(self, sentence: int, reach: int) -> list[Seen]:
        """Return the mentions of this sentence and the `reach` before it, the latest first."""
        found = []
        for seen in reversed(self.seen):
            if sentence - seen.sentence > reach:
                break
            found.append(seen)
        return found

    def pronoun(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve a third person pronoun: the most salient actor that agrees with it, or nobody."""
        gender = GENDERS[token.lower]
        if gender == "thing" and not _can_act(token):
            return ()
        reach = 1 if gender in ("thing", "plural") else 3
        fitting = [
            s for s in self.near(sentence, reach) if _agrees(s, gender) and not _same_clause(s.token, token)
        ]
        if gender == "plural":
            fitting = [s for s in fitting if not _is_addressed(s.token, token)]
        if gender == "thing" or (gender == "plural" and not fitting):
            fitting = [
                s for s in fitting if s.subject or s.token.deprel == "nmod:poss" or s.sentence == sentence
            ]
        if not fitting and gender == "plural":
            acts = _can_act(token) or token.deprel.startswith("nsubj")
            return self._collective(token, sentence) if acts else self._several(sentence, 2, people=True)
        best = max(fitting, key=lambda s: _salience(s, sentence), default=None)
        return best.members if best else ()

    def _collective(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve "they" to a body that acts, else to two people, else to the body named last."""
        bodies = [s for s in self.near(sentence, 1) if _is_body(s) and not _same_clause(s.token, token)]
        acting = [s for s in bodies if s.subject or s.token.deprel == "nmod:poss"]
        people = () if acting else self._several(sentence, 2, people=True)
        best = max(acting or bodies, key=lambda s: _salience(s, sentence), default=None)
        return people or (best.members if best else ())

    def official(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve "they" in what an official says to the official, who speaks for a body."""
        clause = token.head
        verb = clause.head if clause is not None and clause.deprel in ("ccomp", "parataxis") else None
        for seen in self.near(sentence, 0):
            speaks = verb is not None and seen.token.head is verb and seen.subject
            if speaks and len(seen.members) == 1 and _SPEAKING.intersection(seen.members[0].sectors):
                return seen.members
        return ()

    def pair(self, head: Token, sentence: int, count: int | None) -> tuple[Member, ...]:
        """Resolve a plural description ("the two leaders") to as many actors named before it."""
        noun = head.lemma.lower()
        if noun in _PERSONAL and (count or noun in _SUMMIT):
            return self._several(sentence, count or 2, people=True)
        if noun in _STATELY and count:
            return self._several(sentence, count or 2, people=False)
        if noun in _EITHER and count:
            return self._several(sentence, count, people=False) or self._several(sentence, count, people=True)
        return ()

    def _several(self, sentence: int, count: int, *, people: bool) -> tuple[Member, ...]:
        found: dict[int, Member] = {}
        for seen in self.near(sentence, 4):
            for member in seen.members:
                fits = member.kind == "person" if people else member.kind == "state" and not seen.locative
                if fits and seen.named:
                    found.setdefault(member.number, member)
            if len(found) >= count:
                break
        return tuple(found[number] for number in sorted(found)) if len(found) == count else ()

    def last(
        self, sentence: int, reach: int, kinds: Iterable[str], sectors: Iterable[str] = ()
    ) -> Member | None:
        """Return the most salient single member of these kinds (and sectors, where given) named lately."""
        wanted, allowed = set(kinds), set(sectors)
        fitting = [
            s
            for s in self.near(sentence, reach)
            if len(s.members) == 1
            and s.members[0].kind in wanted
            and not s.locative
            and not (not allowed and _BARRED.intersection(s.members[0].sectors[:1]))
            and (not allowed or allowed.intersection(s.members[0].sectors))
        ]
        best = max(fitting, key=lambda s: _salience(s, sentence), default=None)
        return best.members[0] if best else None


def _can_act(token: Token) -> bool:
    """Whether "it" is likely to mean a party: as the subject of a verb of its own, or as an owner."""
    if token.xpos == "PRP$":
        return True
    verb = token.head
    return (
        token.deprel == "nsubj" and verb is not None and verb.upos == "VERB" and verb.lemma not in _IMPERSONAL
    )


def _is_addressed(told: Token, pronoun: Token) -> bool:
    """Whether somebody is told what the pronoun's clause says ("told reporters they would leave")."""
    clause = pronoun.head
    reported = clause is not None and clause.deprel in ("ccomp", "parataxis")
    return bool(reported and clause and told.head is clause.head and told.deprel in ("obj", "iobj", "obl"))


def _is_body(seen: Seen) -> bool:
    """Whether a mention is of one body, which "they" can mean as the people in it."""
    if seen.locative or len(seen.members) != 1 or seen.token.deprel in ("amod", "compound"):
        return False
    member = seen.members[0]
    body = member.kind == "organisation" or (member.kind == "group" and not member.place)
    return body and "JRN" not in member.sectors[:1]


def _agrees(seen: Seen, gender: str) -> bool:
    if seen.token.deprel in ("amod", "compound"):
        return False
    if gender == "plural":
        return seen.plural and not seen.locative
    if len(seen.members) != 1 or seen.plural:
        return False
    member = seen.members[0]
    if gender == "thing":
        return member.kind in _THINGS and not seen.locative
    person = member.kind in ("person", "role")
    return person and member.gender in (None, gender)


def _same_clause(antecedent: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one predicate, where a plain pronoun cannot mean its neighbour."""
    if pronoun.xpos == "PRP$" or pronoun.lower.endswith(("self", "selves")):
        return antecedent.head is not None and pronoun.head is antecedent
    return antecedent.head is not None and antecedent.head is pronoun.head


def _salience(seen: Seen, sentence: int) -> tuple[float, int]:
    weight = 2.0 * seen.subject + 1.0 * seen.named - 2.5 * (sentence - seen.sentence)
    if seen.token.deprel in ("obl:agent", "obj"):
        weight += 0.5
    return weight, seen.token.i


def gender_of_name(first_name: str) -> str | None:
    """Return "m" or "f" for a first name that tells the gender, else None."""
    return _NAME_GENDERS.get(first_name)
