"""The speaker right before a cue that stands between commas, where the tree hangs the name elsewhere."""

from __future__ import annotations

from tidings.mention.quotes.lexicon import lexicon
from tidings.records import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 6  # tokens of such a name


def subject_between(verb: Token) -> Token | None:
    """Return the head of the name between a comma and a cue: "The vote, officials announced, was free"."""
    own = any(child.deprel.startswith(("nsubj", "csubj")) for child in verb.children)
    if own or verb.xpos not in _FINITE or verb.lemma not in lexicon().direct:
        return None
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    first = at
    while first > 0 and at - first < _LONGEST and tokens[first - 1].upos in _NOMINAL:
        first -= 1
    if first in (0, at) or tokens[first - 1].text != "," or tokens[at - 1].upos not in _NOUNS:
        return None
    name = tokens[first:at]
    head = name[-1]
    while head.head is not None and head.head in name:
        head = head.head
    return head
