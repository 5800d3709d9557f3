"""The people of a cast by their names: which of them a full name, a short one or a surname means."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.actors.describe import Description
from tidings.mention.actors.likeness import alike, similar, sound
from tidings.mention.actors.member import Member
from tidings.mention.actors.references import TABLE

_KIN = frozenset(TABLE["kin"]["nouns"])
_MANY = 20
"""So many namesakes of a document are looked at, the latest."""
_TIMES = 9
_FAR = 5
"""Times named and sentences ago above which more make no difference."""


@dataclass(frozen=True, slots=True)
class Called:
    """How a text names a person: the words of the name, the gender and the title before it, where it does."""

    words: tuple[str, ...]
    sentence: int
    gender: str | None = None
    title: str | None = None
    """The role noun before the name ("Senator X")."""


class Namesakes:
    """The people of a document by the words of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Member]] = {}
        self._forms: dict[int, list[tuple[str, ...]]] = {}

    def add(self, member: Member, words: tuple[str, ...]) -> None:
        """Remember a form of a person's name."""
        forms = self._forms.setdefault(member.number, [])
        if words in forms:
            return
        forms.append(words)
        joined = ("".join(words[1:]),) if len(words) > 2 else ()
        for word in dict.fromkeys((*words, sound(words[-1]), *joined)):
            several = self._by_word.setdefault(word, [])
            if member not in several[-_MANY:]:
                several.append(member)

    def find(self, d: Description, called: Called, known: Member | None = None) -> Member | None:
        """Return the person that a name means, None where it is somebody new.

        `known` is the one of whom the tables know that they bear this name.
        """
        words = called.words
        keys = dict.fromkeys((words[-1], sound(words[-1]), words[0]))
        found = [m for key in keys for m in self._by_word.get(key, ())[-_MANY:]]
        fits = self._is_bare if len(words) == 1 else self._is_full
        found += [known] if known else []
        fitting = [m for m in dict.fromkeys(found) if _agrees(m, d, called) and fits(m, d, words)]
        exact = [
            m for m in fitting if m is known or any(set(words) <= set(form) for form in self._forms[m.number])
        ]
        if len(words) == 1:
            return max(exact or fitting, key=lambda m: self._rank(m, called), default=None)
        return max(exact or fitting, key=lambda m: (_has_role(m, d.role), m.number), default=None)

    def _is_bare(self, member: Member, d: Description, words: tuple[str, ...]) -> bool:
        """Whether a word is a name of the person, or another spelling of the surname."""
        word = words[0]
        if member.key == d.key or any(word in form for form in self._forms[member.number]):
            return True
        return d.entry is None and any(similar(word, form[-1]) for form in self._forms[member.number])

    def _is_full(self, member: Member, d: Description, words: tuple[str, ...]) -> bool:
        """Whether a full name is a longer, shorter or other form of the person's.

        Two people of the tables are never one, nor is one whose name goes on after that of a known one, or
        who is introduced as a relative of somebody.
        """
        if member.known and d.entry is not None:
            return member.key == d.key
        forms = self._forms[member.number]
        other = member.known or d.entry is not None or bool({member.role, d.role} & _KIN)
        if other and any(_goes_on(form, words) for form in forms) and words not in forms:
            return False
        return any(alike(words, form) for form in forms)

    def _rank(self, member: Member, called: Called) -> tuple[float, int]:
        """Return how likely a surname means a person: by title, gender, use so far, times named, recency."""
        word = called.words[0]
        weight = 3.0 * (called.gender is not None and member.gender == called.gender)
        weight += 4.0 * _has_role(member, called.title)
        weight += 1.5 * any(word in (form[0], form[-1]) for form in self._forms[member.number])
        weight += 2.0 * (member.called > 0)
        weight += 0.3 * min(len(member.spans), _TIMES)
        weight -= 0.3 * min(called.sentence - member.last, _FAR)
        weight -= 1.5 * ((member.role or "") in _KIN)
        return weight, -member.number


def _agrees(member: Member, d: Description, called: Called) -> bool:
    """Whether gender and country do not tell the two apart. A surname of the tables has no country."""
    if called.gender and member.gender and called.gender != member.gender:
        return False
    if d.entry is not None and len(called.words) == 1:
        return True
    return not (d.country and member.country and d.country != member.country)


def _has_role(member: Member, noun: str | None) -> bool:
    return bool(noun and member.role and noun in member.role)


def _goes_on(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of two full names goes on after the other ("Jane Roe", "Jane Roe Duarte")."""
    shorter, longer = sorted((one, other), key=len)
    return 1 < len(shorter) < len(longer) and longer[: len(shorter)] == shorter
