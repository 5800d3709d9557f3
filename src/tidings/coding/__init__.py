"""Coding: from a parsed document and its mentions to PLOVER events.

The flow, one direction: `clauses` (deep syntax) → `frames` (matching) → `parties`, `drafts` → `modality` →
`rules`, `retellings` → `settings` (where and when), `attribution`, `contexts` → `coder`.
"""

from tidings.coding.coder import EventCoder
from tidings.coding.relate import Relation, relate

__all__ = ["EventCoder", "Relation", "relate"]
