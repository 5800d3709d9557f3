"""The base of all entries in the files of a codebook: a key that it does not list is an error."""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]
Need = str | Words


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all entries: immutable, no unknown keys."""
