"""Universal Dependencies read tolerantly: subjects, objects, agents and complements of one token.

The parser errs; where two analyses of the same words are common, both are read the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.records import Token

POSSESSORS = frozenset({"nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "nummod"})
OBLIQUE = frozenset({"obl", "nmod", "advmod", "advcl"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PASSIVE = frozenset({"nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj"})
CLAUSE_FORMS = frozenset({"infinitive", "gerund", "finite"})
SIMPLE_ENDS = frozenset({"with", "against", "into", "of"})
DEPTH = 8


def child(token: Token, *deprels: str) -> Token | None:
    """Return the first child with one of the relations, or None."""
    return next((c for c in token.children if c.deprel in deprels), None)


def is_relative(token: Token) -> bool:
    """Whether the token heads a relative clause."""
    return token.deprel == "acl:relcl"


def is_finite(token: Token) -> bool:
    """Whether a verb is finite: by its own tag or by an auxiliary."""
    if any(c.deprel.startswith("aux") and c.xpos in {"VBD", "VBZ", "VBP", "MD"} for c in token.children):
        return True
    return token.xpos in {"VBD", "VBZ", "VBP"}


def is_passive(token: Token) -> bool:
    """Whether a verb is passive: marked so, a bare participle that modifies, or a headline participle."""
    deprels = {c.deprel for c in token.children}
    if deprels & PASSIVE:
        return not (token.xpos in {"VBD", "VBZ", "VBP"} and "nsubj" in deprels and "aux:pass" not in deprels)
    if any(d in deprels for d in ("aux", "obj")) or token.upos not in {"VERB", "ADJ"}:
        return False
    if token.deprel in {"acl", "amod"}:
        return token.xpos in {"VBN", "VBD"} and not is_main_verb(token)
    if token.xpos == "VBN":
        if token.deprel == "conj" and token.head is not None and "nsubj" not in deprels:
            return is_passive(token.head)
        return True
    return _headline_participle(token, deprels)


def is_main_verb(token: Token) -> bool:
    """Whether a participle on the root of a full sentence is its verb.

    The parser takes the subject for the root where a past form could be a participle: "Police and students
    clashed in Bonn."
    """
    head = token.head
    if token.deprel != "acl" or head is None or head.deprel != "root" or token.sentence.kind == "title":
        return False
    if token.sentence.tokens[-1].text not in {".", "!"} or agents(token):
        return False
    return not any(
        is_finite(t) for t in token.sentence.tokens if t.upos in {"VERB", "AUX"} and t is not token
    )


def _headline_participle(token: Token, deprels: set[str]) -> bool:
    """Whether a verb of a headline lacks its object and names an agent: "Editor arrested by police"."""
    if token.sentence.kind != "title" or token.xpos != "VBD" or "ccomp" in deprels or "xcomp" in deprels:
        return False
    return any("by" in prepositions(c) for c in token.children)


class Subjects:
    """Finds the surface subject of a verb, through control, coordination and relative clauses."""

    def __init__(self, subject_control: frozenset[str], object_prepositions: frozenset[str]) -> None:
        self._subject_control = subject_control
        self._object_prepositions = object_prepositions

    def surface(self, token: Token, depth: int = 0) -> list[Token]:
        """Return the surface subjects; empty where the verb has none."""
        own = [c for c in token.children if c.deprel.startswith("nsubj")]
        if own:
            return [_antecedent_of_subject(c, token) for c in own]
        head = token.head
        if head is None or depth > DEPTH:
            return []
        return self._inherited(token, head, token.deprel.partition(":")[0], depth)

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
        nominal = relation in {"obl", "nmod", "obj"} and token.upos == head.upos == "VERB"
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
        if marks & self._object_prepositions:
            return self._controller(head, depth)
        return self.surface(head, depth + 1) if head.upos in {"VERB", "ADJ", "NOUN", "AUX"} else []

    def _of_modifier(self, token: Token, head: Token, depth: int) -> list[Token]:
        if is_relative(token) or token.deprel == "amod" or token.xpos in {"VBG", "VBN", "VBD"}:
            if any(
                c.lower in self._object_prepositions for c in token.children if c.deprel in {"mark", "case"}
            ):
                return self._of_noun(head, depth)
            return [head]
        return self._of_noun(head, depth)

    def _of_noun(self, noun: Token, depth: int) -> list[Token]:
        """Return who "decides" in "Russia's decision to expel", "made a decision to expel"."""
        owner = [c for c in noun.children if c.deprel == "nmod:poss"]
        if owner:
            return owner
        if noun.head is not None and noun.deprel in {"obj", "obl", "nsubj:pass", "xcomp"}:
            return agents(noun.head) if is_passive(noun.head) else self.surface(noun.head, depth + 1)
        return [c for c in noun.children if c.deprel in {"amod", "compound"}]


def _antecedent_of_subject(subject: Token, verb: Token) -> Token:
    if subject.lower in RELATIVE and is_relative(verb) and verb.head is not None:
        return verb.head
    return subject


def antecedent(child_: Token, verb: Token) -> Token | None:
    """Return what a relative pronoun inside `verb`'s clause stands for, or None."""
    if child_.lower in RELATIVE and is_relative(verb):
        return verb.head
    return None


def objects(token: Token) -> list[Token]:
    """Return the objects, relative pronouns replaced by what they stand for."""
    found = [c for c in token.children if c.deprel == "obj" or _follows_particle(c)]
    things = found[1:] if is_double_object(token) else found
    return [antecedent(c, token) or c for c in things]


def is_double_object(token: Token) -> bool:
    """Whether the parser gave a verb two plain objects: the first is then the indirect one."""
    found = [c for c in token.children if c.deprel == "obj"]
    return len(found) == 2 and token.i < found[0].i


