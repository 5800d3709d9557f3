"""References without a name: pronouns and definite descriptions, resolved to the cast of the document."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace

from tidings.mention.actors.candidates import Seen, agrees, in_same_clause, is_addressed, is_body, salience
from tidings.mention.actors.cast import Member
from tidings.mention.actors.entries import TABLES
from tidings.records.document import Token

_SPEAKING = frozenset(["GOV", "MIL", "COP", "JUD", "SPY", "LEG", "PTY", "REB", "OPP"])
"""Sectors whose people speak for a body."""
_BARRED = frozenset(["JRN", "BUS"])
"""Sectors of bodies that an article names for other reasons than their acts."""

TABLE = tomllib.loads((TABLES / "pronouns.toml").read_text(encoding="utf-8"))
_PERSONAL, _SUMMIT, _STATELY, _EITHER = (
    frozenset(TABLE["several"][kind]) for kind in ("personal", "summit", "stately", "either")
)
_IMPERSONAL = frozenset(TABLE["impersonal"]["verbs"])
_FIRST_NAMES = tomllib.loads((TABLES / "first_names.toml").read_text(encoding="utf-8"))
_NAME_GENDERS = {name: key[0] for key, names in _FIRST_NAMES.items() for name in names.split()}
_NOUN_GENDERS = {noun: gender for gender, nouns in TABLE["nouns"].items() for noun in nouns}
GENDERS: dict[str, str] = TABLE["gender"]
BODY = 2.0
"""So much less salient is a body as the meaning of "they" than what is plural."""


class Memory:
    """The mentions so far, the latest last."""

    def __init__(self, quoted: frozenset[int] = frozenset()) -> None:
        self.seen: list[Seen] = []
        self._quoted = quoted

    def add(self, seen: Seen) -> None:
        """Remember a mention."""
        self.seen.append(seen)

    def join(self, seen: Seen) -> None:
        """Remember the parties that a mention is coordinated with, and it, as one ("Oslo and Rome")."""
        first = next(
            (s for s in self.near(seen.sentence, 0) if s.token is seen.token.head and s.members), None
        )
        if first is not None and first.locative == seen.locative:
            members = tuple(dict.fromkeys((*first.members, *seen.members)))
            self.add(replace(first, members=members, plural=True))

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
        if gender == "plural":
            return self._plural(token, sentence)
        if gender == "thing" and not _can_act(token):
            return ()
        fitting = self._fitting(token, sentence, gender, 1 if gender == "thing" else 3)
        if gender == "thing":
            fitting = [
                s for s in fitting if s.subject or s.token.deprel == "nmod:poss" or s.sentence == sentence
            ]
        best = max(fitting, key=lambda s: salience(s, sentence, gender), default=None)
        return best.members if best else ()

    def _fitting(self, token: Token, sentence: int, gender: str, reach: int) -> list[Seen]:
        return [
            s
            for s in self.near(sentence, reach)
            if agrees(s, gender) and not in_same_clause(s.token, token) and not self._says(s, token)
        ]

    def _plural(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve "they": to what is plural, else to a body or to the two people of a sentence."""
        fitting = self._fitting(token, sentence, "plural", 1)
        fitting = [s for s in fitting if not is_addressed(s.token, token)]
        acts = _can_act(token) or token.deprel.startswith("nsubj")
        if not fitting:
            return self._collective(token, sentence) if acts else self._two(sentence)
        best = max(fitting, key=lambda s: salience(s, sentence, "plural"))
        body = max(self._bodies(token, sentence), key=lambda s: salience(s, sentence), default=None)
        if acts and body and salience(body, sentence)[0] - BODY > salience(best, sentence)[0]:
            return body.members
        return best.members

    def _says(self, seen: Seen, pronoun: Token) -> bool:
        """Whether the mention is outside the quotation that the pronoun stands in, as its speaker is."""
        inside = pronoun.i in self._quoted and seen.token.i not in self._quoted
        return inside and seen.subject and seen.token.sentence is pronoun.sentence

    def _two(self, sentence: int) -> tuple[Member, ...]:
        """Return the two people that one sentence, this or the one before, is about."""
        for at in (sentence, sentence - 1):
            people = {
                m.number: m
                for s in self.near(sentence, 1)
                if s.sentence == at
                for m in s.members
                if m.kind == "person"
            }
            if people:
                return tuple(people[number] for number in sorted(people)) if len(people) == 2 else ()
        return ()

    def _collective(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve "they" to a body that acts, else to two people, else to the body named last."""
        bodies = self._bodies(token, sentence)
        acting = [s for s in bodies if s.subject or s.token.deprel == "nmod:poss"]
        people = () if acting else self._two(sentence)
        best = max(acting or bodies, key=lambda s: salience(s, sentence), default=None)
        return people or (best.members if best else ())

    def _bodies(self, token: Token, sentence: int) -> list[Seen]:
        return [s for s in self.near(sentence, 1) if is_body(s) and not in_same_clause(s.token, token)]

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
        best = max(fitting, key=lambda s: salience(s, sentence), default=None)
        return best.members[0] if best else None


def _can_act(token: Token) -> bool:
    """Whether "it" is likely to mean a party: as the subject of a verb of its own, or as an owner."""
    if token.xpos == "PRP$":
        return True
    verb = token.head
    return (
        token.deprel == "nsubj" and verb is not None and verb.upos == "VERB" and verb.lemma not in _IMPERSONAL
    )


def gender_of_name(first_name: str) -> str | None:
    """Return "m" or "f" for a first name that tells the gender, else None."""
    return _NAME_GENDERS.get(first_name)


def gender_of_noun(noun: Token) -> str | None:
    """Return "m" or "f" for a noun that tells the gender ("brother"), else None."""
    return _NOUN_GENDERS.get(noun.lemma.lower())
