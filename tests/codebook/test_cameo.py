"""The CAMEO crosswalk: complete, unambiguous, consistent with the codebook, stale lines repaired."""

from __future__ import annotations

from collections import Counter

import pytest

from tidings.codebook import Codebook
from tidings.codebook.cameo import FROM_CAMEO, TO_CAMEO, crossing, crossings, from_cameo, to_cameo

CUES = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "081": "CONCEDE", "082": "CONCEDE", "083": "CONCEDE",
    "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
GONE = {"return", "ease", "ban", "political", "assassinate", "massacre", "cleansing", "host", "confiscate"}


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """Load the PLOVER codebook."""
    return Codebook.load()


def test_every_line_names_a_type_mode_and_contexts_of_the_codebook(codebook: Codebook) -> None:
    """No stale mode or context is left."""
    for line in crossings():
        kind = codebook.types[line.type]
        assert line.mode is None or line.mode in kind.modes, line
        assert line.also is None or line.also in codebook.types, line
        assert set(line.contexts) <= set(codebook.contexts), line
        assert line.mode not in GONE, line


def test_codes_are_two_to_four_digits_and_stand_under_a_listed_root() -> None:
    """Leading zeros are kept."""
    codes = {line.cameo for line in crossings()}
    for code in codes:
        assert code.isdigit()
        assert 2 <= len(code) <= 4
        assert code[:2] in codes


def test_each_direction_gives_one_answer() -> None:
    """A CAMEO code, and a pair of type and mode, stand in one line of their direction."""
    forth = Counter(line.cameo for line in crossings() if line.use in FROM_CAMEO)
    back = Counter((line.type, line.mode) for line in crossings() if line.use in TO_CAMEO)
    assert max(forth.values()) == max(back.values()) == 1
    assert {line.use for line in crossings()} == {"=", "<", ">"}


def test_every_type_and_every_pair_of_type_and_mode_has_a_cameo_code(codebook: Codebook) -> None:
    """The way to CAMEO is complete: 16 types and 67 pairs."""
    pairs = {(line.type, line.mode) for line in crossings() if line.use in TO_CAMEO}
    for name, kind in codebook.types.items():
        assert {(name, None), *((name, mode) for mode in kind.modes)} <= pairs
    assert len(pairs) == 16 + 67


def test_codebook_files_and_crosswalk_give_the_same_code(codebook: Codebook) -> None:
    """What a type file says of CAMEO is what the table says."""
    told: dict[tuple[str, str | None], str] = {
        (name, mode): (entry.cameo or kind.cameo)
        for name, kind in codebook.types.items()
        for mode, entry in kind.modes.items()
    }
    told |= {(name, None): kind.cameo for name, kind in codebook.types.items()}
    assert {pair: code for pair, code in told.items() if code != to_cameo(*pair)} == {}


@pytest.mark.parametrize(("code", "kind"), CUES.items())
def test_cue_categories_keep_their_type(code: str, kind: str) -> None:
    """The general rule by root, the exceptions aside."""
    found = from_cameo(code)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    ("code", "kind", "mode"),
    [
        ("043", "CONSULT", "visit"),
        ("055", "CONCEDE", None),
        ("0842", "RETREAT", "release"),
        ("085", "RETREAT", None),
        ("0813", "CONCEDE", None),
        ("116", "SANCTION", "convict"),
        ("1322", "THREATEN", "restrict"),
        ("1712", "ASSAULT", "destroy"),
        ("1722", "COERCE", "restrict"),
        ("175", "ASSAULT", "crowd-control"),
        ("186", "ASSAULT", "targeted"),
        ("191", "COERCE", "restrict"),
        ("192", "COERCE", "seize"),
        ("195", "ASSAULT", "aerial"),
        ("203", "ASSAULT", None),
    ],
)
def test_exceptions_and_repaired_lines(code: str, kind: str, mode: str | None) -> None:
    """Lines where the rule by root does not hold, or where the public table names what is gone."""
    assert from_cameo(code) == (kind, mode)


def test_unlisted_code_reads_as_its_longest_listed_prefix() -> None:
    """A subcode of another edition of CAMEO still has its type."""
    assert from_cameo("1835") == from_cameo("183")
    assert from_cameo("0609") == ("COOPERATE", None)


@pytest.mark.parametrize("code", ["01", "0211", "", "99", "---", "1"])
def test_codes_without_counterpart_give_none(code: str) -> None:
    """Statements and appeals are no PLOVER events."""
    assert from_cameo(code) is None
    assert crossing(code) is None


def test_round_trip_keeps_type_and_mode() -> None:
    """There and back is the same wherever the table says that both directions hold."""
    for line in crossings():
        if line.use == "=":
            assert from_cameo(to_cameo(line.type, line.mode)) == (line.type, line.mode)


def test_unknown_mode_gives_the_root() -> None:
    """A mode of another codebook does not lose the type's root."""
    assert to_cameo("AID", "emergency") == "07"
    with pytest.raises(KeyError):
        to_cameo("NONSENSE")
