"""The calibration benchmark: its bins, its error, its plot."""

from __future__ import annotations

import importlib
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def calibration(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Return the benchmark as a module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield importlib.import_module("calibration")
    sys.modules.pop("calibration", None)


def test_perfect_confidence_has_no_error(calibration: ModuleType) -> None:
    """Four of five right at 0.8, and none right at 0: nothing to find fault with."""
    rows = [(0.8, True)] * 4 + [(0.8, False)] + [(0.0, False)] * 3
    assert calibration.expected_error(calibration.bins(rows)) == pytest.approx(0)


def test_overconfidence_is_weighed_by_events(calibration: ModuleType) -> None:
    """Ten events at 0.9 of which none is right, ten at 0.1 rightly so: the error is their mean."""
    rows = [(0.9, False)] * 10 + [(0.1, True)] + [(0.1, False)] * 9
    assert calibration.expected_error(calibration.bins(rows)) == pytest.approx(0.45)


def test_the_plot_is_an_image_with_a_dot_a_bin(calibration: ModuleType) -> None:
    """The SVG parses and has as many dots as bins."""
    rows = [(0.95, True), (1.0, True), (0.35, False)]
    root = ET.fromstring(calibration.plot(calibration.bins(rows)))  # noqa: S314  (our own text)
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 2
