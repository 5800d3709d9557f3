"""Finds cues: the words that report speech or thought, with who speaks and where the content hangs."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from tidings.records import Sentence, Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports. `speaker` is the head of the phrase that names the source, or None."""

    token: Token
    speaker: Token | None
    contents: frozenset[str]
    direct: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """cues.toml, by lemma."""

    contents: dict[str, frozenset[str]]
    direct: frozenset[str]
    nouns: frozenset[str]
    noun_contents: frozenset[str]
    objects: frozenset[str]
    according: frozenset[str]
    no_speaker: frozenset[str]
    naming: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """Read cues.toml."""
    data: dict[str, Any] = tomllib.loads(
        files("tidings.mention.quotes").joinpath("cues.toml").read_text("utf-8")
    )
    contents: dict[str, set[str]] = {}
    direct: set[str] = set()
    for group in data["verbs"].values():
        for lemma in group["lemmas"]:
            contents.setdefault(lemma, set()).update(group["content"])
            if group.get("direct"):
                direct.add(lemma)
    return Lexicon(
        contents={lemma: frozenset(found) for lemma, found in contents.items()},
        direct=frozenset(direct),
        nouns=frozenset(data["nouns"]["lemmas"]),
        noun_contents=frozenset(data["nouns"]["content"]),
        objects=frozenset(data["object"]["lemmas"]),
        according=frozenset(data["prepositions"]["according"]),
        no_speaker=frozenset(data["no_speaker"]["words"]),
        naming=frozenset(data["naming"]["lemmas"]),
    )


def cues(sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence in text order."""
    words = lexicon()
    found = []
    for token in sentence.tokens:
        if token.upos in {"VERB", "ADJ"} and token.lemma in words.contents and token.deprel != "amod":
            found.append(
                Cue(token, speaker_of(token), words.contents[token.lemma], token.lemma in words.direct)
            )
        elif token.upos == "NOUN" and token.lemma in words.nouns:
            found.append(Cue(token, _owner(token), words.noun_contents, direct=True))
        elif token.lower in words.according and (source := _according(token)) is not None:
            found.append(Cue(token, source, frozenset({"according"}), direct=True))
    return found


def _according(token: Token) -> Token | None:
    if token.deprel.startswith("case") and token.head is not None:
        return token.head
    return next((c for c in token.children if c.deprel.split(":")[0] in {"obl", "nmod", "obj", "pobj"}), None)


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names who speaks, through passives, relatives and participles."""
    seen: set[int] = set()
    node: Token | None = verb
    while node is not None and node.i not in seen:
        seen.add(node.i)
        subject = _own_subject(node)
        if subject is not None:
            return _antecedent(subject, node)
        node = _next_up(node)
        if node is not None and node.upos in {"NOUN", "PROPN", "PRON"}:
            return node
    return None


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


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return for "who" in a relative clause the noun it stands for."""
    if subject.lower in {"who", "which", "that"} and verb.deprel.startswith("acl") and verb.head is not None:
        return verb.head
    return subject


def _next_up(node: Token) -> Token | None:
    """Return the verb whose subject a verb without one shares, or the noun a participle hangs on."""
    relation = node.deprel.split(":")[0]
    if relation in {"xcomp", "advcl", "conj", "parataxis", "ccomp"} and node.head is not None:
        if relation == "ccomp" and node.xpos not in {"VB", "VBG"}:
            return None
        return node.head
    if relation == "acl" and node.head is not None and node.xpos in {"VBG", "VB", "VBD", "VBN", "VBZ", "VBP"}:
        return node.head if node.xpos != "VBN" else None
    return None


def _owner(noun: Token) -> Token | None:
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
        return _owner(head)
    return None
