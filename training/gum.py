"""Names in GUM: its entities are all noun phrases; the ones made of proper nouns are names."""

from __future__ import annotations

import re

from items import Item

_LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "event": "MISC"}
_INSIDE = frozenset(["PROPN", "PUNCT", "ADP", "ADJ", "DET", "NUM"])
_PART = re.compile(r"\([^()]+\)|\([^()]+|[^()]*\)")


def gum_names(item: Item, misc: list[str]) -> list[str]:
    """Return BIO tags from the `Entity=` brackets of the MISC column."""
    tags = ["O"] * len(item.forms)
    for start, end, kind in sorted(_spans(misc), key=lambda span: span[0] - span[1]):
        name = _trimmed(item, start, end)
        label = _LABELS.get(kind)
        if label and name and all(tags[k] == "O" for k in name):
            for k in name:
                tags[k] = f"{'B' if k == name[0] else 'I'}-{label}"
    return tags


def _spans(misc: list[str]) -> list[tuple[int, int, str]]:
    """Return (first word, last word, entity type); brackets open as `(id-type-…` and close as `id)`."""
    found: list[tuple[int, int, str]] = []
    stack: list[tuple[int, str, str]] = []
    for i, column in enumerate(misc):
        match = re.search(r"Entity=([^|]*)", column)
        for part in _PART.findall(match.group(1)) if match else []:
            if part.startswith("("):
                fields = part.strip("()").split("-")
                stack.append((i, fields[0], fields[1] if len(fields) > 1 else ""))
            if part.endswith(")"):
                key = stack[-1][1] if part.startswith("(") else part[:-1].split("[")[0]
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][1] == key), None)
                if at is not None:
                    start, _, kind = stack.pop(at)
                    found.append((start, i, kind))
    return found


def _trimmed(item: Item, start: int, end: int) -> list[int]:
    """Return the words of the name in an entity, without article and possessive; empty where none."""
    upos, xpos = item.upos or [], item.xpos or []
    words = list(range(start, end + 1))
    while words and upos[words[0]] in ("DET", "PUNCT"):
        words.pop(0)
    if len(words) > 1 and xpos[words[-1]] == "POS":
        words.pop()
    proper = words and all(upos[k] in _INSIDE for k in words) and any(upos[k] == "PROPN" for k in words)
    return words if proper and item.forms[words[0]][0].isupper() else []
