"""Finds who speaks: the subject of a reporting verb, or who made the message that a noun names."""

from __future__ import annotations

from tidings.mention.quotes.lexicon import lexicon
from tidings.records import Token

_REPORTED = frozenset({"ccomp", "parataxis", "obj", "xcomp", "obl"})
_BEFORE_INVERTED = frozenset({",", "”", '"', "''", "?", "!"})
_NAMED = frozenset({"nsubj", "obj"})
_OPENS_NAME = frozenset({"PROPN", "DET", "NOUN", "ADJ", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names who speaks, through passives, relatives and participles."""
    if is_asked(verb):
        return None
    named = _quoted(verb) or _named_behind(verb)
    if named is not None:
        return named
    seen: set[int] = set()
    node: Token | None = verb
    while node is not None and node.i not in seen:
        seen.add(node.i)
        subject = _own_subject(node)
        if subject is not None:
            return _antecedent(subject, node)
        node = _next_up(node)
        if node is not None and node.upos in {"NOUN", "PROPN", "PRON"}:
            return (owner_of(node) or node) if node.lemma in lexicon().nouns else node
    return None


def is_asked(verb: Token) -> bool:
    """Tell whether nobody is named who asks: "Asked about the talks, she said …", "when asked …"."""
    if verb.lemma not in lexicon().anonymous or verb.xpos not in {"VBN", "VBD"}:
        return False
    return not any(child.deprel.startswith(("nsubj", "obl:agent")) for child in verb.children) and (
        verb.deprel in {"advcl", "ccomp", "acl"} or verb is verb.sentence.tokens[0]
    )


def quotes_another(verb: Token) -> bool:
    """Tell whether a verb says who is quoted by whom: "the radio quoted the mayor as saying …"."""
    saying = (c for c in verb.children if c.deprel == "advcl" and c.xpos == "VBG" and _is_marked_as(c))
    return verb.lemma in lexicon().quoted_as and any(c.lemma in lexicon().direct for c in saying)


def _is_marked_as(verb: Token) -> bool:
    return any(child.lower == "as" and child.deprel in {"mark", "case"} for child in verb.children)


def _quoted(verb: Token) -> Token | None:
    """Return who is quoted by another: the object of "quoted X as saying", the subject of "X was quoted"."""
    above = verb if quotes_another(verb) else verb.head if _is_marked_as(verb) else None
    if above is None or not quotes_another(above):
        return None
    if not _is_passive(above):
        return next((c for c in above.children if c.deprel == "obj"), None)
    subject = next((c for c in above.children if c.deprel == "nsubj:pass"), None)
    return subject or (above.head if above.deprel == "acl" else None)


def _named_behind(verb: Token) -> Token | None:
    """Return the name in "…, said Doyle", which the parse may take for what is said."""
    tokens = verb.sentence.tokens
    position = verb.i - tokens[0].i
    if verb.lemma not in lexicon().inverted or position + 1 >= len(tokens) or position < 2:
        return None
    if tokens[position - 1].text not in _BEFORE_INVERTED or tokens[position + 1].upos not in _OPENS_NAME:
        return None
    node = tokens[position + 1]
    while node.head is not None and node.head is not verb and node.head.i > verb.i:
        node = node.head
    return node if node.upos in {"PROPN", "NOUN"} and node.head is verb and node.deprel in _NAMED else None


def _own_subject(verb: Token) -> Token | None:
    passive = None
    for child in verb.children:
        if child.deprel in {"nsubj", "nsubj:outer"}:
            return child
        if child.deprel == "obl:agent" or (
            child.deprel in {"obl", "nmod"}
            and _is_passive(verb)
            and any(c.lower == "by" for c in child.children)
        ):
            passive = child
    return passive or (_agent_further_on(verb) if _is_passive(verb) else None)


def _agent_further_on(verb: Token) -> Token | None:
    """Return the name after "by" where the parse hangs it on what stands between."""
    tokens = verb.sentence.tokens
    for token in tokens[verb.i - tokens[0].i + 1 :]:
        if token.lower == "by" and token.head is not None and token.head.i > token.i:
            return token.head if token.head.entity is not None else None
        if token.upos == "VERB":
            return None
    return None


def _is_passive(verb: Token) -> bool:
    return (
        verb.xpos == "VBN"
        and not any(c.lemma == "have" and c.deprel == "aux" for c in verb.children if c.i < verb.i)
    ) or any(child.deprel.endswith(":pass") for child in verb.children)


def carries_on(verb: Token) -> Token | None:
    """Return the reporting verb that a conjunct or participle hung into what is reported goes on with.

    "The minister said the plan would fail, and warned that …, adding that …": it is the minister who warned.
    """
    if verb.head is None or verb.deprel not in {"conj", "advcl", "acl", "xcomp"}:
        return None
    if verb.xpos == "VBG":
        adds = verb.deprel != "conj" and verb.lemma in lexicon().direct and _after_comma(verb)
        return _reporting_above(verb) if adds else None
    if verb.deprel != "conj" or verb.xpos not in _FINITE or _own_subject(verb) is not None:
        return None
    outer = _reporting_above(verb)
    return outer if outer is not None and outer.xpos == verb.xpos and _breaks_off(verb, verb.head) else None


def _reporting_above(verb: Token) -> Token | None:
    """Return the reporting verb in whose content a verb stands, outside of relative clauses."""
    inner, outer = verb.head, verb.head.head if verb.head is not None else None
    while inner is not None and outer is not None and inner.deprel != "acl:relcl":
        reported = inner.deprel.split(":")[0] in _REPORTED and outer.i < inner.i
        if reported and outer.upos == "VERB" and outer.lemma in lexicon().contents:
            return outer
        inner, outer = outer, outer.head
    return None


def _after_comma(verb: Token) -> bool:
    tokens = verb.sentence.tokens
    position = verb.i - tokens[0].i
    while position > 0 and tokens[position - 1].upos == "ADV":
        position -= 1
    return position > 0 and tokens[position - 1].text == ","


def _breaks_off(verb: Token, before: Token) -> bool:
    """Tell whether a conjunct does not belong to the verb it hangs on: a comma, "but", another tense."""
    link = next((c for c in verb.children if c.deprel == "cc"), None)
    if link is None:
        return False
    tokens = verb.sentence.tokens
    comma = tokens[link.i - tokens[0].i - 1].text == ","
    return comma or link.lower == "but" or _tense(before) != verb.xpos or verb.lemma in {"say", "add"}


def _tense(verb: Token) -> str:
    """Return the tag of the first finite word of a predicate."""
    forms = [c.xpos for c in verb.children if c.deprel.split(":")[0] in {"aux", "cop"}]
    return forms[0] if forms else verb.xpos


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return for "who" in a relative clause the noun it stands for."""
    if subject.lower in {"who", "which", "that"} and verb.deprel.startswith("acl") and verb.head is not None:
        return verb.head
    return subject


def _next_up(node: Token) -> Token | None:
    """Return the verb whose subject a verb without one shares, or the noun a participle hangs on."""
    carried_on = carries_on(node)
    if carried_on is not None:
        return carried_on
    relation = node.deprel.split(":")[0]
    if relation == "advcl" and node.xpos == "VBN" and _is_passive(node):
        return None  # "Asked about the talks, she said …": it was not she who asked
    if relation in {"xcomp", "advcl", "conj", "parataxis", "ccomp"} and node.head is not None:
        if relation == "ccomp" and node.xpos not in {"VB", "VBG"}:
            return None
        return node.head
    if relation == "acl" and node.head is not None and node.xpos in {"VBG", "VB", "VBD", "VBN", "VBZ", "VBP"}:
        return node.head if node.xpos != "VBN" else None
    return None


def owner_of(noun: Token) -> Token | None:
    """Return who made the message: "Putin's claim", "a statement by Putin", or the subject of its verb."""
    for child in noun.children:
        if child.deprel == "nmod:poss":
            return child
    for child in noun.children:
        if child.deprel.startswith("nmod") and any(c.lower in {"by", "from"} for c in child.children):
            return child
    head = noun.head
    if head is not None and head.upos in {"VERB", "AUX"} and noun.deprel.split(":")[0] in {"obj", "obl"}:
        return speaker_of(head)
    if head is not None and head.upos == "NOUN" and noun.deprel.startswith("nmod"):
        return owner_of(head)
    return None
