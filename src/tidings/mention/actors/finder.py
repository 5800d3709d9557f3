"""`ActorFinder`: the actors of a document and every mention of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from tidings.mention.actors.cast import Cast, Member
from tidings.mention.actors.describe import Description, describe
from tidings.mention.actors.entries import Entry, entries, surname
from tidings.mention.actors.gazetteer import Gazetteer, Hit, fold
from tidings.mention.actors.phrases import Phrase, assemble, is_person
from tidings.mention.actors.pieces import Choice, Piece, Spotter, vote
from tidings.mention.actors.references import GENDERS, TABLE, Memory, Seen, number_of
from tidings.mention.actors.roles import modifier_phrases, role_phrases
from tidings.records.actor import Actor, ActorMention
from tidings.records.document import Document, Entity, Sentence, Token
from tidings.records.span import Span

_LOCATIVE = frozenset(TABLE["locative"]["prepositions"])
_PLACES = frozenset(["state", "capital", "region"])
_PLURAL_TAGS = frozenset(["NNS", "NNPS"])


@lru_cache(maxsize=1)
def known_entries() -> tuple[Entry, ...]:
    """Return all entries of the tables, read once."""
    return tuple(entries())


class ActorFinder:
    """Finds the actors of documents. One finder serves any number of documents."""

    def __init__(self, known: Sequence[Entry]) -> None:
        self._spotter = Spotter(Gazetteer(known), role_phrases(), modifier_phrases())
        self._offices = _offices(known)

    @classmethod
    def load(cls) -> ActorFinder:
        """Read the tables that ship with the package."""
        return cls(known_entries())

    def __call__(self, document: Document) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
        """Return the actors and their mentions, both in text order."""
        return _Reading(document, self._spotter, self._offices).run()


def _offices(known: Sequence[Entry]) -> dict[tuple[str, str], list[Entry]]:
    """Index the people of the tables by country and office."""
    index: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in known:
        for term in entry.terms:
            holders = index[(term.country, term.office)]
            if entry not in holders:
                holders.append(entry)
    return index


class _Reading:
    """One document being read."""

    def __init__(self, document: Document, spotter: Spotter, offices: dict[tuple[str, str], list[Entry]]) -> None:
        self.document = document
        self.offices = offices
        hits = [spotter.hits(document, sentence) for sentence in document.sentences]
        self.choice = Choice(document.published, vote(hit for found in hits for hit in found if not hit.bare))
        self.focus = self.choice.focus()
        by_sentence = _entities_by_sentence(document)
        names = _FullNames(hits, document.entities)
        self.pieces = [
            spotter.pieces(s, found, by_sentence[s.i]) for s, found in zip(document.sentences, hits, strict=True)
        ]
        for pieces in self.pieces:
            pieces[:] = [p for p in pieces if names.supports(p, self.choice, document)]
        self.cast = Cast()
        self.memory = Memory()
        self.mentions: list[ActorMention] = []

    def run(self) -> tuple[tuple[Actor, ...], tuple[ActorMention, ...]]:
        for sentence, pieces in zip(self.document.sentences, self.pieces, strict=True):
            self._sentence(sentence, assemble(sentence, pieces))
        return tuple(member.record() for member in self.cast.members if member.spans), tuple(self.mentions)

    def _sentence(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        covered = {i for p in phrases for i in range(p.first, p.last + 1)}
        starts = {phrase.first: phrase for phrase in phrases}
        bearers = self._bearers(phrases)
        for token in sentence.tokens:
            if token.i in starts:
                self._phrase(sentence, starts[token.i], bearers)
            elif token.lower in GENDERS and token.i not in covered and not token.deprel.startswith("expl"):
                self._pronoun(sentence, token)

    def _bearers(self, phrases: list[Phrase]) -> dict[int, Phrase]:
        """Map a role phrase, by its first token, to the name phrase that stands in apposition to it."""
        tokens = self.document.tokens
        by_token = {i: p for p in phrases for i in range(p.first, p.last + 1)}
        found: dict[int, Phrase] = {}
        for phrase in phrases:
            head = tokens[phrase.head]
            other = by_token.get(head.head.i) if head.deprel == "appos" and head.head else None
            for role, name in ((phrase, other), (other, phrase)):
                if role and name and role.name is None and name.name and _can_bear(role, name):
                    found[role.first] = name
        return found

    def _phrase(self, sentence: Sentence, phrase: Phrase, bearers: dict[int, Phrase]) -> None:
        head = self.document.tokens[phrase.head]
        members: tuple[Member, ...] = ()
        if phrase.name is None:
            bearer = bearers.get(phrase.first)
            if bearer is not None:
                bearer.owners = bearer.owners or phrase.owners
                bearer.after = bearer.after or phrase.after
                bearer.place = bearer.place or phrase.place
                bearer.roles = bearer.roles or phrase.roles
                bearer.modifiers = bearer.modifiers or phrase.modifiers
                bearer.former = bearer.former or phrase.former
                members = (self.cast.member(self._describe(bearer)),)
            else:
                members = self._role(sentence, phrase, head)
        else:
            description = self._describe(phrase)
            member = self.cast.member(description)
            member.gender = member.gender or _gender(phrase, self.document)
            members = (member,)
        locative = phrase.name is not None and self._locative(phrase, head)
        self._emit(sentence, phrase, head, members, locative=locative)

    def _describe(self, phrase: Phrase) -> Description:
        text = self.document.text
        tokens = self.document.tokens
        whole = text[tokens[phrase.first].start : tokens[phrase.last].end]
        name = text[tokens[phrase.name.first].start : tokens[phrase.name.last].end] if phrase.name else whole
        return describe(phrase, self.choice, " ".join(name.split()), " ".join(whole.split()))

    def _role(self, sentence: Sentence, phrase: Phrase, head: Token) -> tuple[Member, ...]:
        """Resolve a phrase without a name: to members of the cast, to the holder of an office, or to itself."""
        description = self._describe(phrase)
        if description.country is None:
            country = self._clause_country(head) or self.focus
            if description.kind != "role" or phrase.roles[-1].role and phrase.roles[-1].role.sector not in ("UNK",):
                description.country = country
        plural = head.xpos in _PLURAL_TAGS
        definite = any(child.lower in ("the", "this", "that", "these", "those", "both") for child in head.children)
        if plural and definite and not phrase.owners and not phrase.after:
            several = self.memory.pair(head, sentence.i, number_of(head))
            if several:
                return several
        if not plural and (known := self._antecedent(sentence, phrase, head, description, definite=definite)):
            return (known,)
        member = self.cast.member(description)
        member.plural = plural or head.lemma.lower() == "police"
        return (member,)

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
        if role.noun in ("country", "nation", "republic"):
            return self.memory.last(sentence.i, 2, ["state"])
        if role.noun in ("group", "organization", "organisation", "movement", "network", "company", "party", "firm", "union", "agency", "body", "militia", "alliance", "bloc"):
            sectors = () if role.sector == "UNK" or role.noun in ("movement", "agency", "alliance", "bloc") else (role.sector,)
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
        for seen in self.memory.near(sentence.i, 60 if own else 12):
            for member in seen.members:
                same = member.kind == "person" and member.role and member.role.endswith(noun)
                if same and (member.country == description.country or not own):
                    return member
        if noun == "leader" and not own:
            return self.memory.last(sentence.i, 3, ["person"], ("GOV", "REB", "PTY", "OPP"))
        for entry in self.offices.get((description.country or "", noun), ()) if own else ():
            term = entry.term_on(self.choice.day)
            if term and term.office == noun:
                return self.cast.member(
                    Description(entry.key, entry.name, "person", term.country, (term.sector,), term.office, entry, entry.wikidata)
                )
        return None

    def _clause_country(self, head: Token) -> str | None:
        """Return the country that the clause of a role noun is set in ("Police in the clause arrested ... in Minsk")."""
        verb = head.head
        if verb is None or verb.upos != "VERB":
            return None
        for child in verb.children:
            if child.deprel.startswith("obl") and any(c.lower in ("in", "at", "near") for c in child.children):
                for piece in self.pieces[head.sentence.i]:
                    if piece.hit and piece.first <= child.i <= piece.last:
                        return self.choice.pick(piece.hit).country
        return None

    def _locative(self, phrase: Phrase, head: Token) -> bool:
        """Whether a state or city is named as a mere place."""
        name = phrase.name
        if name is None or phrase.roles:
            return False
        place = name.hit.entries[0].kind in _PLACES if name.hit else bool(name.entity and name.entity.label == "LOC")
        if not place:
            return False
        first = head
        while first.deprel == "conj" and first.head is not None:
            first = first.head
        cases = {child.lower for child in first.children if child.deprel == "case"}
        return bool(cases & _LOCATIVE) or (name.hit is None and head.deprel in ("appos", "nmod:unmarked", "compound"))

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        members = self.memory.pronoun(token, sentence.i)
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
        self._add(sentence, (tokens[phrase.first], tokens[phrase.last]), head, members, form=form, locative=locative)

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
        plural = len(members) > 1 or members[0].plural or members[0].kind == "group"
        self.memory.add(Seen(sentence.i, head, members, form in ("name", "place"), plural, locative))


def _can_bear(role: Phrase, name: Phrase) -> bool:
    noun = role.roles[-1].role
    return bool(name.name and noun and is_person(name.name) == (noun.kind == "person"))


def _indefinite(head: Token) -> bool:
    return any(child.lower in ("a", "an", "another", "some", "one", "several", "each", "every", "no") for child in head.children)


def _gender(phrase: Phrase, document: Document) -> str | None:
    titles: dict[str, str] = TABLE["titles"]
    before = document.tokens[phrase.first : phrase.last + 1]
    return next((titles[t.lower.rstrip(".")] for t in before if t.lower.rstrip(".") in titles), None)


def _entities_by_sentence(document: Document) -> dict[int, list[Entity]]:
    found: dict[int, list[Entity]] = defaultdict(list)
    for entity in document.entities:
        found[entity.tokens[0].sentence.i].append(entity)
    return found


class _FullNames:
    """The full names of a document, which support the short forms of the same names."""

    def __init__(self, hits: Sequence[Sequence[Hit]], entities: Sequence[Entity]) -> None:
        full = (entry for found in hits for hit in found if not hit.bare for entry in hit.entries)
        self.known = {entry.key for entry in full if entry.kind == "person"}
        people = (entity for entity in entities if entity.label == "PERSON" and len(entity.tokens) > 1)
        self.others = {fold(surname(entity.text)) for entity in people}

    def supports(self, piece: Piece, choice: Choice, document: Document) -> bool:
        """Whether a piece stays a known name. One that does not may stay as the parser's entity."""
        hit = piece.hit
        if hit is None or not hit.bare:
            return True
        named = tuple(entry for entry in hit.entries if entry.key in self.known)
        if named:
            piece.hit = Hit(hit.start, hit.end, named)
            return True
        other = fold(document.text[hit.start : hit.end]) in self.others
        if not other and self._in_office(piece, choice, document):
            return True
        piece.hit = None
        return piece.entity is not None

    def _in_office(self, piece: Piece, choice: Choice, document: Document) -> bool:
        """Whether a lone surname can only be the holder of a high office on the day."""
        hit = piece.hit
        token = document.tokens[piece.last]
        inside_longer = any(child.deprel in ("flat", "compound") and child.upos == "PROPN" for child in token.children)
        if hit is None or inside_longer or token.deprel == "flat" or token.upos != "PROPN":
            return False
        if piece.entity is not None and piece.entity.label not in ("PERSON",):
            return False
        entry = choice.pick(hit)
        return entry.term_on(choice.day) is not None or (len(hit.entries) == 1 and piece.entity is not None)
