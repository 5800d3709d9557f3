"""The learned part of coding: what it may decide, and what it must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import tidings
from tidings.codebook import Codebook
from tidings.coding import EventCoder
from tidings.coding.learned.judge import Judge
from tidings.coding.learned.weights import FOLDER, load
from tidings.pipeline import Pipeline

TEXT = (
    "The foreign minister of Norway met his Danish counterpart in Oslo on Monday. "
    "Police in Minsk arrested four opposition activists, the rights group Viasna said. "
    "The bakery on the corner sells two kinds of bread."
)
LABOUR = Path(__file__).parent.parent.parent / "examples/labour"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Return the whole pipeline, learned part included."""
    return tidings.load()


def test_it_knows_the_types_and_modes_of_the_codebook() -> None:
    """Weights and codebook are of one ontology; a mode that was renamed would be lost silently."""
    codebook, weights = Codebook.load(), load()
    modes = {f"{kind}.{mode}" for kind, entry in codebook.types.items() for mode in ("", *entry.modes)}
    assert set(weights.types) == set(codebook.types)
    assert set(weights.modes) == modes


def test_it_is_small() -> None:
    """All its files together stay below 10 MB."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 10_000_000


def test_it_leaves_other_codebooks_alone() -> None:
    """A codebook with types of its own is coded by its frames only."""
    assert Judge.of(Codebook.load(LABOUR)) is None
    assert EventCoder.load(Codebook.load(LABOUR)).judge is None


def test_why_names_the_frame_or_says_that_it_was_learned(pipeline: Pipeline) -> None:
    """Every event says what found it: a frame of the codebook, or `TYPE.learned`."""
    frames = {frame.name for frame in Codebook.load().frames}
    events = pipeline(TEXT).events
    assert {event.type for event in events} == {"CONSULT", "COERCE"}
    for event in events:
        assert event.why in frames or event.why == f"{event.type}.learned"
        assert 0 < event.confidence < 1


def test_a_sentence_is_coded_alike_alone_and_in_company(pipeline: Pipeline) -> None:
    """What stands around a sentence in the batch does not change its scores."""
    alone = pipeline(
        "Police in Minsk arrested four opposition activists, the rights group Viasna said."
    ).events
    among = [event for event in pipeline(TEXT).events if event.type == "COERCE"]
    assert [(e.type, e.mode, e.confidence, e.why) for e in alone] == [
        (e.type, e.mode, e.confidence, e.why) for e in among
    ]


def test_the_record_names_its_version(pipeline: Pipeline) -> None:
    """A record says which weights had a say."""
    assert pipeline(TEXT).made_by.learned == load().version
