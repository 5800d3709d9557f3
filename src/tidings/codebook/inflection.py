"""Regular English inflection of the codebook's verbs, to find them where the parser's lemma is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

VOWELS = frozenset("aeiou")


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return the regular forms of a verb: "bar" gives bars, barred, barring."""
    if lemma.endswith("e"):
        return (f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing")
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
    forms = (third, f"{lemma}ed", f"{lemma}ing")
    if lemma[-1:] not in VOWELS | set("wxy") and lemma[-2:-1] in VOWELS and lemma[-3:-2] not in VOWELS:
        return (*forms, f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    return forms


def by_form(lemmas: Iterable[str]) -> dict[str, str]:
    """Return the lemma of every regular form, the first lemma where two share one."""
    found: dict[str, str] = {}
    for lemma in lemmas:
        for form in verb_forms(lemma):
            found.setdefault(form, lemma)
    return found
