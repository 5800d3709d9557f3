"""What a phrase without a name means: somebody of the cast, the holder of an office, or itself."""

from __future__ import annotations

from collections import Counter

from tidings.mention.actors.beside import patron, places_of_clause
from tidings.mention.actors.candidates import quoted_tokens
from tidings.mention.actors.cast import Cast
from tidings.mention.actors.choice import Choice, is_stance, vote
from tidings.mention.actors.describe import Description, describe
from tidings.mention.actors.descriptions import Descriptions
from tidings.mention.actors.leading import state_of_office
from tidings.mention.actors.member import Member
from tidings.mention.actors.names import FullNames, entities_by_sentence, overlaps
from tidings.mention.actors.office_holders import Offices
from tidings.mention.actors.offices import (
    HIGH,
    holds_for_region,
    is_of_body,
    is_of_region,
    office_noun,
    post_of,
    titles_of,
)
from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, split_owners
from tidings.mention.actors.pieces import Spotter
from tidings.mention.actors.references import TABLE, Memory
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.spotting import number_of
from tidings.records.actor import ActorMention
from tidings.records.document import Document, Sentence, Token

_NO_FOCUS = frozenset(WORDS["no_focus"]["words"])
_STATES = frozenset(TABLE["definite"]["states"])
_FIRMS = frozenset(TABLE["definite"]["firms"])
_ARMED = frozenset(TABLE["definite"]["fighters"])


