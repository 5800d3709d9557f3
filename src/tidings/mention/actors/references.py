"""The mentions of a document so far, and which of them a pronoun means."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from tidings.mention.actors.candidates import Seen, agrees, in_same_clause, is_addressed, is_body, salience
from tidings.mention.actors.entries import TABLES
from tidings.mention.actors.member import Member
from tidings.records.document import Token

_SPEAKING = frozenset(["GOV", "MIL", "COP", "JUD", "SPY", "LEG", "PTY", "REB", "OPP"])
"""Sectors whose people speak for a body."""

TABLE = tomllib.loads((TABLES / "pronouns.toml").read_text(encoding="utf-8"))
_RECIPROCAL = frozenset(TABLE["several"]["reciprocal"])
_IMPERSONAL = frozenset(TABLE["impersonal"]["verbs"])
_FIRST_NAMES = tomllib.loads((TABLES / "first_names.toml").read_text(encoding="utf-8"))
_NAME_GENDERS = {name: key[0] for key, names in _FIRST_NAMES.items() for name in names.split()}
_NOUN_GENDERS = {noun: gender for gender, nouns in TABLE["nouns"].items() for noun in nouns}
_PEOPLE = {name: gender for gender, names in TABLE["people"].items() for name in names}
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

    def meet(self, seen: Seen) -> None:
        """Remember the two parties to a meeting or the like as one ("Oslo talked with Rome")."""
        verb = seen.token.head
        if verb is None or verb.lemma not in _RECIPROCAL or len(seen.members) != 1:
            return
        with_ = seen.token.deprel == "obj" or any(child.lower == "with" for child in seen.token.children)
        first = next((s for s in self.near(seen.sentence, 0) if s.token.head is verb and s.subject), None)
        if not with_ or first is None or len(first.members) != 1 or first.members == seen.members:
            return
        if first.members[0].kind == seen.members[0].kind:
            self.add(replace(first, members=(*first.members, *seen.members), plural=True))

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


def gender_of_person(name: str) -> str | None:
    """Return "m" or "f" where the first name or the table of people tells it, else None."""
    return _PEOPLE.get(name) or _NAME_GENDERS.get(name.split(maxsplit=1)[0])


def gender_of_noun(noun: Token) -> str | None:
    """Return "m" or "f" for a noun that tells the gender ("brother"), else None."""
    return _NOUN_GENDERS.get(noun.lemma.lower())
