"""The cast of a document: its actors, and which of them a new mention means."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidings.mention.actors.describe import Description
from tidings.mention.actors.entries import surname
from tidings.mention.actors.gazetteer import fold, name_parts
from tidings.records.actor import Actor, ActorKind
from tidings.records.span import Span


@dataclass(slots=True, eq=False)
class Member:
    """An actor while the document is being read. `number` counts the members by first mention."""

    number: int
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    role: str | None
    wikidata: str | None = None
    gender: str | None = None
    plural: bool = False
    place: bool = False
    spans: list[Span] = field(default_factory=list)
    posts: list[tuple[str, str] | None] = field(default_factory=list)
    """The office and its owner that each phrase of the actor names, None where a phrase names none."""

    def learn(self, description: Description) -> None:
        """Fill in what a later phrase says and an earlier one did not."""
        self.country = self.country or description.country
        if not self.sectors or self.sectors == ("UNK",):
            self.sectors = description.sectors or self.sectors
        self.role = self.role or description.role
        if description.kind == "state":
            self.kind = "state"
        if self.kind == "person" and description.kind == "person" and len(description.name) > len(self.name):
            self.name = description.name

    def record(self) -> Actor:
        """Return the finished record."""
        return Actor(
            id=f"a{self.number}",
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sectors[0] if self.sectors else None,
            sectors=self.sectors,
            role=self.role,
            wikidata=self.wikidata,
            mentions=tuple(self.spans),
        )


class Cast:
    """The members in order of first mention, found again by key or by surname."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._by_key: dict[str, Member] = {}
        self._by_surname: dict[str, list[Member]] = {}

    def member(self, description: Description) -> Member:
        """Return the member a description means, a new one where there is none."""
        known = self._by_key.get(description.key)
        if known is None and description.kind == "person":
            known = self._person(description)
        elif known is None and description.kind == "organisation":
            known = self._organisation(description)
        if known is None:
            known = self._new(description)
        else:
            known.learn(description)
        self._by_key[description.key] = known
        return known

    def _new(self, d: Description) -> Member:
        member = Member(
            len(self.members) + 1, d.key, d.name, d.kind, d.country, d.sectors, d.role, d.wikidata
        )
        self.members.append(member)
        if d.kind == "person":
            for word in dict.fromkeys((fold(surname(d.name)), *name_parts(d.name))):
                self._by_surname.setdefault(word, []).append(member)
        return member

    def _organisation(self, d: Description) -> Member | None:
        """Find an organisation by its acronym, or by the first word or the last words of its name."""
        if d.entry is not None or not d.name[:1].isupper():
            return None
        named = [m for m in reversed(self.members) if m.kind == "organisation"]
        return next((m for m in named if _is_short(d.name, m.name) or _acronym(d.name) == m.name), None)

    def _person(self, d: Description) -> Member | None:
        """Find a person by a shorter or longer form of the name; of namesakes the latest of the role."""
        parts = name_parts(d.name)
        candidates = self._by_surname.get(fold(surname(d.name)), [])
        fitting = [m for m in candidates if _compatible(parts, name_parts(m.name))]
        fitting = [m for m in fitting if not (d.country and m.country and d.country != m.country)]
        alike = [m for m in fitting if d.role and m.role and d.role in m.role]
        return (alike or fitting or [None])[-1]  # type: ignore[list-item]

    def replace(self, key: str, member: Member) -> None:
        """Let a key mean a member from here on."""
        self._by_key[key] = member


def _is_short(name: str, full: str) -> bool:
    """Whether a name shortens another: its first word, its last words ("Red Hook"), its acronym."""
    if " " not in name:
        return " " in full and name in (full.split(maxsplit=1)[0], _acronym(full))
    return full.endswith(f" {name}")


def _acronym(name: str) -> str:
    """Return the initials of a name of several words, nothing for one word."""
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _compatible(shorter: list[str], longer: list[str]) -> bool:
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    return set(shorter) <= set(longer)
