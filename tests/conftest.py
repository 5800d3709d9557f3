"""Fixtures shared by all tests: only real parts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tidings.parse import Parser
from tidings.pipeline import Pipeline, load
from tidings.records import (
    Actor,
    Article,
    Attribution,
    Block,
    Date,
    Event,
    EventDate,
    MadeBy,
    Party,
    Place,
    Published,
    Quote,
    Source,
    Span,
)

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of measuring data beside the checkout, or skip where it is absent."""
    path = Path(os.environ.get("TIDINGS_SHARED", ROOT.parent / "shared"))
    if not (path / "data").is_dir():
        pytest.skip(f"no measuring data at {path}: set TIDINGS_SHARED")
    return path


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of example pages of our own."""
    return ROOT / "examples"


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def tidings() -> Run:
    """Return what runs the real command in a process of its own; neither end of it is a terminal."""

    def run(
        *arguments: object, stdin: str | bytes = "", **options: object
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "tidings", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            timeout=120,
            **options,  # type: ignore[call-overload]
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Return the language model, loaded once for all tests."""
    return Parser.load()


@pytest.fixture(scope="session")
def coder() -> Pipeline:
    """Return a pipeline that codes, loaded once for all tests."""
    return load()


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def _party(actor: str, text: str, words: str) -> Party:
    span = _span(text, words)
    return Party(actor=actor, start=span.start, end=span.end, text=words)


@pytest.fixture(scope="session")
def article() -> Article:
    """One whole record with something in every field, written by hand."""
    text = 'Ministers meet\n\nNorway and Iceland met in Bergen on Tuesday. "We agree," Dahl said.'
    sentence = _span(text, "Norway and Iceland met in Bergen on Tuesday.")
    return Article(
        id="a1",
        source=Source(id="row 7", uri="news.csv", publisher="The Harbour Post", content_hash="0" * 64),
        title="Ministers meet",
        byline="Marit Lund",
        section="World",
        language="en",
        published=Published(value="2025-03-12", precision="day", from_="metadata", confidence=0.9),
        text=text,
        blocks=(
            Block(kind="title", start=0, end=16),
            Block(kind="paragraph", start=16, end=len(text)),
        ),
        actors=(
            Actor(id="NOR", name="Norway", kind="state", country="NOR", sector="GOV", sectors=("GOV",)),
            Actor(id="ISL", name="Iceland", kind="state", country="ISL", mentions=(_span(text, "Iceland"),)),
            Actor(id="dahl", name="Ingrid Dahl", kind="person", role="foreign minister"),
        ),
        places=(
            Place(
                id="p1", name="Bergen", lat=60.39, lon=5.32, country="NOR", geonames=3161732, confidence=0.9
            ),
        ),
        dates=(
            Date(
                start=sentence.end - 8,
                end=sentence.end - 1,
                text="Tuesday",
                value="2025-03-11",
                type="DATE",
                confidence=0.9,
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                start=text.index('"'),
                end=text.rindex('"') + 1,
                text='"We agree,"',
                kind="direct",
                speaker="dahl",
                speaker_span=_span(text, "Dahl"),
                cue=_span(text, "said"),
            ),
        ),
        events=(
            Event(
                id="a1-1",
                type="CONSULT",
                mode="visit",
                contexts=("diplomatic",),
                quad=1,
                score=4.0,
                cameo="042",
                actor=(_party("NOR", text, "Norway"), _party("ISL", text, "Iceland")),
                trigger=_span(text, "met"),
                sentence=sentence,
                place="p1",
                date=EventDate(value="2025-03-11", precision="day", from_="text"),
                attribution=Attribution(speaker="dahl", quote="q1"),
                confidence=0.8,
                why="CONSULT.meet",
            ),
        ),
        made_by=MadeBy(tidings="0", model="1", codebook="2", tables="3"),
        extra={"desk": "north; west", "rank": 3},
    )
