"""Another codebook: what its folder gives holds, what it lacks is taken from the shipped one."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from tidings.codebook import Codebook
from tidings.codebook.schema import FrameEntry
from tidings.codebook.skeleton import write_skeleton
from tidings.errors import CodebookError, UsageError

ROOT = Path(__file__).parent.parent.parent
DEMO = """
type = "DEMO"
quad = 1
score = 1.0
definition = "A type."
frames = [{ id = "greet", verbs = ["greet"], needs = { object = ["@armed"] } }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a codebook that is one type file and nothing else."""
    (tmp_path / "DEMO.toml").write_text(DEMO)
    return tmp_path


def test_one_type_file_is_a_codebook(folder: Path) -> None:
    """Cues, light verbs, lists, contexts and other trades come from the shipped codebook."""
    book, shipped = Codebook.load(folder), Codebook.load()
    assert list(book.types) == ["DEMO"]
    assert book.types["DEMO"].cameo == ""
    assert book.modality == shipped.modality
    assert book.light_verbs == shipped.light_verbs
    assert (book.lists, book.contexts, book.domains) == (shipped.lists, shipped.contexts, shipped.domains)


def test_inherited_rules_say_nothing_of_types_that_are_not_there(folder: Path) -> None:
    """PLOVER's future CONSULT becomes AGREE; a codebook without AGREE must never code one."""
    (folder / "CONSULT.toml").write_text(DEMO.replace("DEMO", "CONSULT"))
    rules = Codebook.load(folder).rules
    assert (rules.rewrites, rules.suppressions, rules.priority) == ((), (), ("CONSULT",))
    assert rules.topic_prepositions == Codebook.load().rules.topic_prepositions


def test_rules_among_known_types_are_inherited(folder: Path) -> None:
    """Types of PLOVER's names keep PLOVER's rules among them."""
    for name in ("CONSULT", "AID", "AGREE"):
        (folder / f"{name}.toml").write_text(DEMO.replace("DEMO", name))
    rewrites = Codebook.load(folder).rules.rewrites
    assert [(rule.types, rule.aux, rule.to) for rule in rewrites] == [
        (("CONSULT", "AID"), "future", "AGREE"),
        (("AGREE",), "future", "AGREE"),
    ]


def test_own_keys_go_before_inherited_ones(folder: Path) -> None:
    """Lists, rules and cues key by key; an empty trade is switched off."""
    (folder / "lists.toml").write_text('armed = ["knight"]\nours = ["x", "@armed"]\n')
    (folder / "rules.toml").write_text('habitual = ["each May"]\n')
    (folder / "modality.toml").write_text('[negation]\nadverbs = ["nay"]\n')
    (folder / "domains.toml").write_text("markets = {}\n")
    book, shipped = Codebook.load(folder), Codebook.load()
    assert book.lists["ours"] == ("x", "knight")
    assert book.lists["arms"] == shipped.lists["arms"]
    assert book.rules.habitual == ("each May",)
    assert book.rules.topic_verbs == shipped.rules.topic_verbs
    assert (book.modality.negation.adverbs, book.modality.future) == (("nay",), shipped.modality.future)
    assert (book.domains["markets"].weak, book.domains["sport"]) == ((), shipped.domains["sport"])


def test_own_contexts_replace_all_others(folder: Path) -> None:
    """Contexts belong to an ontology; an empty file means none."""
    (folder / "contexts.toml").write_text('[wages]\ncues = ["pay"]\n')
    assert list(Codebook.load(folder).contexts) == ["wages"]
    (folder / "contexts.toml").write_text("# none\n")
    assert Codebook.load(folder).contexts == {}


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("rules.toml", 'priority = ["DEMO", "DEMI"]\n', "rules.toml, priority: no type DEMI; there are DEMO"),
        (
            "rules.toml",
            'rewrites = [{ types = ["DEMO"], aux = "future", to = "AGREE" }]\n',
            "rules.toml, rewrites: no type AGREE",
        ),
        ("OTHER.toml", DEMO, "OTHER.toml: another file has the type DEMO already"),
        (
            "OTHER.toml",
            DEMO.replace("DEMO", "OTHER").replace("needs =", 'clause = { types = ["DEMI"] }, needs ='),
            "OTHER.toml, frame greet: no type DEMI",
        ),
        (
            "OTHER.toml",
            DEMO.replace("DEMO", "OTHER") + 'examples = [{ text = "A.", events = [{ type = "DEMI" }] }]\n',
            "OTHER.toml, example 1: no type DEMI",
        ),
    ],
)
def test_a_wrong_name_is_refused_where_it_is_given(folder: Path, file: str, text: str, message: str) -> None:
    (folder / file).write_text(text)
    with pytest.raises(CodebookError, match=re.escape(message)):
        Codebook.load(folder)


def test_the_skeleton_loads_and_goes_into_new_folders_only(tmp_path: Path) -> None:
    written = write_skeleton(tmp_path / "a" / "b")
    assert [path.name for path in written] == [
        "MEET.toml",
        "contexts.toml",
        "domains.toml",
        "lists.toml",
        "rules.toml",
    ]
    assert list(Codebook.load(tmp_path / "a" / "b").types) == ["MEET"]
    with pytest.raises(UsageError, match="not empty"):
        write_skeleton(tmp_path / "a")
    with pytest.raises(UsageError, match="file exists"):
        write_skeleton(written[0])


def test_the_page_explains_every_key_of_a_frame() -> None:
    page = (ROOT / "docs" / "codebook-new.md").read_text(encoding="utf-8")
    for field in msgspec.structs.fields(FrameEntry):
        assert f"\n| `{field.name}` |" in page, field.name
