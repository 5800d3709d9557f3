"""Lemmas: a table learned from the treebanks, irregular forms of our own, then rules of inflection.

Proper nouns keep their form. The table is keyed by form and Penn tag; a form that it does not know goes
through the rules of `lemma_rules.toml`, which propose bases and take the first that is a known word.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import NamedTuple

_VOWELS = frozenset("aeiou")


class _Rule(NamedTuple):
    ending: str
    replacement: str
    tags: frozenset[str]
    sure: bool
    """Applies even where the base is no known word."""


class Lemmatizer:
    """Form and tags → lemma."""

    def __init__(
        self, table: dict[tuple[str, str], str], known: frozenset[tuple[str, str]], words: frozenset[str]
    ) -> None:
        """`table`: (form, Penn tag) → lemma. `known`: (lemma, UPOS). `words`: all words of raw text."""
        data = tomllib.loads(files("tidings.parse").joinpath("lemma_rules.toml").read_text(encoding="utf-8"))
        self._table = table
        self._known = known
        self._words = words
        self._irregular: dict[tuple[str, str], str] = {
            (form, upos): lemma
            for upos, section in data["irregular"].items()
            for lemma, forms in section.items()
            for form in forms
        }
        self._clitics: dict[str, str] = data["clitics"]
        self._rules = [
            _Rule(rule["ending"], rule["base"], frozenset(rule["tags"]), rule.get("sure", False))
            for rule in data["rules"]
        ]

    def __call__(self, form: str, upos: str, xpos: str) -> str:
        """Return the lemma of a form, given its universal and Penn tags."""
        lower = form.replace("’", "'").lower()
        if upos == "PROPN":
            return form
        if upos in ("VERB", "AUX") and self._is_irregular(lower, xpos):
            return self._irregular[lower, "VERB"]
        if (lower, xpos) in self._table:
            return self._table[lower, xpos]
        if (clitic := self._clitics.get(lower)) and upos in ("AUX", "VERB", "PART"):
            return clitic
        if (lower, upos) in self._irregular and xpos != "NN":
            return self._irregular[lower, upos]
        return self._by_rule(lower, upos, xpos)

    def _is_irregular(self, lower: str, xpos: str) -> bool:
        """Say whether a verb form is an irregular one, and not the base of another verb ("found", "saw")."""
        if (lower, "VERB") not in self._irregular:
            return False
        return xpos not in ("VB", "VBP") or (lower, "VERB") not in self._known

    def _by_rule(self, lower: str, upos: str, xpos: str) -> str:
        candidates = []
        for rule in self._rules:
            if xpos in rule.tags and lower.endswith(rule.ending) and len(lower) > len(rule.ending) + 1:
                base = lower.removesuffix(rule.ending) + rule.replacement
                if (base, upos) in self._known:
                    return base
                candidates.append((base, rule))
        sure = [_undouble(base, rule) for base, rule in candidates if rule.sure]
        seen = [base for base, _ in candidates if base in self._words]
        return next(iter([base for base in sure if base in self._words] + seen + sure), lower)


def _undouble(base: str, rule: _Rule) -> str:
    """Take back a doubled consonant ("planned" → "plan") or give back a silent e ("raided" keeps none)."""
    if rule.ending not in ("ed", "ing") or len(base) < 3:
        return base
    last, before = base[-1], base[-2]
    if last == before and last not in "slfz" and last not in _VOWELS:
        return base[:-1]
    if _wants_e(base):
        return base + "e"
    return base


def _wants_e(base: str) -> bool:
    """Say whether a base lost a final e before -ed or -ing: judged by how English words end."""
    if base.endswith(
        (
            "at",
            "iz",
            "is",
            "us",
            "ur",
            "as",
            "os",
            "uc",
            "ac",
            "ic",
            "dg",
            "ng",
            "rg",
            "lv",
            "rv",
            "iv",
            "av",
            "uat",
        )
    ):
        return not base.endswith(("eat", "oat", "hang", "ing", "ong", "ang", "ung", "cus", "bias", "boat"))
    if base.endswith(("us", "v", "c", "u")):
        return True
    return len(base) == 3 and base[0] not in _VOWELS and base[1] in _VOWELS and base[2] not in "wxy" + "aeiou"
