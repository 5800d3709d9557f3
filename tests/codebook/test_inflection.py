"""Regular forms of verbs, for verbs whose lemma the parser gets wrong."""

from __future__ import annotations

import pytest

from tidings.codebook.inflection import by_form, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("boycott", ("boycotts", "boycotted", "boycotting")),
        ("seize", ("seizes", "seized", "seizing")),
        ("deny", ("denies", "denied", "denying")),
        ("deploy", ("deploys", "deployed", "deploying")),
        ("punish", ("punishes", "punished", "punishing")),
        ("bar", ("bars", "bared", "baring", "barred", "barring")),
    ],
)
def test_regular_forms(lemma: str, forms: tuple[str, ...]) -> None:
    """Final e, y, sibilants, and a doubled consonant beside the plain form."""
    assert verb_forms(lemma) == forms


def test_the_first_verb_keeps_a_shared_form() -> None:
    """Two verbs may share a form; the codebook's order decides."""
    assert by_form(["bar", "bare"])["bared"] == "bar"
