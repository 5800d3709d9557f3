"""Turn hand-written lists of names into stand-off annotation, and look after the result.

A working file holds the names of one article, as an annotator wrote them down; its file name is the
row of the article in the corpus (``12.txt``). Each line is a label, a space or tab, and surfaces
divided by semicolons. Every whole-word occurrence of a surface gets the label; ``#2,3`` after a
surface restricts the line to its second and third occurrence. The label ``O`` says that an
occurrence is no name. Where surfaces overlap, the longest one wins.

The stand-off file holds one JSON object a line: url, row, the SHA-256 of title, blank line and text,
and the names as ``[start, end, label]`` in characters of that string. It holds no text.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

LABELS = ("PERSON", "ORG", "LOC", "NORP", "MISC")
NO_NAME = "O"
ENTRY = re.compile(r"(?P<surface>.+?)(?:#(?P<which>\d+(?:,\d+)*))?")
WORD = re.compile(r"[^\W\d_][\w.&'’-]*")
SENTENCE_START = re.compile(r"(?:^|[.!?:\]…][\"”’')\]]*\s+|\n\s*|[\"“]\s*)[\"“(\[—]*$")
DATE_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)
CONTEXT = 30


class Name(NamedTuple):
    """One name: its first character, the one after its last, and its label."""

    start: int
    end: int
    label: str


class Article(NamedTuple):
    """One article of the corpus; ``text`` is title, blank line and body."""

    row: int
    url: str
    text: str

    @property
    def sha256(self) -> str:
        """The hexadecimal digest that ties an annotation to exactly this text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Entry(NamedTuple):
    """One surface of a working file; an empty ``which`` means every occurrence."""

    surface: str
    label: str
    which: tuple[int, ...]


class Record(TypedDict):
    """One line of the stand-off file."""

    url: str
    row: int
    sha256: str
    names: list[Name]


