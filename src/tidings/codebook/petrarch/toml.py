"""Writes the few shapes of TOML that a codebook consists of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | bool | int | float | tuple[str, ...] | dict[str, str | tuple[str, ...]]


def assignments(values: Mapping[str, Value | None]) -> str:
    """Return `key = value` lines, without the keys whose value is None or empty."""
    lines = [
        f"{key(name)} = {_value(value)}"
        for name, value in values.items()
        if value is not None and (isinstance(value, int | float) or value)
    ]
    return "".join(line + "\n" for line in lines)


def key(name: str) -> str:
    """Return a key, in quotes where it needs them."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _string(name)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_string, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key(k)} = {_value(v)}" for k, v in value.items()) + " }"
    return str(value)


def _string(text: str) -> str:
    """Return a basic string: JSON's escapes are TOML's, but for U+007F, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
