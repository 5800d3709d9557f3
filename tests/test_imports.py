"""The folders are the flow: a stage imports records, codebook, errors and config, and no later stage."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parent.parent / "src" / "tidings"

# In the order of the flow. A part may import itself and what stands before it; what is at the same
# height is beside each other.
HEIGHTS = (
    ("errors",),
    ("records",),
    ("config",),
    ("acquire", "read", "parse", "codebook"),
    ("mention",),
    ("coding",),
    ("group",),
    ("store", "export"),
    ("review",),
    ("run", "draft", "versions"),
    ("pipeline",),
    ("cli", "desk"),
    ("__main__",),
)
HEIGHT = {name: height for height, names in enumerate(HEIGHTS) for name in names}

# Parts that hold no knowledge of language, and must not reach for it past the pipeline.
LANGUAGE = {"parse", "mention"}
WITHOUT_LANGUAGE = ("store", "export", "run")


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if part != "__init__":
            yield part, path


def _imported(path: Path) -> set[str]:
    """Return the parts of Tidings that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module] if node.module != "tidings" else [f"tidings.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("tidings.")}
    return found & HEIGHT.keys()


def test_every_part_has_its_place_in_the_flow() -> None:
    assert {part for part, _ in _modules()} <= HEIGHT.keys()


@pytest.mark.parametrize("part", sorted({part for part, _ in _modules()}))
def test_part_imports_nothing_later(part: str) -> None:
    for name, path in _modules():
        if name == part:
            later = {other for other in _imported(path) - {part} if HEIGHT[other] >= HEIGHT[part]}
            assert not later, f"{path.relative_to(SOURCE)} imports {', '.join(sorted(later))}"


@pytest.mark.parametrize("part", WITHOUT_LANGUAGE)
def test_part_without_language_imports_no_stage_that_has_it(part: str) -> None:
    for name, path in _modules():
        if name == part:
            assert not _imported(path) & LANGUAGE, path


def test_importing_the_package_is_cheap() -> None:
    """Neither numpy nor any stage is loaded before something is asked for."""
    code = (
        "import sys, tidings; print([m for m in ('numpy', 'msgspec', 'tidings.records') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