def read_corpus(path: Path) -> list[Article]:
    """Read every article of a CSV file with the columns url, date, title and text."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return [
            Article(number, row["url"], row["title"] + "\n\n" + row["text"])
            for number, row in enumerate(rows)
        ]


def read_entries(path: Path) -> list[Entry]:
    """Read a working file; raise ValueError with file and line where a line is malformed."""
    entries: list[Entry] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, surfaces = line.strip().replace("\t", " ", 1).partition(" ")
        if not label:
            continue
        if label not in (*LABELS, NO_NAME):
            raise ValueError(
                f"{path}:{number}: unknown label {label!r}; use one of {', '.join(LABELS)}, {NO_NAME}"
            )
        entries.extend(_entry(surface.strip(), label) for surface in surfaces.split(";") if surface.strip())
    return entries


def _entry(written: str, label: str) -> Entry:
    match = ENTRY.fullmatch(written)
    if match is None:
        raise ValueError(f"not a surface: {written!r}")
    which = match["which"]
    return Entry(match["surface"], label, tuple(map(int, which.split(","))) if which else ())


def occurrences(text: str, surfaces: Sequence[str]) -> list[tuple[int, int]]:
    """Find the whole-word occurrences of the surfaces, in text order, the longest where they overlap."""
    found = [
        match.span()
        for surface in set(surfaces)
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?![\w$])", text)
    ]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end))
    return sorted(kept)


def place(text: str, entries: Sequence[Entry]) -> tuple[list[Name], list[str]]:
    """Label the occurrences of the entries in the text; also return what is wrong with the entries."""
    plain = {entry.surface: entry.label for entry in entries if not entry.which}
    special = {(entry.surface, index): entry.label for entry in entries for index in entry.which}
    seen: Counter[str] = Counter()
    names: list[Name] = []
    for start, end in occurrences(text, [entry.surface for entry in entries]):
        surface = text[start:end]
        seen[surface] += 1
        label = special.get((surface, seen[surface]), plain.get(surface, NO_NAME))
        if label != NO_NAME:
            names.append(Name(start, end, label))
    faults = [f"not found: {surface}" for surface in plain if not seen[surface]]
    faults += [f"no occurrence {index} of {surface}" for surface, index in special if index > seen[surface]]
    counts = Counter(entry.surface for entry in entries if not entry.which)
    faults += [f"written twice: {surface}" for surface, count in counts.items() if count > 1]
    return names, faults


def uncovered(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int, bool]]:
    """Yield capitalised words outside names and dates: start, end, whether a sentence begins there."""
    blanked = list(text)
    for name in names:
        blanked[name.start : name.end] = "\t" * (name.end - name.start)
    for start, end in _capitalised("".join(blanked)):
        if not DATE_WORD.fullmatch(text[start:end].removesuffix("'s").strip(".,")):
            yield start, end, SENTENCE_START.search(text, 0, start) is not None


def _capitalised(text: str) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for match in WORD.finditer(text):
        if not match[0][0].isupper():
            continue
        if runs and text[runs[-1][1] : match.start()] == " ":
            runs[-1] = (runs[-1][0], match.end())
        else:
            runs.append(match.span())
    return runs


def report(article: Article, path: Path) -> tuple[list[Name], list[str]]:
    """Print what an annotator should look at again in one working file; return its names and faults."""
    names, faults = place(article.text, read_entries(path))
    print(f"== {article.row}: {len(names)} names")
    for fault in faults:
        print(f"   {fault}")
    text = article.text
    spans = list(uncovered(text, names))
    inside = [
        text[max(0, start - 12) : start] + "[" + text[start:end] + "]"
        for start, end, first in spans
        if not first
    ]
    print("   inside:", " | ".join(piece.replace("\n", " ") for piece in inside))
    print("   first:", " ".join(sorted({text[start:end] for start, end, first in spans if first})))
    return names, faults


def read_records(path: Path) -> dict[int, Record]:
    """Read a stand-off file by row; an absent file is an empty one."""
    if not path.exists():
        return {}
    records: dict[int, Record] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        names = [Name(*name) for name in fields["names"]]
        records[fields["row"]] = Record(
            url=fields["url"], row=fields["row"], sha256=fields["sha256"], names=names
        )
    return records


def write_records(path: Path, records: dict[int, Record]) -> None:
    """Write a stand-off file in row order."""
    lines = [json.dumps(records[row], ensure_ascii=False) + "\n" for row in sorted(records)]
    path.write_text("".join(lines), encoding="utf-8")


def add(articles: Sequence[Article], working: Sequence[Path], standoff: Path) -> int:
    """Add the working files to the stand-off file, in place of earlier lines for their rows."""
    records = read_records(standoff)
    wrong = 0
    for path in working:
        article = _article(articles, path.stem)
        names, faults = report(article, path)
        wrong += len(faults)
        if not faults:
            records[article.row] = Record(
                url=article.url, row=article.row, sha256=article.sha256, names=names
            )
    write_records(standoff, records)
    return 1 if wrong else 0


def _article(articles: Sequence[Article], row: str) -> Article:
    if not row.isdecimal() or int(row) >= len(articles):
        raise ValueError(
            f"no row {row!r} in the corpus of {len(articles)} articles; name a working file after its row"
        )
    return articles[int(row)]


def problems(article: Article, record: Record) -> Iterator[str]:
    """Yield what makes a record unusable with an article of the corpus."""
    if record["sha256"] != article.sha256 or record["url"] != article.url:
        yield "the corpus holds another text"
    before = 0
    for start, end, label in record["names"]:
        if label not in LABELS or not before <= start < end <= len(article.text):
            yield f"bad or overlapping name at {start}-{end} ({label})"
        before = end


def verify(articles: Sequence[Article], standoff: Path) -> int:
    """Check every record against the corpus and print the number of names by label."""
    records = read_records(standoff)
    bad = [
        f"row {row}: {what}" for row, record in records.items() for what in problems(articles[row], record)
    ]
    labels = Counter(name.label for record in records.values() for name in record["names"])
    counts = ", ".join(f"{label} {labels[label]}" for label in LABELS)
    print(f"{len(records)} articles, {labels.total()} names: {counts}")
    print("\n".join(bad) if bad else "every record fits its text")
    return 1 if bad else 0


def show(articles: Sequence[Article], standoff: Path, rows: Sequence[int]) -> int:
    """Print the marked names of some rows, each in its context."""
    records = read_records(standoff)
    for row in rows:
        if row not in records:
            raise ValueError(f"row {row} is not in {standoff}")
        text = articles[row].text
        print(f"== {row}")
        for start, end, label in records[row]["names"]:
            before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
            print(f"{label:6} {before}[{text[start:end]}]{after}".replace("\n", " "))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make and check stand-off annotation of names.")
    parser.add_argument("command", choices=("add", "verify", "show"))
    parser.add_argument("corpus", type=Path, help="CSV file with url, date, title and text")
    parser.add_argument("standoff", type=Path, help="stand-off file, for example names.jsonl")
    parser.add_argument("items", nargs="*", help="working files for add, row numbers for show")
    return parser.parse_args()


def main() -> int:
    """Run one command; the exit status is 1 where something does not fit."""
    arguments = _arguments()
    try:
        return _run(arguments)
    except (OSError, ValueError, LookupError) as error:
        print(f"annotate: {error!s}", file=sys.stderr)
        return 1


def _run(arguments: argparse.Namespace) -> int:
    articles = read_corpus(arguments.corpus)
    commands: dict[str, Callable[[], int]] = {
        "add": lambda: add(articles, [Path(item) for item in arguments.items], arguments.standoff),
        "verify": lambda: verify(articles, arguments.standoff),
        "show": lambda: show(articles, arguments.standoff, [int(item) for item in arguments.items]),
    }
    return commands[arguments.command]()


if __name__ == "__main__":
    sys.exit(main())
