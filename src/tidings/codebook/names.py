"""What the files of a codebook say of types by name: inherited rules give way, a wrong name is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tidings.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tidings.codebook.schema import Example, FrameEntry, Rewrite, Rules, TypeEntry

# The keys of rules.toml that list types.
LISTS_OF_TYPES = (
    "priority", "speech_types", "reason_types", "modifier_types", "done_types",
    "one_in_sentence", "one_in_group", "said_types", "lasting_scenes", "struck_types",
)  # fmt: skip


def check_types(types: Mapping[str, TypeEntry]) -> None:
    """Refuse frames and examples that name a type which the codebook lacks.

    Raises:
        CodebookError: the text names file and entry.
    """
    for kind in types.values():
        for frame in kind.frames:
            _refuse(_of_clause(frame), types, f"{kind.type}.toml, frame {frame.id}")
        for number, example in enumerate(kind.examples, 1):
            _refuse(_of_example(example), types, f"{kind.type}.toml, example {number}")


def check_rules(rules: Rules, types: Mapping[str, TypeEntry], own: frozenset[str]) -> None:
    """Refuse rules among the `own` keys that name a type which the codebook lacks.

    Raises:
        CodebookError: the text names the key.
    """
    for key, names in _named(rules):
        if key in own:
            _refuse(names, types, f"rules.toml, {key}")


def restricted(rules: Rules, types: Mapping[str, TypeEntry]) -> Rules:
    """Return the rules without what they say of types that the codebook lacks."""
    lists = {key: _known(getattr(rules, key), types) for key in LISTS_OF_TYPES}
    return msgspec.structs.replace(
        rules,
        rewrites=_possible(rules.rewrites, types),
        relations=_possible(rules.relations, types),
        suppressions=tuple(s for s in rules.suppressions if s.drop in types and s.beside in types),
        **lists,
    )


def _possible(rewrites: Iterable[Rewrite], types: Mapping[str, TypeEntry]) -> tuple[Rewrite, ...]:
    """Return the rewrites among types and modes that are there."""
    known = (
        msgspec.structs.replace(rule, types=_known(rule.types, types))
        for rule in rewrites
        if rule.to in types and (rule.mode is None or rule.mode in types[rule.to].modes)
    )
    return tuple(rule for rule in known if rule.types)


def _named(rules: Rules) -> Iterator[tuple[str, Iterable[str]]]:
    for key in ("rewrites", "relations"):
        for rule in getattr(rules, key):
            yield key, (*rule.types, rule.to)
    for suppression in rules.suppressions:
        yield "suppressions", (suppression.drop, suppression.beside)
    for key in LISTS_OF_TYPES:
        yield key, getattr(rules, key)
    yield "bystanders", rules.bystanders
    yield "scene_prepositions_of", rules.scene_prepositions_of
    yield "contexts_of_mode", (name.partition(".")[0] for name in rules.contexts_of_mode)


def _of_clause(frame: FrameEntry) -> Iterable[str]:
    if frame.clause is None:
        return ()
    named = (frame.clause.types,) if isinstance(frame.clause.types, str) else frame.clause.types
    return (name for name in named if name != "any")


def _of_example(example: Example) -> Iterable[str]:
    return (event.type for event in example.events)


def _known(names: Iterable[str], types: Mapping[str, TypeEntry]) -> tuple[str, ...]:
    return tuple(name for name in names if name in types)


def _refuse(names: Iterable[str], types: Mapping[str, TypeEntry], where: str) -> None:
    for name in names:
        if name not in types:
            raise CodebookError(f"{where}: no type {name}; there are {', '.join(types)}")
