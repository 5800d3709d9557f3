"""The codes of verbs and patterns: one or two of CAMEO's, and what PLOVER has for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.codebook.cameo import from_cameo
from tidings.codebook.petrarch.verbs import NO_EVENT

_CODE = re.compile(r"(\d{2,4}|---)?(?::(\d{2,4}|---))?")


class CodeError(Exception):
    """A code that stands for no type: `reason` is one of few, `detail` the code."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: type and mode.

    `reciprocal`: both sides do the same. `reverse`: only the target's event is coded. `other` is a second
    code, that tells of another event.
    """

    type: str
    mode: str | None
    reciprocal: bool = False
    reverse: bool = False
    other: str = ""


def meaning(code: str) -> Meaning | None:
    """Return what "190", "190:190" (both sides), "042:043" (each its own) or ":173" means; None: no event.

    Raises:
        CodeError: the code is broken, or PLOVER has no type for it.
    """
    found = _CODE.fullmatch(code)
    if not code or found is None:
        raise CodeError("a code that is not understood", code)
    first, second = (None if part == NO_EVENT else part for part in found.groups())
    if first is None and second is None:
        return None
    main = first or second or ""
    crossed = from_cameo(main)
    if crossed is None:
        raise CodeError("a code for which PLOVER has no type", code)
    other = second if first and second and from_cameo(second) != crossed else ""
    return Meaning(*crossed, reciprocal=first == second, reverse=first is None, other=other or "")