class RolePhrases:
    """A document being read, as far as phrases without a name are resolved in it."""

    def __init__(
        self,
        document: Document,
        spotter: Spotter,
        offices: Offices,
        votes: Counter[str],
    ) -> None:
        self.document = document
        self.offices = offices
        hits = [spotter.hits(document, sentence) for sentence in document.sentences]
        own = vote(h for found in hits for h in found if not (h.bare or is_stance(document.text, h)))
        self.choice = Choice(document.published, own + votes)
        self.choice.count_places(
            e for e in document.entities if not overlaps(e, hits[e.tokens[0].sentence.i])
        )
        self.focus = self.choice.focus()
        by_sentence = entities_by_sentence(document)
        names = FullNames(hits, document.entities)
        self.pieces = [
            spotter.pieces(s, found, by_sentence[s.i])
            for s, found in zip(document.sentences, hits, strict=True)
        ]
        for pieces in self.pieces:
            pieces[:] = names.supported(pieces, self.choice, document)
        self.cast = Cast()
        self.memory = Memory(quoted_tokens(document))
        self.descriptions = Descriptions(self.memory)
        self.mentions: list[ActorMention] = []
        self.by_head: dict[int, Phrase] = {}

    def describe(self, phrase: Phrase) -> Description:
        """Describe the party of a phrase by its words alone."""
        text = self.document.text
        tokens = self.document.tokens
        whole = text[tokens[phrase.first].start : tokens[phrase.last].end]
        name = text[tokens[phrase.name.first].start : tokens[phrase.name.last].end] if phrase.name else whole
        return describe(phrase, self.choice, " ".join(name.split()), " ".join(whole.split()))

    def role(self, sentence: Sentence, phrase: Phrase, head: Token) -> tuple[Member, ...]:
        """Resolve a phrase without a name: to the cast, to the holder of an office, or to itself."""
        description = self.describe(phrase)
        noun = phrase.roles[-1].role.noun if phrase.roles[-1].role else ""
        description.country = description.country or state_of_office(noun)
        if description.country is None:
            country = self._patron_country(head, noun)
            known = self.cast.with_key(description.key)
            if country and known and known.country not in (None, country):
                description.key += f":{country}"
            country = country or self.clause_country(head) or (None if noun in _NO_FOCUS else self.focus)
            if description.kind != "role" or description.sectors != ("UNK",):
                description.country = country
        plural = head.xpos in PLURAL_TAGS
        if plural and (parts := split_owners(phrase)):
            return tuple(dict.fromkeys(self._part(sentence, part) for part in parts))
        definite = any(
            child.lower in ("the", "this", "that", "these", "those", "both") for child in head.children
        )
        if plural and definite and not phrase.owners and not phrase.after:
            several = self.descriptions.pair(head, sentence.i, number_of(head))
            if several:
                return several
        if not plural and (known := self._antecedent(sentence, phrase, head, description, definite=definite)):
            return (known,)
        if plural and definite and (known := self._fighters(sentence, phrase, description)):
            return (known,)
        member = self.cast.member(description)
        member.plural = plural or head.lemma.lower() == "police"
        return (member,)

    def _fighters(self, sentence: Sentence, phrase: Phrase, description: Description) -> Member | None:
        """Return whom "the militants" go on with: those named so before, else the last armed group."""
        role = phrase.roles[-1].role
        if role is None or role.noun not in _ARMED or phrase.owners or phrase.after or phrase.place:
            return None
        same = self.descriptions.same_noun(f"{role.noun}s", sentence.i, description.country)
        return same or self.descriptions.fighters(sentence.i)

    def _patron_country(self, head: Token, noun: str) -> str | None:
        """Return the country of the one person whose the role is."""
        found = patron(head, noun, self.memory, self.by_head)
        if isinstance(found, Phrase):
            return self.describe(found).country
        return found.country if found else None

    def clause_country(self, head: Token) -> str | None:
        """Return the country that the clause of a role noun is set in ("Police arrested ... in Minsk")."""
        places = places_of_clause(head)
        hits = (p for p in self.pieces[head.sentence.i] if p.hit for i in places if p.first <= i <= p.last)
        return next((self.choice.pick(p.hit).country for p in hits if p.hit), None)

    def _part(self, sentence: Sentence, part: Phrase) -> Member:
        """Resolve one owner's share of a plural role phrase ("foreign ministers of Mali and Niger")."""
        description = self.describe(part)
        role = part.roles[-1].role
        owner = (part.after or part.owners)[0]
        noun = role.noun if role else ""
        description.name = f"{noun} of {self.choice.pick(owner.hit).name}" if owner.hit else description.name
        person = role is not None and role.kind == "person"
        holder = self._holder(sentence, noun, description, part, definite=True) if person else None
        return holder or self.cast.member(description)

    def _antecedent(
        self, sentence: Sentence, phrase: Phrase, head: Token, description: Description, *, definite: bool
    ) -> Member | None:
        role = phrase.roles[-1].role
        if role is None or indefinite(head):
            return None
        if role.kind == "person" and role.noun not in _FIRMS:
            return self._holder(sentence, role.noun, description, phrase, definite=definite)
        if not definite or phrase.owners or phrase.after:
            return None
        if role.noun in _STATES:
            last = self.descriptions.last(sentence.i, 2, ["state"])
            return last or self.cast.with_key(f"state:{self.focus}")
        plain = not phrase.modifiers and len(phrase.roles) == 1
        return self.descriptions.body(role, sentence.i, description.country, plain=plain)

    def _holder(
        self, sentence: Sentence, noun: str, description: Description, phrase: Phrase, *, definite: bool
    ) -> Member | None:
        """Find the person an office means: one of the cast, else the table's holder on the day."""
        if phrase.former:
            return None
        own = bool(phrase.owners or phrase.after or state_of_office(noun))
        if not (definite or own):
            return None
        titles = titles_of(noun)
        for seen in self.memory.near(sentence.i, 60 if own else 12):
            for member in seen.members:
                same = member.kind == "person" and member.role and office_noun(member.role) in titles
                if same and own and not self._is_post_of(member, phrase):
                    continue
                if same and (member.country == description.country or not own):
                    return member
        if noun == "leader" and not own:
            return self.descriptions.last(sentence.i, 3, ["person"], ("GOV", "REB", "PTY", "OPP"))
        if not (own or noun in HIGH):
            return None
        holder = self.offices.holder(noun, description.country, phrase, self.choice)
        return self.cast.member(holder) if holder else None

    def _is_post_of(self, member: Member, phrase: Phrase) -> bool:
        """Whether a person can hold the office of a phrase: a region has its own, beside the state."""
        post = post_of(phrase, self.choice)
        if is_of_region(phrase) or is_of_body(post):
            return post in member.posts
        return not holds_for_region(member.posts)


def indefinite(head: Token) -> bool:
    """Whether a noun has a determiner that introduces somebody new ("a minister")."""
    return any(
        child.lower in ("a", "an", "another", "some", "one", "several", "each", "every", "no")
        for child in head.children
    )
