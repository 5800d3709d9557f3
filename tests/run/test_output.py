"""Outputs can be cut off and continued, and end up the same as if they had not been."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec
import pytest

from tidings.errors import UsageError
from tidings.records import Page
from tidings.records.json import encode
from tidings.run.done import Done
from tidings.run.output import Format, format_of, to_file

if TYPE_CHECKING:
    from pathlib import Path

    from tidings.records import Article

FORMATS: tuple[Format, ...] = ("jsonl", "csv", "parquet", "events-parquet")


def _write(
    path: Path, kind: Format, articles: list[Article], *, finish: bool = True, resume: bool = True
) -> Done:
    sink, done = to_file(path, kind, resume=resume)
    for article in articles:
        if not done.has(article):
            sink.write(article, encode(article))
    if finish:
        sink.finish()
    sink.close()
    return done


@pytest.fixture
def three(article: Article) -> list[Article]:
    """Return three articles that differ in id and address."""
    return [
        msgspec.structs.replace(
            article, id=f"a{n}", source=msgspec.structs.replace(article.source, id=str(n), uri=f"u{n}")
        )
        for n in range(3)
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_continued_output_equals_one_in_a_single_run(
    kind: Format, three: list[Article], tmp_path: Path
) -> None:
    _write(tmp_path / "whole", kind, three)
    _write(tmp_path / "cut", kind, three[:2], finish=False)
    done = _write(tmp_path / "cut", kind, three)
    assert done.skipped == 2
    assert (tmp_path / "cut").read_bytes() == (tmp_path / "whole").read_bytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_is_left_beside_a_finished_output(kind: Format, three: list[Article], tmp_path: Path) -> None:
    _write(tmp_path / "out", kind, three)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_finished_output_takes_in_only_what_is_new(
    kind: Format, three: list[Article], tmp_path: Path
) -> None:
    _write(tmp_path / "out", kind, three[:2])
    before = (tmp_path / "out").read_bytes()
    assert _write(tmp_path / "out", kind, three[:2]).skipped == 2
    assert (tmp_path / "out").read_bytes() == before
    _write(tmp_path / "out", kind, three)
    _write(tmp_path / "whole", kind, three)
    assert (tmp_path / "out").read_bytes() == (tmp_path / "whole").read_bytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_overwrite_starts_again(kind: Format, three: list[Article], tmp_path: Path) -> None:
    _write(tmp_path / "out", kind, three)
    assert _write(tmp_path / "out", kind, three[:1], resume=False).skipped == 0
    _write(tmp_path / "one", kind, three[:1])
    assert (tmp_path / "out").read_bytes() == (tmp_path / "one").read_bytes()


def test_line_that_was_cut_off_is_written_again(three: list[Article], tmp_path: Path) -> None:
    """A killed run may leave half a line."""
    out = tmp_path / "out.jsonl"
    out.write_bytes(encode(three[0]) + encode(three[1])[:50])
    assert _write(out, "jsonl", three).skipped == 1
    assert out.read_bytes() == b"".join(map(encode, three))


def test_pages_that_are_there_are_not_processed(three: list[Article]) -> None:
    done = Done(three[:2])
    pages = [Page(name=str(n), media="text", content="", row_id=str(n), uri=f"u{n}") for n in range(3)]
    assert [page.name for page in done.missing(pages) if isinstance(page, Page)] == ["2"]


def test_row_that_stands_twice_in_the_input_stands_twice_in_the_output(three: list[Article]) -> None:
    done = Done(three[:1])
    page = Page(name="0", media="text", content="", row_id="0", uri="u0")
    assert len(list(done.missing([page, page]))) == 1
    assert not done.has(three[0])


def test_output_of_another_version_is_not_continued(article: Article) -> None:
    other = msgspec.structs.replace(article.made_by, codebook="mine")
    with pytest.raises(UsageError, match="--overwrite starts again"):
        Done([article]).check(other)
    Done([article]).check(article.made_by)
    Done().check(other)


def test_suffix_names_the_format(tmp_path: Path) -> None:
    assert format_of(tmp_path / "x.JSONL") == "jsonl"
    with pytest.raises(UsageError, match="no format has this suffix"):
        format_of(tmp_path / "x.doc")


def test_folder_that_does_not_exist_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        to_file(tmp_path / "no" / "x.jsonl", "jsonl", resume=True)


@pytest.mark.parametrize("content", ['{"mine": 1}\n', '{"mine": 1}', "notes\nof mine"])
def test_file_of_something_else_is_left_alone(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(content)
    with pytest.raises(UsageError, match="holds something else"):
        to_file(tmp_path / "x.jsonl", "jsonl", resume=True)
    assert (tmp_path / "x.jsonl").read_text() == content


@pytest.mark.parametrize("kind", FORMATS)
def test_pipe_is_written_to_and_never_replaced(kind: Format, three: list[Article], tmp_path: Path) -> None:
    """The same holds for `-o /dev/null`, which must stay what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        received = reader.submit(pipe.read_bytes)
        assert not _write(pipe, kind, three)
        assert len(received.result(timeout=10)) > 100
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
