"""Measures how well pages are read: body, title, authors and date of HTML pages; body of plain-text dumps.

    python benchmarks/reading.py --data PATH

PATH holds `fundus/pages.jsonl.xz` (rows with html, url and gold title, authors, date, summary, sections),
`scrapinghub/` (ground-truth.json and html/*.html.gz) and `pubdate/` (dates.json and html.tar.xz); parts
that are absent are passed over. The body is scored as the article extraction benchmark of Scrapinghub
does: precision and recall over the 4-grams of words of each page, averaged over pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
import tarfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tidings.acquire.decode import html_of
from tidings.errors import ItemError
from tidings.read import read_page
from tidings.records import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.records import Reading

BODY_KINDS = frozenset({"paragraph", "standfirst", "subhead"})
NGRAM = 4
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision and recall of one page's body."""

    precision: float
    recall: float


def main() -> None:
    """Print the figures of all parts that are there."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument(
        "--data", type=Path, required=True, help="folder with fundus/, scrapinghub/, pubdate/"
    )
    options.add_argument("--worst", type=int, default=0, help="name the N pages with the worst bodies")
    chosen = options.parse_args()
    data = chosen.data / "pages" if (chosen.data / "pages").is_dir() else chosen.data
    for part in (measure_fundus, measure_dumps, measure_scrapinghub, measure_pubdate):
        part(data, chosen.worst)


def measure_fundus(data: Path, worst: int) -> None:
    """Measure HTML pages with gold from hand-written parsers: body, title, authors, date."""
    if not (data / "fundus/pages.jsonl.xz").is_file():
        return
    scores: dict[str, Score] = {}
    right: Counter[str] = Counter()
    start = time.process_time()
    for row in fundus_rows(data):
        reading = _read(Page(name=row["id"], media="html", content=row["html"], uri=row["url"]))
        if reading is None:
            scores[row["id"]] = Score(0, 0)
            continue
        scores[row["id"]] = score_body(gold_body(row["gold"]), body_of(reading))
        _count_fields(right, row["gold"], reading)
    seconds = time.process_time() - start
    _print_body("fundus, HTML", scores, worst)
    for field in ("title", "authors"):
        print(f"  {field} right {right[field] / len(scores):.3f}")
    _print_dates(right)
    print(f"  {len(scores) / seconds:.0f} pages a second, one core")


def measure_dumps(data: Path, worst: int) -> None:
    """Measure the same pages as plain text, one visible line a line, as a page saved without mark-up.

    English pages are measured in four forms: whole, with few lines around the body, the body alone, and cut
    off in its middle.
    """
    if not (data / "fundus/pages.jsonl.xz").is_file():
        return
    from tidings.read.visible import parse_html, visible_lines  # noqa: PLC0415

    scores: dict[str, Score] = {}
    forms: dict[str, dict[str, Score]] = {}
    right: Counter[str] = Counter()
    for row in fundus_rows(data):
        gold = gold_body(row["gold"])
        lines = [line.text for line in visible_lines(parse_html(row["html"]))]
        reading = _read(Page(name=row["id"], media="text", content="\n\n".join(lines) or "-"))
        scores[row["id"]] = score_body(gold, body_of(reading))
        if reading is not None:
            _count_fields(right, row["gold"], reading)
            if reading.language == "en":
                for form, (text, part) in _forms(lines, gold).items():
                    form_reading = _read(Page(name=row["id"], media="text", content=text))
                    forms.setdefault(form, {})[row["id"]] = score_body(part, body_of(form_reading))
    _print_body("fundus, plain-text dumps", scores, worst)
    print(f"  title right {right['title'] / len(scores):.3f}")
    _print_dates(right)
    for form, form_scores in forms.items():
        _print_body(f"fundus, plain-text dumps, English, {form}", form_scores, 0)


def _forms(lines: list[str], gold: str) -> dict[str, tuple[str, str]]:
    """Return the forms of one dump, each with its gold body; none where the lines hold no body."""
    known = _ngrams(gold).keys()
    inside = [
        index
        for index, line in enumerate(lines)
        if len(line.split()) > 2 * NGRAM and len(own := _ngrams(line).keys()) < 2 * len(own & known)
    ]
    if not inside:
        return {}
    first, last = inside[0], inside[-1]
    middle = first + (last - first) * 6 // 10
    cut = "\n".join(lines[index] for index in inside if index <= middle)
    return {
        "whole": ("\n\n".join(lines), gold),
        "few lines around": ("\n\n".join(lines[max(0, first - 8) : last + 8]), gold),
        "body alone": ("\n\n".join(lines[first : last + 1]), gold),
        "cut off": ("\n\n".join(lines[max(0, first - 20) : middle + 1]), cut),
    }


def measure_scrapinghub(data: Path, worst: int) -> None:
    """Measure the HTML pages of the article extraction benchmark: body only."""
    folder = data / "scrapinghub"
    if not (folder / "ground-truth.json").is_file():
        return
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    scores: dict[str, Score] = {}
    start = time.process_time()
    for key, row in truth.items():
        source = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        reading = _read_bytes(key, source, row["url"])
        scores[key] = score_body(row["articleBody"], body_of(reading))
    seconds = time.process_time() - start
    _print_body("scrapinghub, HTML", scores, worst)
    print(f"  {len(scores) / seconds:.0f} pages a second, one core")


def measure_pubdate(data: Path, worst: int) -> None:
    """Measure HTML pages with their true day of publication."""
    folder = data / "pubdate"
    if not (folder / "dates.json").is_file():
        return
    truth = json.loads((folder / "dates.json").read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    with tarfile.open(folder / "html.tar.xz") as archive:
        for member in archive:
            gold = truth.get(Path(member.name).name)
            # Pages without a day in the gold hold none.
            is_dated = gold is not None and isinstance(gold["date"], str)
            stream = archive.extractfile(member) if member.isfile() and is_dated else None
            if stream is None:
                continue
            reading = _read_bytes(member.name, stream.read(), gold["url"])
            _count_date(right, str(gold["date"])[:10], reading)
            if worst and not _has_day(reading, str(gold["date"])[:10]):
                print("   ", member.name, gold["date"], reading and reading.published)
    print(f"pubdate, {right['dates']} pages")
    _print_dates(right)


def fundus_rows(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of the Fundus pages."""
    with lzma.open(data / "fundus/pages.jsonl.xz", "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def gold_body(gold: dict[str, Any]) -> str:
    """Return the gold body of a Fundus page: summary, headlines and paragraphs."""
    parts = [*gold["summary"]]
    for section in gold["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def body_of(reading: Reading | None, *, with_standfirst: bool = True) -> str:
    """Return the text of the blocks that make the body; the gold of some sets leaves the standfirst out."""
    if reading is None:
        return ""
    kinds = BODY_KINDS if with_standfirst else BODY_KINDS - {"standfirst"}
    # A dateline is the head of a paragraph; a date on a line of its own is none of the body.
    blocks = (b for b in reading.blocks if b.kind in kinds or b.kind == "dateline")
    texts = ((b.kind, reading.text[b.start : b.end]) for b in blocks)
    return "".join(text for kind, text in texts if kind != "dateline" or not text.endswith("\n"))


def score_body(gold: str, got: str) -> Score:
    """Return precision and recall over the bags of word 4-grams."""
    true, found = _ngrams(gold), _ngrams(got)
    shared = (true & found).total()
    if not true or not found:
        return Score(float(not found), float(not true))
    return Score(shared / found.total(), shared / true.total())


def _ngrams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    count = max(1, len(words) - NGRAM + 1) if words else 0
    return Counter(tuple(words[start : start + NGRAM]) for start in range(count))


def _read(page: Page) -> Reading | None:
    try:
        return read_page(page)
    except ItemError as error:
        print("   error:", error)
        return None


def _read_bytes(name: str, source: bytes, url: str) -> Reading | None:
    try:
        return _read(Page(name=name, media="html", content=html_of(name, source), uri=url))
    except ItemError as error:
        print("   error:", error)
        return None


def _key(text: str | None) -> str:
    return " ".join(_WORD.findall((text or "").casefold()))


def _count_fields(right: Counter[str], gold: dict[str, Any], reading: Reading) -> None:
    right["title"] += _key(reading.title) == _key(gold["title"])
    authors = {_key(name) for name in (reading.byline or "").split(",")} - {""}
    right["authors"] += authors == {_key(name) for name in gold["authors"] or []}
    if gold["date"]:
        _count_date(right, gold["date"][:10], reading)


def _count_date(right: Counter[str], day: str, reading: Reading | None) -> None:
    right["dates"] += 1
    published = reading.published if reading else None
    if published is None:
        right["no date"] += 1
        return
    is_right = published.value[:10] == day
    right["date"] += is_right
    for bound in (0.95, 0.8, 0.5, 0.0):
        if published.confidence >= bound:
            right[f"stated {bound}"] += 1
            right[f"right {bound}"] += is_right
            break


def _has_day(reading: Reading | None, day: str) -> bool:
    return reading is not None and reading.published is not None and reading.published.value[:10] == day


def _print_dates(right: Counter[str]) -> None:
    share = right["date"] / right["dates"]
    print(f"  date right {share:.3f}, none given {right['no date']} of {right['dates']}")
    for bound in (0.95, 0.8, 0.5, 0.0):
        stated = right[f"stated {bound}"]
        if stated:
            print(f"    confidence ≥ {bound}: {stated} pages, {right[f'right {bound}'] / stated:.3f} right")


def _print_body(name: str, scores: dict[str, Score], worst: int) -> None:
    precision = sum(score.precision for score in scores.values()) / len(scores)
    recall = sum(score.recall for score in scores.values()) / len(scores)
    f1 = 2 * precision * recall / (precision + recall)
    near = sum(score.precision > 0.95 and score.recall > 0.95 for score in scores.values()) / len(scores)
    print(f"{name}, {len(scores)} pages")
    print(
        f"  body F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f}), both above .95 on {near:.3f} of the pages"
    )
    for key in sorted(scores, key=lambda key: sum(scores[key]))[:worst]:
        print(f"    {key} P {scores[key].precision:.2f} R {scores[key].recall:.2f}")


if __name__ == "__main__":
    main()
