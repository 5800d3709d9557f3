"""Who becomes a party, given what the network thinks of each candidate."""

from __future__ import annotations

import numpy as np
import pytest
from coded import DAY, stages

from tidings.coding.coder import Analysis
from tidings.coding.draft import Draft
from tidings.coding.frames import Match
from tidings.coding.learned.parties import set_parties
from tidings.coding.learned.view import View, views
from tidings.records import Block

TEXT = "Norway told Denmark about Poland on Monday."
FLOORS = {"party": 0.5, "want": 0.25}


@pytest.fixture(scope="module")
def view() -> View:
    """Return the view of a sentence that names Norway, Denmark and Poland."""
    parser, finder, coder = stages()
    document = parser(TEXT, (Block(kind="paragraph", start=0, end=len(TEXT)),), published=DAY)
    seen = views(Analysis(coder, document, finder(document)), [], list(coder.codebook.types))
    return seen[0]


def chosen(view: View, roles: dict[str, tuple[float, float]]) -> tuple[list[str], list[str]]:
    """Return actors and recipients, where each name has a probability to act and one to receive."""
    tokens = view.sentence.tokens
    at = next(k for k, token in enumerate(tokens) if token.text == "told")
    frame = view.analysis.coder.codebook.frame("ACCUSE", "learned")
    draft = Draft(Match(frame, view.analysis.predicate(tokens[at])), "ACCUSE", None, [], [])
    pairs = [roles[candidate.token.text] for candidate in view.candidates]
    p = np.array([[1 - acts - receives, acts, receives] for acts, receives in pairs], dtype=np.float32)
    set_parties(view, at, draft, p, FLOORS)
    return [h.token.text for h in draft.actor], [h.token.text for h in draft.recipient]


def test_whoever_reaches_the_floor_is_a_party(view: View) -> None:
    """Each for its own role."""
    found = chosen(view, {"Norway": (0.9, 0), "Denmark": (0, 0.8), "Poland": (0, 0.6)})
    assert found == (["Norway"], ["Denmark", "Poland"])


def test_a_role_that_nobody_has_goes_to_the_likeliest(view: View) -> None:
    """Denmark is no sure recipient, but the only one that may be; below the lower floor nobody is."""
    assert chosen(view, {"Norway": (0.9, 0), "Denmark": (0, 0.4), "Poland": (0, 0.3)})[1] == ["Denmark"]
    assert chosen(view, {"Norway": (0.9, 0), "Denmark": (0, 0.2), "Poland": (0, 0.1)})[1] == []
    assert chosen(view, {"Norway": (0.3, 0), "Denmark": (0, 0.9), "Poland": (0, 0)})[0] == ["Norway"]


def test_two_who_act_together_need_nobody_else(view: View) -> None:
    """What two do with each other is not directed at a third for want of one."""
    found = chosen(view, {"Norway": (0.9, 0), "Denmark": (0.9, 0), "Poland": (0, 0.4)})
    assert found == (["Norway", "Denmark"], [])
