"""One document being read: its phrases, resolved in text order to the members of the cast."""

from __future__ import annotations

from collections import Counter

from tidings.mention.actors.bearers import bearers, lend
from tidings.mention.actors.candidates import Seen, quoted_tokens
from tidings.mention.actors.cast import Cast, Member
from tidings.mention.actors.describe import Description, describe
from tidings.mention.actors.later import named_later, renamed
from tidings.mention.actors.locative import is_locative, is_place
from tidings.mention.actors.names import FullNames, entities_by_sentence, gender_of_phrase, overlaps
from tidings.mention.actors.offices import HIGH, Offices, is_regional, office_noun, post_of, titles_of
from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, split_owners
from tidings.mention.actors.phrases import assemble
from tidings.mention.actors.pieces import Choice, Spotter, vote
from tidings.mention.actors.posts import predecessor
from tidings.mention.actors.references import GENDERS, TABLE, Memory, gender_of_name, gender_of_noun
from tidings.mention.actors.roles import WORDS
from tidings.mention.actors.spotting import number_of
from tidings.records.actor import Actor, ActorMention
from tidings.records.document import Document, Sentence, Token
from tidings.records.span import Span

_TAKEN_UP = ("nsubj", "obj", "root")
"""Relations of plural nouns that name no party and that "they" can mean."""

_NO_FOCUS = frozenset(WORDS["no_focus"]["words"])
_STATES = frozenset(TABLE["definite"]["states"])
_BODIES = frozenset(TABLE["definite"]["bodies"])
_VAGUE = frozenset(TABLE["definite"]["vague"])


