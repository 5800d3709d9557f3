"""The cast of a document: its actors, and which of them a new mention means."""

from __future__ import annotations

from tidings.mention.actors.describe import Description
from tidings.mention.actors.likeness import name_words
from tidings.mention.actors.member import Member
from tidings.mention.actors.namesakes import Called, Namesakes
from tidings.mention.actors.spellings import is_long, same_spelling


class Cast:
    """The members in order of first mention, found again by key or by name."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._by_key: dict[str, Member] = {}
        self._namesakes = Namesakes()

    def member(self, description: Description) -> Member:
        """Return the member a description means, a new one where there is none."""
        if description.kind == "person":
            return self.person(description, Called(name_words(description.name), 0))
        known = self._by_key.get(description.key)
        if known is None and description.kind == "organisation":
            known = self._organisation(description)
        if known is None:
            known = self._new(description)
        else:
            known.learn(description)
        self._by_key[description.key] = known
        return known

    def with_key(self, key: str) -> Member | None:
        """Return the member of a key, None where the text has not named it."""
        return self._by_key.get(key)

    def person(self, description: Description, called: Called) -> Member:
        """Return the person whom the text names so, a new one where there is none.

        A surname that no one of the cast can have by its title ("Mrs") is somebody of whom nothing is known.
        """
        full = len(called.words) > 1
        bearer = self._by_key.get(description.key)
        known = bearer if full else None
        known = known or self._namesakes.find(description, called, bearer)
        if known is None:
            known = self._new(_stranger(description, called) if bearer else description)
        elif full or description.entry is None or description.key == known.key:
            known.learn(description)
        known.known = known.known or (description.entry is not None and description.key == known.key)
        known.called += not full
        known.last = max(known.last, called.sentence)
        if full or known.key == description.key:
            self._by_key[description.key] = known
        self._namesakes.add(known, called.words)
        return known

    def _new(self, d: Description) -> Member:
        member = Member(
            len(self.members) + 1, d.key, d.name, d.kind, d.country, d.sectors, d.role, d.wikidata
        )
        self.members.append(member)
        if d.entry is not None and d.kind == "person":
            self._namesakes.add(member, name_words(d.name))
        return member

    def _organisation(self, d: Description) -> Member | None:
        """Find an organisation by its acronym, or by the first word or the last words of its name."""
        if d.entry is not None or not d.name[:1].isupper():
            return None
        named = [m for m in reversed(self.members) if m.kind == "organisation"]
        short = (m for m in named if _is_short(d.name, m.name) or _acronym(d.name) == m.name)
        return next(short, None) or next((m for m in named if _is_respelt(d.name, m.name)), None)


def _stranger(d: Description, called: Called) -> Description:
    """Return what the surname alone tells of somebody who is not the known bearer of it."""
    return Description(f"{d.key}:{called.gender}", d.name.split()[-1], "person", None, (), called.title)


def _is_short(name: str, full: str) -> bool:
    """Whether a name shortens another: its first word, its last words ("Red Hook"), its acronym."""
    if " " not in name:
        return " " in full and name in (full.split(maxsplit=1)[0], _acronym(full))
    return full.endswith(f" {name}")


def _is_respelt(name: str, other: str) -> bool:
    """Whether two names are spellings of one."""
    words = name_words(name)
    return is_long(words) and same_spelling(words, name_words(other))


def _acronym(name: str) -> str:
    """Return the initials of a name of several words, nothing for one word."""
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""
