"""The rules by name, as patterns.toml calls them; a rule returns None where a match is no time after all."""

from __future__ import annotations

from collections.abc import Callable

from tidings.mention.dates import (
    rules_absolute,
    rules_clock,
    rules_counted,
    rules_holiday,
    rules_narrative,
    rules_relative,
    rules_season,
    rules_span,
    rules_year,
)
from tidings.mention.dates.anchor import Anchor, Slots, UnanchoredError, Value
from tidings.mention.dates.grammar import Found

_MODULES = (
    rules_absolute,
    rules_clock,
    rules_counted,
    rules_holiday,
    rules_narrative,
    rules_relative,
    rules_season,
    rules_span,
    rules_year,
)

Rule = Callable[[Slots, Anchor], Value | None]


def _rules() -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for module in _MODULES:
        own = {
            name: function
            for name, function in vars(module).items()
            if callable(function) and getattr(function, "__module__", "") == module.__name__
        }
        found.update({name: function for name, function in own.items() if not name.startswith("_")})
    return found


RULES = _rules()


def resolve(found: Found, anchor: Anchor) -> Value | None:
    """Work out the value of an expression; a value of None says that what it rests on is not known."""
    try:
        return RULES[found.pattern.rule](Slots(found.groups), anchor)
    except UnanchoredError:
        return Value(None)