class Reading:
    """One document being read."""

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
        own = vote(hit for found in hits for hit in found if not hit.bare)
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
            pieces[:] = [p for p in pieces if names.supports(p, self.choice, document)]
        self.cast = Cast()
        self.memory = Memory(quoted_tokens(document))
        self.mentions: list[ActorMention] = []

    def run(self) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
        """Return the actors and their mentions, both in text order."""
        for sentence, pieces in zip(self.document.sentences, self.pieces, strict=True):
            self._sentence(sentence, assemble(sentence, pieces))
        merged = named_later(self.cast.members)
        if merged:
            self.mentions = [renamed(mention, merged) for mention in self.mentions]
        members = [m for m in self.cast.members if m.spans and m.number not in merged]
        return tuple(member.record() for member in members), tuple(self.mentions)

    def _sentence(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        covered = {i for p in phrases for i in range(p.first, p.last + 1)}
        starts = {phrase.first: phrase for phrase in phrases}
        borne = bearers(phrases, self.document.tokens)
        for token in sentence.tokens:
            if token.i in starts:
                self._phrase(sentence, starts[token.i], borne)
            elif token.lower in GENDERS and token.i not in covered and not token.deprel.startswith("expl"):
                self._pronoun(sentence, token)
            elif token.xpos == "NNS" and token.i not in covered and token.deprel.startswith(_TAKEN_UP):
                self.memory.add(Seen(sentence.i, token, (), named=False, plural=True))

    def _phrase(self, sentence: Sentence, phrase: Phrase, borne: dict[int, Phrase]) -> None:
        head = self.document.tokens[phrase.head]
        members: tuple[Member, ...] = ()
        if phrase.name is None:
            bearer = borne.get(phrase.first)
            if bearer is not None:
                lend(phrase, bearer)
                members = (self.cast.member(self._describe(bearer)),)
            else:
                members = self._role(sentence, phrase, head)
        else:
            description = self._describe(phrase)
            member = self.cast.member(description)
            self._succeed(member, head)
            member.place = is_place(phrase)
            member.gender = (
                member.gender
                or gender_of_phrase(phrase, self.document)
                or gender_of_name(member.name.split()[0])
            )
            members = (member,)
        if len(members) == 1 and members[0].kind in ("person", "role"):
            members[0].gender = members[0].gender or gender_of_noun(head)
        if len(members) == 1 and phrase.roles:
            single = head.xpos not in PLURAL_TAGS and not _indefinite(head)
            members[0].posts.append(post_of(phrase, self.choice) if single else None)
        locative = phrase.name is not None and is_locative(phrase, head)
        self._emit(sentence, phrase, head, members, locative=locative)

    def _succeed(self, member: Member, head: Token) -> None:
        """Let a person have the office of whom the clause says that they succeed."""
        token = predecessor(head) if member.kind == "person" else None
        before = next((s for s in self.memory.near(head.sentence.i, 0) if s.token is token), None)
        if (
            before is None
            or token is None
            or member.sectors not in ((), ("UNK",))
            or len(before.members) != 1
        ):
            return
        held = before.members[0]
        if held.kind in ("person", "role") and held is not member:
            member.sectors = tuple(s for s in held.sectors if s != "ELI")
            member.country = member.country or held.country
            member.role = member.role or (held.role or "").removeprefix("former ") or None

    def _describe(self, phrase: Phrase) -> Description:
        text = self.document.text
        tokens = self.document.tokens
        whole = text[tokens[phrase.first].start : tokens[phrase.last].end]
        name = text[tokens[phrase.name.first].start : tokens[phrase.name.last].end] if phrase.name else whole
        return describe(phrase, self.choice, " ".join(name.split()), " ".join(whole.split()))

    def _role(self, sentence: Sentence, phrase: Phrase, head: Token) -> tuple[Member, ...]:
        """Resolve a phrase without a name: to the cast, to the holder of an office, or to itself."""
        description = self._describe(phrase)
        if description.country is None:
            noun = phrase.roles[-1].role.noun if phrase.roles[-1].role else ""
            country = self._clause_country(head) or (None if noun in _NO_FOCUS else self.focus)
            if description.kind != "role" or description.sectors != ("UNK",):
                description.country = country
        plural = head.xpos in PLURAL_TAGS
        if plural and (parts := split_owners(phrase)):
            return tuple(dict.fromkeys(self._part(sentence, part) for part in parts))
        definite = any(
            child.lower in ("the", "this", "that", "these", "those", "both") for child in head.children
        )
        if plural and definite and not phrase.owners and not phrase.after:
            several = self.memory.pair(head, sentence.i, number_of(head))
            if several:
                return several
        if not plural and (known := self._antecedent(sentence, phrase, head, description, definite=definite)):
            return (known,)
        member = self.cast.member(description)
        member.plural = plural or head.lemma.lower() == "police"
        return (member,)

    def _part(self, sentence: Sentence, part: Phrase) -> Member:
        """Resolve one owner's share of a plural role phrase ("foreign ministers of Mali and Niger")."""
        description = self._describe(part)
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
        if role is None or _indefinite(head):
            return None
        if role.kind == "person":
            return self._holder(sentence, role.noun, description, phrase, definite=definite)
        if not definite or phrase.owners or phrase.after:
            return None
        if role.noun in _STATES:
            return self.memory.last(sentence.i, 2, ["state"])
        if role.noun in _BODIES:
            sectors = () if role.sector == "UNK" or role.noun in _VAGUE else (role.sector,)
            return self.memory.last(sentence.i, 3, ["organisation", "group"], sectors)
        return None

    def _holder(
        self, sentence: Sentence, noun: str, description: Description, phrase: Phrase, *, definite: bool
    ) -> Member | None:
        """Find the person an office means: one of the cast, else the table's holder on the day."""
        if phrase.former:
            return None
        own = bool(phrase.owners or phrase.after)
        if not (definite or own):
            return None
        titles = titles_of(noun)
        for seen in self.memory.near(sentence.i, 60 if own else 12):
            for member in seen.members:
                same = member.kind == "person" and member.role and office_noun(member.role) in titles
                if same and own and is_regional(noun) and post_of(phrase, self.choice) not in member.posts:
                    continue
                if same and (member.country == description.country or not own):
                    return member
        if noun == "leader" and not own:
            return self.memory.last(sentence.i, 3, ["person"], ("GOV", "REB", "PTY", "OPP"))
        if not (own or noun in HIGH):
            return None
        holder = self.offices.holder(noun, description.country, phrase, self.choice)
        return self.cast.member(holder) if holder else None

    def _clause_country(self, head: Token) -> str | None:
        """Return the country that the clause of a role noun is set in ("Police arrested ... in Minsk")."""
        verb = head.head
        if verb is None or verb.upos != "VERB":
            return None
        for child in verb.children:
            if child.deprel.startswith("obl") and any(
                c.lower in ("in", "at", "near") for c in child.children
            ):
                for piece in self.pieces[head.sentence.i]:
                    if piece.hit and piece.first <= child.i <= piece.last:
                        return self.choice.pick(piece.hit).country
        return None

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        members = self.memory.pronoun(token, sentence.i)
        if not members and GENDERS[token.lower] == "plural":
            members = self.memory.official(token, sentence.i)
        if not members:
            return
        if len(members) == 1 and GENDERS[token.lower] in ("m", "f"):
            members[0].gender = members[0].gender or GENDERS[token.lower]
        self._add(sentence, (token, token), token, members, form="pronoun")

    def _emit(
        self, sentence: Sentence, phrase: Phrase, head: Token, members: tuple[Member, ...], *, locative: bool
    ) -> None:
        tokens = self.document.tokens
        form = "role" if phrase.name is None else "place" if locative else "name"
        self._add(
            sentence, (tokens[phrase.first], tokens[phrase.last]), head, members, form=form, locative=locative
        )

    def _add(
        self,
        sentence: Sentence,
        ends: tuple[Token, Token],
        head: Token,
        members: tuple[Member, ...],
        *,
        form: str,
        locative: bool = False,
    ) -> None:
        first, last = ends
        span = Span(start=first.start, end=last.end, text=self.document.text[first.start : last.end])
        for member in members:
            member.spans.append(span)
        self.mentions.append(
            ActorMention(
                actors=tuple(f"a{member.number}" for member in members),
                start=first.start,
                end=last.end,
                head=head.i,
                first=first.i,
                last=last.i,
                form=form,  # type: ignore[arg-type]
                locative=locative,
            )
        )
        plural = (
            len(members) > 1 or members[0].plural or (members[0].kind == "group" and not members[0].place)
        )
        seen = Seen(sentence.i, head, members, form in ("name", "place"), plural, locative)
        self.memory.add(seen)
        if head.deprel == "conj":
            self.memory.join(seen)


def _indefinite(head: Token) -> bool:
    return any(
        child.lower in ("a", "an", "another", "some", "one", "several", "each", "every", "no")
        for child in head.children
    )
