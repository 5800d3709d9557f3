"""The objects that a page declares in JSON-LD scripts (schema.org)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_MAX_NODES = 5_000


def articles(tree: HtmlElement, types: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's JSON-LD that have one of the types (schema.org), outer before inner."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_json(script.text or "")):
            kinds = node.get("@type")
            if types.intersection(kinds if isinstance(kinds, list) else [kinds]):
                yield node


def _json(text: str) -> object:
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    for candidate in (text, re.sub(r"[\x00-\x1f]+", " ", text)):
        try:
            return msgspec.json.decode(candidate)
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            continue
    return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON value, outer before inner, without recursion."""
    waiting = [value]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(child for child in node.values() if isinstance(child, dict | list))
        elif isinstance(node, list):
            waiting.extend(node)
