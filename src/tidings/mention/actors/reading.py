"""One document being read: its phrases, resolved in text order to the members of the cast."""

from __future__ import annotations

from tidings.mention.actors.bearers import bearers, lend
from tidings.mention.actors.candidates import Seen
from tidings.mention.actors.describe import Description
from tidings.mention.actors.descriptions import stands_alone
from tidings.mention.actors.later import named_later, renamed
from tidings.mention.actors.locative import is_locative, is_place
from tidings.mention.actors.member import Member
from tidings.mention.actors.names import called, gender_of_title
from tidings.mention.actors.offices import post_of
from tidings.mention.actors.phrase import PLURAL_TAGS, Phrase, is_person
from tidings.mention.actors.phrases import assemble
from tidings.mention.actors.posts import predecessor
from tidings.mention.actors.references import GENDERS, gender_of_name, gender_of_noun, gender_of_person
from tidings.mention.actors.role_phrases import RolePhrases, indefinite
from tidings.mention.actors.roles import WORDS, singular
from tidings.records.actor import Actor, ActorMention
from tidings.records.document import Sentence, Token
from tidings.records.span import Span

_TAKEN_UP = ("nsubj", "obj", "root")
"""Relations of plural nouns that name no party and that "they" can mean."""

_NATIONAL = frozenset(WORDS["national"]["sectors"])


class Reading(RolePhrases):
    """One document being read."""

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
        self.by_head = {phrase.head: phrase for phrase in phrases}
        borne = bearers(phrases, self.document.tokens)
        for token in sentence.tokens:
            if token.i in starts:
                self._phrase(sentence, starts[token.i], borne)
            elif token.lower in GENDERS and token.i not in covered and not token.deprel.startswith("expl"):
                self._pronoun(sentence, token)
            elif token.lower == "both" and token.i not in covered and stands_alone(token):
                self._both(sentence, token)
            elif token.xpos == "NNS" and token.i not in covered and token.deprel.startswith(_TAKEN_UP):
                self.memory.add(Seen(sentence.i, token, (), named=False, plural=True))

    def _phrase(self, sentence: Sentence, phrase: Phrase, borne: dict[int, Phrase]) -> None:
        head = self.document.tokens[phrase.head]
        members: tuple[Member, ...] = ()
        if phrase.name is None:
            bearer = borne.get(phrase.first)
            if bearer is not None:
                lend(phrase, bearer)
                members = (self.cast.member(self.describe(bearer)),)
            else:
                members = self.role(sentence, phrase, head)
        else:
            description = self.describe(phrase)
            if _is_national(description):
                description.country = self.clause_country(head) or self.focus
            member = self._named(sentence, phrase, description)
            self._succeed(member, head)
            member.place = is_place(phrase)
            member.gender = member.gender or self._gender(phrase, member)
            members = (member,)
        if len(members) == 1 and members[0].kind in ("person", "role"):
            members[0].gender = members[0].gender or gender_of_noun(head)
        if len(members) == 1 and phrase.roles:
            single = head.xpos not in PLURAL_TAGS and not indefinite(head)
            members[0].posts.append(post_of(phrase, self.choice) if single else None)
        locative = phrase.name is not None and is_locative(phrase, head)
        self._emit(sentence, phrase, head, members, locative=locative)

    def _named(self, sentence: Sentence, phrase: Phrase, description: Description) -> Member:
        if description.kind != "person":
            return self.cast.member(description)
        person = self.cast.person(description, called(phrase, self.document, sentence.i))
        person.named = True
        return person

    def _gender(self, phrase: Phrase, member: Member) -> str | None:
        told = gender_of_title(phrase, self.document) or gender_of_person(member.name)
        if told or phrase.name is None or not is_person(phrase.name):
            return told
        return gender_of_name(self.document.tokens[phrase.name.first].text)

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

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        members = self.memory.pronoun(token, sentence.i)
        if not members and GENDERS[token.lower] == "plural":
            members = self.memory.official(token, sentence.i)
        if not members:
            return
        if len(members) == 1 and GENDERS[token.lower] in ("m", "f"):
            members[0].gender = members[0].gender or GENDERS[token.lower]
        self._add(sentence, (token, token), token, members, form="pronoun")

    def _both(self, sentence: Sentence, token: Token) -> None:
        members = self.descriptions.both(token, sentence.i)
        if members:
            self._add(sentence, (token, token), token, members, form="pronoun")

    def _nouns(self, ends: tuple[Token, Token], head: Token, form: str) -> list[str]:
        """Return the nouns by which a phrase can be taken up: all of a name, the head of a description."""
        tokens = [head] if form == "role" else self.document.tokens[ends[0].i : ends[1].i + 1]
        return [singular(token.lower) for token in tokens if token.upos in ("NOUN", "PROPN")]

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
        if form != "pronoun":
            self.descriptions.add(self._nouns(ends, head, form), seen)
        if head.deprel == "conj":
            self.memory.join(seen)
        elif form == "name" and head.deprel in ("obj", "obl"):
            self.memory.meet(seen)


def _is_national(description: Description) -> bool:
    """Whether an unknown body of no country is of a kind that belongs to the country spoken of."""
    unknown = description.entry is None and description.country is None
    return (
        unknown
        and description.kind == "organisation"
        and bool(_NATIONAL.intersection(description.sectors[:1]))
    )
