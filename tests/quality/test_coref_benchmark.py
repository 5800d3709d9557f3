"""The benchmark of coreference: its measures, worked by hand, and its reading of a made-up document."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TEXT = "Maria Lund visited Oslo. She met Erik Dahl and praised his work."
WORDS = TEXT.replace(".", " .").split()
MARKS = ["(1", "1)", "_", "_", "_", "(1)", "_", "(2", "2)", "_", "_", "(2(2)", "2)", "_"]
TREE = """# newdoc id = made_news_up
# meta::dateCreated = 2021-03-04
# newpar
# newpar_block = p (2 s)
# text = Maria Lund visited Oslo.
1\tMaria\t_\t_\t_\t_\t_\t_\t_\tEntity=(4-person-new-coref
2\tLund\t_\t_\t_\t_\t_\t_\t_\tEntity=4)
3\tvisited\t_\t_\t_\t_\t_\t_\t_\t_
4\tOslo\t_\t_\t_\t_\t_\t_\t_\tEntity=(5-place-new-sgl)|SpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# text = She met Erik Dahl and praised his work.
1\tShe\t_\t_\t_\t_\t_\t_\t_\tEntity=(4-person-giv-ana)
2\tmet\t_\t_\t_\t_\t_\t_\t_\t_
3\tErik\t_\t_\t_\t_\t_\t_\t_\tEntity=(6-person-new-coref
4\tDahl\t_\t_\t_\t_\t_\t_\t_\tEntity=6)
5\tand\t_\t_\t_\t_\t_\t_\t_\t_
6\tpraised\t_\t_\t_\t_\t_\t_\t_\t_
7\this\t_\t_\t_\t_\t_\t_\t_\tEntity=(7-abstract-new-sgl(6-person-giv-ana)
8\twork\t_\t_\t_\t_\t_\t_\t_\tEntity=7)|SpaceAfter=No
9\t.\t_\t_\t_\t_\t_\t_\t_\t_
"""


def _module(monkeypatch: pytest.MonkeyPatch, name: str) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module(name)


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Return a folder with coref/made/dev and, where the benchmark looks for it, syntax/gum/dev."""
    data, trees = tmp_path / "coref" / "made" / "dev", tmp_path / "syntax" / "gum" / "dev"
    data.mkdir(parents=True)
    trees.mkdir(parents=True)
    marks = ["(1", "1)", "_", "_", "_", "(1)", "_", "(2", "2)", "_", "_", "(2)", "_", "_"]
    rows = [f"{i}\t{w}\t{m}" for i, (w, m) in enumerate(zip(WORDS, marks, strict=True))]
    (data / "made_news_up.conll").write_text("\n".join(["# begin document", *rows, "# end document"]))
    (trees / "made_news_up.conllu").write_text(TREE)
    return data


def test_measures_are_those_worked_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two chains abc, defg against ab, cd, fghi: 2 of 5 links; 35/12 of 7 and 4 of 8; 4/5 + 1/2."""
    conll = _module(monkeypatch, "coref_metrics").Conll()
    conll.add([frozenset("abc"), frozenset("defg")], [frozenset("ab"), frozenset("cd"), frozenset("fghi")])
    assert (conll.muc.precision, conll.muc.recall) == (2 / 5, 2 / 5)
    assert conll.b_cubed.precision == pytest.approx(4 / 8)
    assert conll.b_cubed.recall == pytest.approx(35 / 12 / 7)
    assert (conll.ceaf_e.precision, conll.ceaf_e.recall) == (pytest.approx(1.3 / 3), pytest.approx(1.3 / 2))


def test_chains_of_one_mention_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    conll = _module(monkeypatch, "coref_metrics").Conll()
    conll.add([frozenset("ab")], [frozenset("ab"), frozenset("c")])
    assert conll.f1 == 1.0


def test_the_best_pairing_is_not_the_greedy_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assign = _module(monkeypatch, "coref_metrics").assign
    assert assign([[-9.0, -8.0, 0.0], [-8.0, -1.0, 0.0]]) == [1, 0]


def test_marks_of_nested_spans_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    spans = _module(monkeypatch, "coref").spans_of(MARKS)
    assert spans == {"1": [(0, 1), (5, 5)], "2": [(7, 8), (11, 11), (11, 12)]}


def test_a_made_up_document_is_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], made_up: Path
) -> None:
    """Names with surnames at the end of their spans, a pronoun as subject and one as owner."""
    monkeypatch.setattr(sys, "argv", ["coref.py", "--data", str(made_up)])
    _module(monkeypatch, "coref").main()
    report = json.loads(capsys.readouterr().out)
    assert report["documents"] == 1
    assert report["actors"]["exact"]["conll"] == report["all"]["head"]["conll"] == 1.0
    assert report["pronouns"]["third"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert list(report["genres"]) == ["news"]


def test_words_alone_are_enough(monkeypatch: pytest.MonkeyPatch, made_up: Path) -> None:
    coref = _module(monkeypatch, "coref")
    (gold,) = coref.documents(made_up, None)
    assert gold.text == TEXT
    assert gold.text[slice(*gold.words[5])] == "She"