def indirect_objects(token: Token) -> list[Token]:
    """Return the indirect objects: "sent Kyiv aid"."""
    if is_double_object(token):
        return [c for c in token.children if c.deprel == "obj"][:1]
    return [c for c in token.children if c.deprel == "iobj"]


def _follows_particle(token: Token) -> bool:
    """Whether a phrase that was read as oblique is the object of a particle verb: "cut off supplies"."""
    return token.deprel == "obl" and any(c.deprel == "case" and c.xpos == "RP" for c in token.children)


def relative_object(token: Token) -> list[Token]:
    """Return the noun that a relative clause without pronoun has as object: "the man they freed"."""
    if not is_relative(token) or token.head is None or is_passive(token):
        return []
    if any(c.deprel in {"obj", "ccomp", "xcomp"} or c.lower in RELATIVE for c in token.children):
        return []
    return [token.head] if any(c.deprel == "nsubj" for c in token.children) else []


def shared_objects(token: Token) -> list[Token]:
    """Return the object that coordinated verbs share: "arrested and charged three men"."""
    if token.deprel == "conj" and token.head is not None and token.head.upos == "VERB":
        return [c for c in objects(token.head) if c.i > token.i]
    following = [c for c in token.children if c.deprel == "conj" and c.upos == "VERB" and c.i - token.i <= 3]
    return [
        thing
        for verb in following
        for thing in objects(verb)
        if not any(c.deprel.startswith("nsubj") for c in verb.children)
    ]


def agents(token: Token) -> list[Token]:
    """Return the agents of a passive: "by X", also where it was attached to the phrase before it."""
    own = [c for c in token.children if c.deprel == "obl:agent" or _is_by_phrase(c)]
    if own:
        return own
    phrases = [
        c
        for c in token.children
        if c.deprel.startswith(("obl", "nsubj", "obj", "xcomp")) and c.upos != "VERB"
    ]
    return [c for phrase in phrases for c in phrase.children if c.i > token.i and _is_by_phrase(c)]


def _is_by_phrase(token: Token) -> bool:
    return token.deprel.startswith(("obl", "nmod")) and "by" in prepositions(token)


def prepositions(token: Token) -> list[str]:
    """Return the names of the slot that a phrase fills: "with", "together with".

    A case marker far off, with another phrase between, belongs to that phrase.
    """
    names: list[str] = []
    edge = left_edge(token)
    for c in token.children:
        if c.deprel in {"case", "mark"} and c.i < token.i and _adjoins(c, token):
            names.extend(_preposition(c))
    if not names and edge > token.sentence.tokens[0].i:
        before = token.sentence.tokens[edge - token.sentence.tokens[0].i - 1]
        if before.deprel == "case" and before.head is not None and not _adjoins(before, before.head):
            names.append(before.lower)
    return list(dict.fromkeys(names))


def _preposition(case: Token) -> list[str]:
    """Return the slots of a case marker: "according to" is one; "together with" is "with" as well."""
    words = [case.lower, *(f.lower for f in case.children if f.deprel == "fixed")]
    if len(words) == 1:
        return words
    return [" ".join(words), *(w for w in words[-1:] if w in SIMPLE_ENDS)]


def left_edge(token: Token) -> int:
    """Return the index of the first token of the phrase, case markers left out."""
    edge = token.i
    for c in token.children:
        if c.i < edge and c.deprel not in {"case", "mark", "punct", "cc"}:
            edge = min(edge, left_edge(c))
    return edge


def _adjoins(case: Token, token: Token) -> bool:
    """Whether no noun of another phrase stands between a case marker and the word it marks."""
    tokens = token.sentence.tokens
    first = tokens[0].i
    for between in tokens[case.i - first + 1 : token.i - first]:
        if between.upos in {"NOUN", "PROPN"} and not _under(between, token):
            return False
    return True


def _under(token: Token, top: Token) -> bool:
    at: Token | None = token
    for _ in range(DEPTH):
        if at is None:
            return False
        if at is top:
            return True
        at = at.head
    return False


def complements(token: Token) -> list[Token]:
    """Return the predicates of the complement clauses, infinitives and gerunds, with their conjuncts."""
    found = [c for c in token.children if c.deprel in COMPLEMENTS or _is_gerund_complement(c)]
    found += [
        deeper
        for thing in token.children
        if thing.deprel in {"obj", "obl", "iobj", "nsubj:pass"}
        for deeper in thing.children
        if deeper.deprel == "acl" and not is_passive(deeper) and _is_infinitive(deeper)
    ]
    return [verb for first in found for verb in (first, *verbal_conjuncts(first))]


def clause_form(token: Token) -> str:
    """Return the form of a clause: `infinitive`, `gerund` or `finite`; conjuncts have that of the first."""
    at = token
    while at.deprel == "conj" and at.head is not None:
        at = at.head
    if _is_infinitive(at):
        return "infinitive"
    return "gerund" if at.xpos == "VBG" and not is_finite(at) else "finite"


def _is_infinitive(token: Token) -> bool:
    return any(c.lower == "to" and c.i < token.i for c in token.children if c.deprel in {"mark", "aux"})


def _is_gerund_complement(token: Token) -> bool:
    if token.deprel != "advcl":
        return False
    marks = {c.lower for c in token.children if c.deprel in {"mark", "case"}}
    if token.xpos == "VBG":
        return bool(marks & {"of", "for", "from", "to", "with", "into", "against", "on", "over", "in"})
    return _is_infinitive(token)


def verbal_conjuncts(token: Token) -> list[Token]:
    """Return the verbs coordinated with a verb that have no subject of their own."""
    return [
        c for c in token.children
        if c.deprel == "conj" and not any(g.deprel.startswith("nsubj") for g in c.children)
    ]  # fmt: skip
