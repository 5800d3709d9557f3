"""The codebook's files: what loads, what is refused, and how word lists match."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from tidings.codebook import Codebook, WordList
from tidings.codebook.lists import expand
from tidings.errors import CodebookError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a codebook with one type and all that it can say of language, free to break."""
    shipped = Path(str(resources.files("tidings.codebook"))) / "plover"
    for name in ("lists", "modality", "light_verbs", "contexts", "domains"):
        shutil.copy(shipped / f"{name}.toml", tmp_path)
    (tmp_path / "rules.toml").write_text('priority = ["DEMO"]\n')
    (tmp_path / "DEMO.toml").write_text(
        'type = "DEMO"\nquad = 1\nscore = 1.0\ncameo = "03"\ndefinition = "A type."\n'
        '[[frames]]\nid = "greet"\nverbs = ["greet", "wave at"]\n'
    )
    return tmp_path


def test_the_shipped_codebook_loads() -> None:
    """Every shipped type has a definition, a quad class and frames."""
    codebook = Codebook.load()
    assert codebook.triggers
    for kind in codebook.types.values():
        assert kind.definition
        assert 1 <= kind.quad <= 4
        assert kind.frames


def test_another_folder_is_another_ontology(folder: Path) -> None:
    """Types come from files, not from code; a multiword verb is indexed by its first word."""
    codebook = Codebook.load(folder)
    assert list(codebook.types) == ["DEMO"]
    assert codebook.triggers["verb", "wave"][0].rest == ("at",)


def test_the_version_changes_with_the_text(folder: Path) -> None:
    """One changed byte is another version."""
    before = Codebook.load(folder).version
    with (folder / "DEMO.toml").open("a") as file:
        file.write("# note\n")
    assert Codebook.load(folder).version != before


@pytest.mark.parametrize(
    ("addition", "message"),
    [
        ('recipent = ["object"]\n', "recipent"),
        ('mode = "nowhere"\n', "unknown mode 'nowhere'"),
        ('needs = { object = "@missing" }\n', "no list named @missing"),
        ('needs = { object = "sometimes" }\n', "sometimes"),
        ("= 3\n", "DEMO.toml"),
    ],
)
def test_a_fault_is_named_with_its_file(folder: Path, addition: str, message: str) -> None:
    """A misspelt key, an unknown mode, list or need, broken TOML: one line that names it."""
    with (folder / "DEMO.toml").open("a") as file:
        file.write(addition)
    with pytest.raises(CodebookError, match=r"DEMO\.toml") as error:
        Codebook.load(folder)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_frame_without_predicates_is_refused(folder: Path) -> None:
    """A frame must have a word to start from."""
    with (folder / "DEMO.toml").open("a") as file:
        file.write('[[frames]]\nid = "empty"\n')
    with pytest.raises(CodebookError, match="frame empty"):
        Codebook.load(folder)


def test_a_missing_folder_or_type_is_named(folder: Path, tmp_path: Path) -> None:
    """No folder, no type file: said so."""
    with pytest.raises(CodebookError, match="no such folder"):
        Codebook.load(tmp_path / "absent")
    (folder / "DEMO.toml").unlink()
    with pytest.raises(CodebookError, match="has no type file"):
        Codebook.load(folder)


def test_lists_hold_lists_and_no_circles() -> None:
    """A reference is replaced in order; a circle is an error, not a loop."""
    lists = {"a": ("x", "@b"), "b": ("y", "x"), "c": ("@c",)}
    assert expand(["@a", "z"], lists, "here") == ("x", "y", "z")
    with pytest.raises(CodebookError, match="itself"):
        expand(["@c"], lists, "here")


def test_an_empty_word_list_holds_nothing() -> None:
    """No entry, no match."""
    assert not WordList([]).single
