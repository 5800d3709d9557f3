"""Whether a word may trigger a frame: its part of speech, slips undone, and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding import slips, syntax

if TYPE_CHECKING:
    from tidings.codebook.frames import Pos
    from tidings.records import Token

POS_OF: dict[str, tuple[Pos, ...]] = {
    "VERB": ("verb", "adjective"),
    "AUX": ("verb",),
    "NOUN": ("noun",),
    "PROPN": ("noun",),
    "ADJ": ("adjective", "verb"),
}
NO_PREDICATE = frozenset({"compound", "amod", "flat", "case", "mark", "fixed"})
INNER_WORDS = frozenset({"case", "mark", "fixed", "amod", "compound", "det"})


def has_rest(token: Token, rest: tuple[str, ...], pos: Pos) -> bool:
    """Whether the other words of a multiword entry stand by its head."""
    if pos == "noun":
        return _before(token, rest)
    near = {w for c in token.children for w in (c.lemma.lower(), c.lower)}
    below = [g for c in token.children for g in c.children if g.deprel in INNER_WORDS]
    near |= {w for g in below for w in (g.lemma.lower(), g.lower)}
    if all(word in near for word in rest):
        return True
    return _after(token, rest)


def _after(token: Token, rest: tuple[str, ...]) -> bool:
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i + 1
    window = tokens[at : at + len(rest)]
    return len(window) == len(rest) and all(
        w in (t.lemma.lower(), t.lower) for w, t in zip(rest, window, strict=True)
    )


def _before(token: Token, rest: tuple[str, ...]) -> bool:
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i - 1
    for word in reversed(rest):
        while at >= 0 and tokens[at].text == "-":
            at -= 1
        if at < 0 or word not in (tokens[at].lemma.lower(), tokens[at].lower):
            return False
        at -= 1
    return True


def parts_of_speech(token: Token) -> tuple[Pos, ...]:
    """Return what the token may be, with the tagger's commonest slips taken back."""
    if _is_disguised_verb(token):
        return ("verb",)
    if token.xpos == "VBG" and _is_disguised_noun(token):
        return ("noun",)
    return POS_OF.get(token.upos, ())


def _is_disguised_noun(token: Token) -> bool:
    """Whether a noun in -ing was tagged as a verb: "fighting between", "a mass shooting"."""
    if syntax.is_nominal_gerund(token):
        return True
    deprels = {c.deprel for c in token.children}
    between = any(g.lower == "between" for c in token.children for g in c.children if g.deprel == "case")
    return between and not deprels & {"nsubj", "obj", "aux"}


def _is_disguised_verb(token: Token) -> bool:
    """Whether a verb was tagged as adverb, or as noun: it has an object, or a subject and no copula."""
    if slips.is_verb_as_adverb(token):
        return True
    if token.upos != "NOUN":
        return False
    deprels = {c.deprel for c in token.children}
    return "obj" in deprels or ("nsubj" in deprels and "cop" not in deprels) or slips.is_verb_as_noun(token)


def may_be_event_noun(token: Token) -> bool:
    """Whether the noun may head an event: not a modifier, nor part of a name except in a headline."""
    if token.deprel in NO_PREDICATE:
        return False
    return token.upos != "PROPN" or token.sentence.kind == "title"
