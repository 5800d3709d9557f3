"""The split-half benchmark: how rows are split, and what is taken out of the codebook."""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from tidings.codebook import Codebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def halves(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Return the benchmark as a module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield importlib.import_module("plv_halves")
    for name in ("plv_halves", "relate"):
        sys.modules.pop(name, None)


def test_halves_hang_on_the_text_alone(halves: ModuleType) -> None:
    """The same text is always in the same half, and both halves are used."""
    texts = [f"Chad met Niger {n} times." for n in range(40)]
    found = [halves.half_of(text) for text in texts]
    assert found == [halves.half_of(text) for text in reversed(texts)][::-1]
    assert set(found) == {"A", "B"}


def test_listed_entries_are_in_the_codebook_and_can_be_taken_out(halves: ModuleType) -> None:
    """Without them no trigger leads to a listed frame, and everything else stays."""
    listed = tomllib.loads((BENCHMARKS / "plv_halves.toml").read_text("utf-8"))
    added, codebook = msgspec.convert(listed, halves.Added), Codebook.load()
    less = halves.without(codebook, added)
    names = {frame.name for frame in less.frames}
    assert names == {frame.name for frame in codebook.frames} - set(added.frames)
    assert less.rules.relations == ()
    assert less.rules.rewrites == codebook.rules.rewrites


def test_an_unknown_frame_is_refused(halves: ModuleType) -> None:
    """A frame that was renamed must not silently drop out of the comparison."""
    with pytest.raises(SystemExit, match=r"no frame AID\.nothing"):
        halves.without(Codebook.load(), halves.Added(frames=("AID.nothing",), rules=()))


def test_better_and_worse_are_counted(halves: ModuleType) -> None:
    """One row set right, one set wrong, one as before."""
    found = halves.compared(["AID", "AID", "ACCUSE"], ["AGREE", "AID", "ACCUSE"], ["AID", None, "ACCUSE"])
    assert (found["better"], found["worse"], found["pairs"]) == (1, 1, 3)


@pytest.mark.usefixtures("halves")
def test_readings_of_plv_name_frames_that_exist() -> None:
    """A reading by frames that the codebook lacks would never hold."""
    names = [frame.name for frame in Codebook.load().frames]
    readings = sys.modules["relate"].readings()
    assert all(any(name.startswith(start) for name in names) for r in readings for start in r.frames)
