"""Word lists that stand in one another: "@name" is the list of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tidings.codebook.schema import Words


def expand(words: Iterable[str], lists: Mapping[str, Words], where: str, depth: int = 0) -> Words:
    """Replace every "@name" by the words of that list, keeping order and dropping repetitions.

    Raises:
        CodebookError: a list does not exist, or lists refer to each other in a circle.
    """
    found: dict[str, None] = {}
    for word in words:
        if not word.startswith("@"):
            found[word] = None
        elif word[1:] not in lists:
            raise CodebookError(f"{where}: no list named {word} in lists.toml")
        elif depth > len(lists):
            raise CodebookError(f"{where}: {word} refers to itself")
        else:
            found.update(dict.fromkeys(expand(lists[word[1:]], lists, where, depth + 1)))
    return tuple(found)
