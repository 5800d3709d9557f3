"""Definite descriptions ("the court", "the militants", "the two leaders") and whom they go on with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tidings.mention.actors.candidates import Seen, salience
from tidings.mention.actors.member import Member
from tidings.mention.actors.references import TABLE, Memory
from tidings.mention.actors.roles import Role
from tidings.mention.actors.spotting import number_of
from tidings.records.document import Token

_BARRED = frozenset(["JRN", "BUS"])
"""Sectors of bodies that an article names for other reasons than their acts."""
_PERSONAL, _SUMMIT, _STATELY, _EITHER = (
    frozenset(TABLE["several"][kind]) for kind in ("personal", "summit", "stately", "either")
)
_BODIES = frozenset(TABLE["definite"]["bodies"])
_VAGUE = frozenset(TABLE["definite"]["vague"])
_FIGHTING = frozenset(TABLE["definite"]["fighting"])
_COLLECTIVE = ("organisation", "group")
_HUMAN = ("person", "role")
_FAR, _NEAR = 12, 3
"""Sentences over which a body is taken up by its own noun, and by a noun of its sector."""


class Descriptions:
    """What descriptions can mean, by the mentions so far and by the nouns in their names."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._by_noun: dict[str, Seen] = {}
        self._by_name: dict[str, Seen] = {}

    def add(self, nouns: Iterable[str], seen: Seen) -> None:
        """Remember the nouns, as singulars, of a phrase that names one body or group.

        Several bodies described together ("both governments") are none that "the government" can mean.
        """
        if len(seen.members) == 1 and (seen.members[0].kind in ("organisation", "group") or seen.plural):
            plural = seen.members[0].plural and not seen.named
            found = dict.fromkeys((f"{noun}s" if plural else noun for noun in nouns), seen)
            self._by_noun.update(found)
            if seen.named:
                self._by_name.update(found)

    def same_noun(
        self, noun: str, sentence: int, country: str | None, *, named: bool = False
    ) -> Member | None:
        """Return the body that was last named, or named or described, with a noun ("Supreme Court")."""
        seen = (self._by_name if named else self._by_noun).get(noun.rpartition(" ")[2])
        if seen is None or sentence - seen.sentence > _FAR or seen.locative:
            return None
        member = seen.members[0]
        return None if country and member.country and country != member.country else member

    def body(self, role: Role, sentence: int, country: str | None, *, plain: bool) -> Member | None:
        """Return the body that "the court" or "the group" means: by its own noun, else by its sector.

        A noun with words of its own before it ("the local court") is not `plain`: its noun alone says little.
        """
        vague = role.noun in _BODIES
        plain &= role.kind == "body"
        same = self.same_noun(role.noun, sentence, country, named=vague) if plain else None
        if same is not None or not vague:
            return same
        sectors = () if role.sector == "UNK" or role.noun in _VAGUE else (role.sector,)
        last = self.last(sentence, _NEAR, _COLLECTIVE, sectors) or self._only(sentence, sectors)
        return last or (self.same_noun(role.noun, sentence, country) if plain else None)

    def _only(self, sentence: int, sectors: tuple[str, ...]) -> Member | None:
        """Return the one body of these sectors that the last sentences have named."""
        near = [s for s in self._memory.near(sentence, _FAR) if s.named and not s.locative]
        members = [s.members[0] for s in near if len(s.members) == 1]
        found = {
            m.number: m for m in members if m.kind in _COLLECTIVE and set(sectors).intersection(m.sectors)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def fighters(self, sentence: int) -> Member | None:
        """Return the armed group named last that "the militants" can mean."""
        return self.last(sentence, _NEAR, _COLLECTIVE, _FIGHTING)

    def both(self, token: Token, sentence: int) -> tuple[Member, ...]:
        """Resolve "both" to the two parties named together last, else to those of the sentence before."""
        near = [s for s in self._memory.near(sentence, _NEAR) if s.token.i < token.i]
        pair = next((s for s in near if len(s.members) == 2 or _is_two(s)), None)
        if pair is not None:
            return pair.members
        return self._two_before(sentence)

    def _two_before(self, sentence: int) -> tuple[Member, ...]:
        """Return the two parties of one kind that the sentence before is about."""
        near = self._memory.near(sentence, 1)
        found = {s.members[0].number: s.members[0] for s in near if s.sentence < sentence and _is_party(s)}
        kinds = {m.kind in _HUMAN for m in found.values()}
        return tuple(found[n] for n in sorted(found)) if len(found) == 2 and len(kinds) == 1 else ()

    def pair(self, head: Token, sentence: int, count: int | None) -> tuple[Member, ...]:
        """Resolve a plural description ("the two leaders") to as many actors named before it."""
        noun = head.lemma.lower()
        if noun in _PERSONAL and (count or noun in _SUMMIT):
            two = self._two_before(sentence) if count == 2 else ()
            return self._several(sentence, count or 2, people=True) or two
        if noun in _STATELY and count:
            return self._several(sentence, count, people=False) or self._far(sentence, count)
        if noun in _EITHER and count:
            return (
                self._several(sentence, count, people=False)
                or self._together(sentence, count)
                or self._several(sentence, count, people=True)
                or self._far(sentence, count)
            )
        return ()

    def _together(self, sentence: int, count: int) -> tuple[Member, ...]:
        """Return so many parties of any kind that were named together lately."""
        near = (s for s in self._memory.near(sentence, 4) if len(s.members) == count and not s.locative)
        return next((s.members for s in near), ())

    def _far(self, sentence: int, count: int) -> tuple[Member, ...]:
        """Return so many states named together farther back, else those named most by far so far."""
        named: dict[int, Member] = {}
        times: Counter[int] = Counter()
        for seen in self._memory.near(sentence, sentence):
            fitting = [m for m in seen.members if _fits(m, seen, people=False)]
            if seen.named and len(fitting) == len(seen.members) == count:
                return seen.members
            named.update((m.number, m) for m in fitting)
            times.update(m.number for m in fitting)
        ranked = times.most_common(count + 1)
        if len(ranked) < count or (len(ranked) > count and ranked[-1][1] * 2 > ranked[-2][1]):
            return ()
        return tuple(named[number] for number in sorted(number for number, _ in ranked[:count]))

    def _several(self, sentence: int, count: int, *, people: bool) -> tuple[Member, ...]:
        """Return so many people or states: those named together last, else those named last."""
        found: dict[int, Member] = {}
        near = [s for s in self._memory.near(sentence, 4) if s.named and s.members]
        for seen in near:
            fitting = [m for m in seen.members if _fits(m, seen, people=people)]
            if len(fitting) == len(seen.members) == count:
                return seen.members
        for seen in near:
            for member in seen.members:
                if _fits(member, seen, people=people):
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
            for s in self._memory.near(sentence, reach)
            if len(s.members) == 1
            and s.members[0].kind in wanted
            and not s.locative
            and not (not allowed and _BARRED.intersection(s.members[0].sectors[:1]))
            and (not allowed or allowed.intersection(s.members[0].sectors))
        ]
        best = max(fitting, key=lambda s: salience(s, sentence), default=None)
        return best.members[0] if best else None


def stands_alone(token: Token) -> bool:
    """Whether "both" is an argument: also before a verb without a subject, where the tree has an adverb."""
    if token.deprel.startswith(("nsubj", "obj", "obl")):
        return True
    verb = token.head
    if verb is None or token.deprel not in ("advmod", "det", "dep", "cc:preconj") or not token.i < verb.i:
        return False
    subject = any(child.deprel.startswith("nsubj") for child in verb.children)
    return not subject and (verb.upos == "VERB" or (verb.upos == "ADJ" and verb.deprel == "root"))


def _is_two(seen: Seen) -> bool:
    """Whether a mention is of two people counted ("two soldiers")."""
    return len(seen.members) == 1 and number_of(seen.token) == 2


def _is_party(seen: Seen) -> bool:
    if len(seen.members) != 1 or seen.locative or seen.adjectival:
        return False
    return seen.named or (seen.members[0].kind in _HUMAN and not seen.plural)


def _fits(member: Member, seen: Seen, *, people: bool) -> bool:
    return member.kind == "person" if people else member.kind == "state" and not seen.locative
