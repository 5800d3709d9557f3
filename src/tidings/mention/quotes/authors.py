"""Whose a message is that speaks ("a letter from the union said"), or of whom a few speak."""

from __future__ import annotations

from tidings.mention.quotes.lexicon import lexicon
from tidings.records import Token

_OF, _BY, _FROM = frozenset({"of"}), frozenset({"by"}), frozenset({"by", "from"})
_FEW = frozenset({"NUM", "PRON", "DET", "ADJ"})


def author_of(token: Token) -> Token | None:
    """Return whose a message is, or of whom a few are: "a letter signed by X", "one of the deputies"."""
    if token.upos in _FEW:
        return next((c for c in token.children if _is_after(c, _OF)), None)
    if token.lemma not in lexicon().nouns:
        return None
    for child in token.children:
        if child.deprel == "acl" and child.xpos == "VBN" and child.lemma in lexicon().authored:
            return next((c for c in child.children if _is_after(c, _BY)), None)
    owned = (c for c in token.children if c.deprel == "nmod:poss" or _is_after(c, _FROM))
    return next(owned, None)


def _is_after(token: Token, prepositions: frozenset[str]) -> bool:
    oblique = token.deprel.split(":")[0] in {"nmod", "obl"}
    return oblique and any(c.lower in prepositions and c.deprel == "case" for c in token.children)
