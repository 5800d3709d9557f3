"""Raw text for pre-training: daily events, Wikinews and press releases."""

from __future__ import annotations

import csv
import lzma
import re
import tarfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tidings.parse.sentences import split
from tidings.parse.tokenizer import tokenize

_SOURCES = re.compile(r"(?:\s*\([^()]*\))+$")


def raw_sentences(data: Path, releases: int = 1, passes: int = 1) -> Iterator[list[str]]:
    """Yield the words of raw text: daily events and Wikinews, `passes` times; every n-th press release."""
    for text in chain(*(news_texts(data) for _ in range(passes)), press_releases(data, releases)):
        for sentence in sentences_of(text):
            if 3 <= len(sentence) <= 60:
                yield [text[a:b] for a, b in sentence]


def sentences_of(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield sentences of a text whose lines are its blocks."""
    position = 0
    for line in text.split("\n"):
        yield from split(text, tokenize(text, position, position + len(line)))
        position += len(line) + 1


def news_texts(data: Path) -> Iterator[str]:
    """Yield the items of the daily events and the articles of Wikinews."""
    with tarfile.open(data / "corpora/current-events/data.tar.gz") as archive:
        for member in archive:
            handle = archive.extractfile(member)
            day = handle.read().decode("utf-8") if handle else ""
            if "\nIntelligence_Payload:" in f"\n{day}":  # files with lower-case keys are no daily lists
                yield from _event_lines(day)
    csv.field_size_limit(10**8)
    with (data / "corpora/wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield row["text"]


def press_releases(data: Path, every: int) -> Iterator[str]:
    """Yield every n-th press release."""
    with lzma.open(data / "corpora/senate/senate.txt.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield _mended(line.strip())


def _mended(line: str) -> str:
    """Give back the quotation marks that the press releases lost to a wrong encoding."""
    line = re.sub(r"(?<=\w)â(?=\w{1,2}\b)", "’", line.replace("â?", "”"))
    return re.sub(r"(?<=\w)â(?=[A-Z])", " – ", line).replace("â", "“")


def _event_lines(text: str) -> Iterator[str]:
    """Yield the list items of one day: lines that begin with a dash, joined with what is folded below."""
    current: list[str] = []
    for line in [*text.split("\n"), ""]:
        starts = line.lstrip().startswith("- ")
        continues = bool(current) and line.startswith(" ") and not line.rstrip().endswith(":")
        if not starts and continues:
            current.append(line.strip())
            continue
        if current:
            yield _SOURCES.sub("", " ".join(current).strip("'\""))
        current = [line.lstrip()[2:]] if starts else []
