"""Tells which words after a cue belong to what is reported, and which say when and to whom."""

from __future__ import annotations

from tidings.mention.quotes.lexicon import lexicon
from tidings.mention.quotes.phrases import subtree, trimmed
from tidings.records import Token

_QUESTIONS = frozenset({"WRB", "WP", "WDT", "WP$"})
_MODIFIERS = frozenset({"obl", "advmod", "iobj", "compound", "punct", "discourse", "advcl", "cc"})


def lead_in(cue: Token, gap: list[Token]) -> list[Token]:
    """Return the end of `gap`, the words after a cue, that belongs to what is reported.

    Left out are when, where and to whom ("told the paper on Monday"), and all before "that".
    """
    if not gap:
        return []
    skipped = _skipped(cue, gap[-1].i + 1)
    kept: list[Token] = []
    for token in reversed(gap):
        if token.i in skipped:
            break
        kept.insert(0, token)
        if token.lower == "that" and token.xpos == "IN":
            break
    while kept and (kept[0].lower in lexicon().times or (kept[0].upos == "ADP" and kept[0].lower != "as")):
        kept.pop(0)
    return trimmed(kept)


def _skipped(cue: Token, first: int) -> set[int]:
    """Return the tokens after a cue that say when, where and to whom: they belong to the cue."""
    skipped: set[int] = set()
    about = cue.lemma in lexicon().about
    for child in cue.children:
        if not cue.i < child.i < first or child.xpos in _QUESTIONS:
            continue
        relation = child.deprel.split(":")[0]
        below = subtree(child)
        if about and relation in {"obj", "iobj", "obl"}:
            skipped.update(t.i for t in child.children if t.deprel == "case" and t.i < child.i)
        elif (relation in _MODIFIERS or (relation == "obj" and cue.lemma in lexicon().telling)) and all(
            t.i < first for t in below
        ):
            skipped.update(t.i for t in below)
    return skipped
