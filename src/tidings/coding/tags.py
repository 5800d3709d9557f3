"""Tags and relations of Universal Dependencies and the Penn Treebank that stand together in many rules."""

from __future__ import annotations

VERBAL = frozenset({"VERB", "AUX"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD"}
"""Verbs that are finite by their own form."""
TENSED = FINITE | {"MD"}
"""Finite verbs, and modals, which make the verb that they help finite."""
GROUPING = frozenset({"conj", "xcomp", "ccomp"})
"""Relations of a verb to the one that it forms a predicate group with."""
