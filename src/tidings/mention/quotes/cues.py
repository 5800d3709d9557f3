"""Finds cues: the words that report speech or thought, with who speaks and where the content hangs."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.mention.quotes.between import subject_between
from tidings.mention.quotes.lexicon import lexicon
from tidings.mention.quotes.speakers import is_asked, owner_of, speaker_of
from tidings.records import Sentence, Token

_CENTURIES = frozenset({"17", "18", "19", "20"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports. `speaker` is the head of the phrase that names the source, or None."""

    token: Token
    speaker: Token | None
    contents: frozenset[str]
    direct: bool


def cues(sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence in text order."""
    words = lexicon()
    found = []
    for token in sentence.tokens:
        if token.upos in {"VERB", "ADJ"} and token.lemma in words.contents and token.deprel != "amod":
            found.append(
                Cue(
                    token,
                    subject_between(token) or speaker_of(token),
                    words.contents[token.lemma],
                    token.lemma in words.direct,
                )
            )
        elif token.upos == "NOUN" and (contents := _noun_contents(token)):
            found.append(Cue(token, owner_of(token), contents, direct=token.lemma in words.nouns))
        elif token.lower in words.according and (source := _according(token)) is not None:
            found.append(Cue(token, source, frozenset({"according"}), direct=True))
    return found


def _noun_contents(noun: Token) -> frozenset[str]:
    words = lexicon()
    contents = words.noun_contents if noun.lemma in words.nouns else frozenset[str]()
    return contents | words.attitude_contents if noun.lemma in words.attitudes else contents


def _according(token: Token) -> Token | None:
    if token.deprel.startswith("case") and token.head is not None:
        return token.head if token.lower == "according" or token.head.entity is not None else None
    return next((c for c in token.children if c.deprel.split(":")[0] in {"obl", "nmod", "obj", "pobj"}), None)


def names_nobody(cue: Cue) -> bool:
    """Tell whether the subject says nothing: "it is said", "2018 saw …"; but "it said that …" does."""
    if cue.speaker is None:
        return False
    if _is_time(cue.speaker):
        return True
    if cue.speaker.lower not in lexicon().no_speaker:
        return False
    return not (
        cue.speaker.lower == "it"
        and cue.speaker.deprel == "nsubj"
        and cue.direct
        and cue.token.upos == "VERB"
        and cue.token.xpos != "VBN"
    )


def _is_time(token: Token) -> bool:
    """Tell whether a subject is a day, a year or another span of time."""
    year = (
        token.upos == "NUM" and token.text.isdigit() and len(token.text) == 4 and token.text[:2] in _CENTURIES
    )
    return year or token.lower in lexicon().times or token.lemma in lexicon().periods


def may_be_anonymous(cue: Cue) -> bool:
    """Tell whether a cue reports though nobody is named: "the claim that …", "was asked whether …"."""
    if cue.token.upos == "NOUN":
        return says_that(cue.token)
    return is_asked(cue.token) or (cue.token.xpos == "VBN" and cue.token.lemma in lexicon().anonymous)


def says_that(noun: Token) -> bool:
    """Tell whether a clause with "that" hangs on a noun."""
    return any(
        child.deprel.split(":")[0] in {"acl", "ccomp"}
        and any(c.lower == "that" and c.deprel == "mark" for c in child.children)
        for child in noun.children
    )
