"""Posts that a person takes or leaves ("resigned as minister"), and who follows whom in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.mention.actors.offices import OFFICES
from tidings.mention.actors.phrase import Phrase, is_person
from tidings.records.document import Token

_VERBS = frozenset(OFFICES["posts"]["verbs"])
_NOUNS = frozenset(OFFICES["posts"]["nouns"])
_PREPOSITIONS = frozenset(OFFICES["posts"]["prepositions"])
_SUCCEED = frozenset(OFFICES["posts"]["succeed"])


def post_holders(
    phrases: Iterable[Phrase], by_token: dict[int, Phrase], tokens: Sequence[Token]
) -> dict[int, Phrase]:
    """Map a role phrase, by its first token, to the name of the person who takes or leaves the post."""
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        if phrase.name is not None or not phrase.roles:
            continue
        verb = _verb_of_post(tokens[phrase.head])
        holder = by_token.get(_affected(verb)) if verb is not None else None
        if holder is not None and holder.name is not None and is_person(holder.name):
            found[phrase.first] = holder
    return found


def predecessor(head: Token) -> Token | None:
    """Return the token of whom a person succeeds ("X was replaced by NAME"), or None."""
    verb = head.head
    if verb is None or verb.lemma not in _SUCCEED:
        return None
    if head.deprel in ("obl:agent", "obl"):
        return _subject(verb)
    if head.deprel == "nsubj":
        return _child(verb, "obj")
    return None


def _verb_of_post(head: Token) -> Token | None:
    """Return the verb of "resign as TITLE", "was dismissed from the post of TITLE"."""
    post = head.head if head.deprel == "nmod" and head.head and head.head.lemma.lower() in _NOUNS else None
    token = post or head
    verb = token.head
    if verb is None or verb.lemma not in _VERBS or not token.deprel.startswith(("obl", "advcl", "xcomp")):
        return None
    if token is head and token.deprel == "xcomp":
        return verb
    cases = {child.lower for child in (*token.children, *head.children) if child.deprel in ("case", "mark")}
    wanted = _PREPOSITIONS if post else frozenset(["as"])
    return verb if cases & wanted else None


def _affected(verb: Token) -> int:
    token = _child(verb, "obj") or _subject(verb)
    return token.i if token is not None else -1


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, or the one that it shares with the verb it is joined to."""
    while (own := _child(verb, "nsubj", "nsubj:pass")) is None and verb.deprel == "conj" and verb.head:
        verb = verb.head
    return own


def _child(verb: Token, *relations: str) -> Token | None:
    return next((child for child in verb.children if child.deprel in relations), None)
