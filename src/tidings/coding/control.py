"""Who a verb has for its subject: its own, or one shared by control, coordination or a relative clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import slips
from tidings.coding.phrases import prepositions
from tidings.coding.syntax import (
    RELATIVE,
    child,
    is_finite,
    is_nominal_gerund,
    is_relative,
    objects,
)
from tidings.coding.voice import agents, is_main_verb, is_passive

if TYPE_CHECKING:
    from tidings.codebook.schema import LightVerbs
    from tidings.records import Token

DEPTH = 8
PLANNED = frozenset({"will", "would", "shall", "wo", "'ll"})
OWNING = frozenset({"of", "by"})


class Subjects:
    """Finds the surface subject of a verb, through control, coordination and relative clauses."""

    def __init__(self, words: LightVerbs) -> None:
        self._subject_control = frozenset(words.subject_control)
        self._object_prepositions = frozenset(words.object_prepositions)
        self._joining = frozenset(words.joining)
        self._deciding = frozenset(words.deciding)
        self._documents = frozenset(words.documents)
        self._authoring = frozenset(words.authoring)

    def surface(self, token: Token, depth: int = 0) -> list[Token]:
        """Return the surface subjects; empty where the verb has none. A text stands for its author."""
        return [a for t in self._surface(token, depth) for a in self._authors(t, depth)]

    def _authors(self, noun: Token, depth: int) -> list[Token]:
        """Return who speaks in a text, or else the noun: "passed a resolution condemning", "its report"."""
        if noun.lemma.lower() not in self._documents or depth > DEPTH:
            return [noun]
        verb = noun.head
        if verb is not None and verb.lemma.lower() in self._authoring:
            issued = noun.deprel == "obj" or (noun.deprel == "nsubj:pass" and is_passive(verb))
            issuers = (agents(verb) if is_passive(verb) else self.surface(verb, depth + 1)) if issued else []
            if issuers:
                return issuers
        return [c for c in noun.children if c.deprel == "nmod:poss" or _is_byline(c)] or [noun]

    def _surface(self, token: Token, depth: int) -> list[Token]:
        own = [c for c in token.children if c.deprel.startswith("nsubj") and c.lower != "whom"]
        if is_nominal_gerund(token):
            return []
        if len(own) > 1:
            own = [c for c in own if not slips.is_bracketed(c)]
        if own:
            first = [t for c in own for t in slips.earlier_in_list(c)]
            return [*first, *(_antecedent_of_subject(c, token) for c in own)]
        displaced = slips.displaced_subjects(token)
        if displaced:
            return displaced
        head = token.head
        if head is None or depth > DEPTH:
            return []
        return self._inherited(token, head, token.deprel.partition(":")[0], depth)

    def deciders(self, token: Token) -> list[Token]:
        """Return who says that something will be done: "Oslo announced that envoys would be expelled"."""
        head = token.head
        if head is None or token.deprel != "ccomp" or head.lemma.lower() not in self._deciding:
            return []
        planned = any(c.deprel.startswith("aux") and c.lower in PLANNED for c in token.children)
        return self.surface(head) if planned and not is_passive(head) else []

    def _inherited(self, token: Token, head: Token, relation: str, depth: int) -> list[Token]:
        if relation == "conj":
            return self.surface(head, depth + 1)
        if relation in {"xcomp", "ccomp"}:
            finite = relation == "ccomp" and is_finite(token)
            return [] if finite else self._controller(head, depth)
        if relation in {"advcl", "parataxis"}:
            return self._of_adverbial(token, head, depth)
        if relation in {"acl", "amod"}:
            return self._of_modifier(token, head, depth)
        nominal = (
            relation in {"obl", "nmod", "obj"}
            and token.upos == head.upos == "VERB"
            and not child(token, "det")
        )
        return self.surface(head, depth + 1) if nominal else []

    def _controller(self, head: Token, depth: int) -> list[Token]:
        things = [c for c in head.children if c.deprel in {"obj", "iobj"}]
        if things and head.lemma.lower() not in self._subject_control:
            return things
        return self.surface(head, depth + 1)

    def _of_adverbial(self, token: Token, head: Token, depth: int) -> list[Token]:
        if is_finite(token) and token.deprel != "parataxis":
            return []
        marks = {c.lower for c in token.children if c.deprel in {"mark", "case"}}
        if head.lemma.lower() in self._joining:
            return [*self.surface(head, depth + 1), *objects(head)]
        if marks & self._object_prepositions:
            return self._controller(head, depth)
        return self.surface(head, depth + 1) if head.upos in {"VERB", "ADJ", "NOUN", "AUX"} else []

    def _of_modifier(self, token: Token, head: Token, depth: int) -> list[Token]:
        if is_relative(token) or token.deprel == "amod" or token.xpos in {"VBG", "VBN", "VBD"}:
            if any(
                c.lower in self._object_prepositions for c in token.children if c.deprel in {"mark", "case"}
            ):
                return self._of_noun(head, depth)
            return [slips.top_of_list(head) if is_main_verb(token) or _is_absolute(token, head) else head]
        return self._of_noun(head, depth)

    def _of_noun(self, noun: Token, depth: int) -> list[Token]:
        """Return who "decides": "Oslo's decision to expel", "a refusal by Oslo to", "made a decision to"."""
        owner = [c for c in noun.children if c.deprel == "nmod:poss"] or [
            c for c in noun.children if c.deprel == "nmod" and OWNING.intersection(prepositions(c))
        ]
        if owner:
            return owner
        if noun.head is not None and noun.deprel in {"obj", "obl", "nsubj:pass", "xcomp"}:
            return agents(noun.head) if is_passive(noun.head) else self.surface(noun.head, depth + 1)
        return [c for c in noun.children if c.deprel in {"amod", "compound"}]


def _is_absolute(verb: Token, subject: Token) -> bool:
    """Whether a participle has a whole list for its subject: "with police and students hurling stones"."""
    top = slips.top_of_list(subject)
    return top is not subject and verb.xpos == "VBG" and "with" in prepositions(top)


def _is_byline(token: Token) -> bool:
    return token.deprel == "nmod" and any(c.lower in {"by", "from"} for c in token.children)


def _antecedent_of_subject(subject: Token, verb: Token) -> Token:
    if subject.lower in RELATIVE and is_relative(verb) and verb.head is not None:
        return verb.head
    return subject
