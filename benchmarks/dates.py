"""Measure WHEN: running text with TEI dates (GUM), and phrases with a reference day (Recognizers-Text).

usage: dates.py --data FOLDER [--errors]

FOLDER holds `gum/*.xml` and `recognizers-specs/Specs/DateTime/English/*.json`.
GUM: an expression is found where its span overlaps a gold one; durations, sets, clock times and vague
references are left out of what was found, since TEI's <date> does not mark them. A value is right where
it is the same stretch of days; gold without a year (--10) only has to agree in month (and day), and an open
gold value (notBefore, notAfter) has to be respected.
Recognizers: only cases that a news text could hold are asked; `LEFT_OUT` says which are not.
"""

from __future__ import annotations

import argparse
import calendar
import itertools
import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tidings.mention.dates import find_dates, read_dates
from tidings.parse import Parser
from tidings.records import Block, Date, Document

LEFT_OUT = """Left out of recognizers-specs: files of other tasks (time zones, alternatives, calendar, task
and experimental modes, clock times and parts of the day alone, extractors without values); cases with no or
several results; dates without a month ("the 27"); what people say to a calendar, not what papers print
(business days, "sometime", "rest of", week numbers, Chinese holidays, glued or dotted digits)."""
_FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "DateTimeModel", "HolidayParser")
_SKIPPED = re.compile(
    r"business|working|weekday|workday|\brest of|\bweek (of|\d|no|one|two)|\d+ ?wk|w\d\d|yuandan|lunar"
    r"|chinese|week.?number|\btmrw?\b|\bytd\b|year to date|\bmtd\b|asap|\bnow\b|to ?date"
    r"|\bweek (?:on|starting)|day of the|decade|sometime|upcoming|\bEOY\b|\bEOM\b|\bmy day\b"
    # glued or dotted digits, bare numbers of days, and years in words
    r"|[a-z]{3}\.?/?\d|^\d\d?[./-]\d\d?$|^\d+$|^(?:the|on) \d+(?:st|nd|rd|th)?$|hundred and"
    r"|twenty (?:one|two|ten)"
    r"|nineteen|thousand|^(?:the )?(?:first|second|third|\w+ieth|twenty \w+|thirty)$|\d{4}[./]\d",
    re.IGNORECASE,
)


def span_of(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 or TEI value, or None where it has none."""
    if value is None:
        return None
    if "/" in value:
        first, last = (span_of(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    value = value.split("T")[0]
    if value.endswith("-WE") and (week := span_of(value.removesuffix("-WE"))):
        return week[0] + timedelta(days=5), week[1]
    try:
        return _span(value)
    except (ValueError, calendar.IllegalMonthError):
        return None


def _span(value: str) -> tuple[date, date] | None:  # noqa: PLR0911 -- one for each form
    if match := re.fullmatch(r"(\d+)(X{1,2})", value):
        size = 10 ** len(match[2])
        return date(int(match[1]) * size, 1, 1), date(int(match[1]) * size + size - 1, 12, 31)
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value),) * 2
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        start = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return start, start + timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        return _part_of_year(int(match[1]), match[2])
    return None


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
    last = starts[part] + (5 if part[0] == "H" else 2)
    year2, month2 = year + (last > 12), (last - 1) % 12 + 1
    return date(year, starts[part], 1), date(year2, month2, calendar.monthrange(year2, month2)[1])


def value_right(found: Date, gold: dict[str, str]) -> bool:  # noqa: PLR0911 -- one for each form
    """Return whether a value agrees with the attributes of a TEI date."""
    value = found.value
    if value is None:
        return False
    if "when" in gold:
        when = gold["when"]
        if when.startswith("--"):
            return value[4:].startswith(when[1:]) and value[:4].isalnum()
        return value == when or (span_of(value) is not None and span_of(value) == span_of(when))
    mine = span_of(value)
    first, last = gold.get("from"), gold.get("to")
    if first and first.startswith("--"):
        season = {"--12": "WI", "--03": "SP", "--06": "SU", "--09": "FA"}.get(first[:4])
        return value.endswith(str(season)) or value[4:7] == first[1:4]
    low = span_of(first or gold.get("notBefore"))
    high = span_of(last or gold.get("notAfter"))
    if mine is None:
        return False
    if first and last and low and high:
        slack = timedelta(days=max(1, (high[1] - low[0]).days // 8))
        return abs(mine[0] - low[0]) <= slack and abs(mine[1] - high[1]) <= slack
    return (low is None or mine[1] >= low[0]) and (high is None or mine[0] <= high[1])


def read_gum(path: Path) -> tuple[str, list[Block], list[tuple[int, int, dict[str, str]]], str | None]:
    """Return a GUM document's text, blocks, gold dates (start, end, attributes) and day of creation."""
    text, blocks, gold, created = "", list[Block](), list[tuple[int, int, dict[str, str]]](), None
    opened: list[tuple[int, dict[str, str]]] = []
    start, kind, glue = 0, "paragraph", True
    for line in path.read_text("utf-8").splitlines():
        if match := re.match(r"<text .*?dateCreated=\"(\d{4}-\d\d-\d\d)\"", line):
            created = match[1]
        elif match := re.match(r"<date ([^>]*)>", line):
            opened.append((len(text) + (not glue), dict(re.findall(r'(\w+)="([^"]*)"', match[1]))))
        elif line.startswith("</date>") and opened:
            begin, attributes = opened.pop()
            gold.append((begin, len(text), attributes))
        elif re.match(r"</?(p|head|caption|item|list|figure|sp|q|table|row|cell|text)\b", line):
            if text[start:].strip() and not line.startswith(("<q", "</q")):
                text += "\n\n"
                blocks.append(Block(kind=kind, start=start, end=len(text)))  # type: ignore[arg-type]
                start, glue = len(text), True
            kind = "subhead" if line.startswith("<head") else "paragraph"
        elif line and not line.startswith("<"):
            token = line.split("\t")[0].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            text += ("" if glue or re.match(r"[.,;:!?%)\]’']|n't$|-$", token) else " ") + token
            glue = token in {"(", "[", "$", "-", "£", "€"}
    if text[start:]:
        blocks.append(Block(kind="paragraph", start=start, end=len(text)))
    return text, blocks, gold, created


def measure_gum(folder: Path, show: bool) -> None:  # noqa: FBT001 -- the command's own switch
    """Print found F1 and value accuracy on running text."""
    parser = Parser.load()
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.xml")):
        text, blocks, gold, created = read_gum(path)
        document = parser(text, tuple(blocks), published=created, published_confidence=0.9)
        score(document, gold, counts, path.stem if show else None)
    report("gum", counts)


def score(
    document: Document, gold: list[tuple[int, int, dict[str, str]]], counts: Counter[str], name: str | None
) -> None:
    """Count one document; print its errors where a name is given."""
    left = list(find_dates(document))
    for start, end, attributes in gold:
        hit = next((d for d in left if d.start < end and d.end > start), None)
        counts["gold"] += 1
        around = document.text[max(0, start - 40) : end + 25].replace("\n", " ")
        if hit is None:
            _say(name, f"missed  {document.text[start:end]!r} {attributes}   …{around}…")
            continue
        left.remove(hit)
        counts["hit"] += 1
        counts["exact"] += (hit.start, hit.end) == (start, end)
        if value_right(hit, attributes):
            counts["right"] += 1
        else:
            _say(name, f"value   {hit.text!r} {hit.value} {attributes}   …{around}…")
    for extra in left:
        if extra.type == "DATE" and not (extra.value or "").endswith("_REF"):
            counts["extra"] += 1
            around = document.text[max(0, extra.start - 40) : extra.end + 25].replace("\n", " ")
            _say(name, f"extra   {extra.text!r} {extra.value}   …{around}…")


def _say(name: str | None, line: str) -> None:
    if name:
        print(f"{name}: {line}")


def report(name: str, counts: Counter[str]) -> None:
    """Print the figures of one set."""
    hit, gold = counts["hit"], counts["gold"]
    precision, recall = hit / max(1, hit + counts["extra"]), hit / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{name}: {gold} gold; found P {precision:.3f} R {recall:.3f} F1 {f1:.3f};"
        f" value right {counts['right'] / max(1, hit):.3f} of those found;"
        f" same span {counts['exact'] / max(1, hit):.3f}"
    )


def recognizer_cases(folder: Path) -> list[tuple[str, date, str, Any]]:
    """Return (input, reference day, expected text, expected resolution) of the cases that are asked."""
    cases = []
    for name in _FILES:
        for entry in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            results, reference = entry.get("Results", []), entry.get("Context", {}).get("ReferenceDateTime")
            if len(results) != 1 or not reference or _SKIPPED.search(results[0]["Text"]):
                continue
            wanted = _wanted(results[0])
            if wanted is not None:
                cases.append((entry["Input"], date.fromisoformat(reference[:10]), results[0]["Text"], wanted))
    return cases


def _wanted(result: dict[str, Any]) -> set[tuple[str, str]] | None:
    """Return the acceptable stretches (first day, day after the last) or durations of one case."""
    value = result.get("Value") or result.get("Resolution") or {}
    options: set[tuple[str, str]] = set()
    if "Timex" in value:
        timex = value["Timex"]
        for key in ("FutureResolution", "PastResolution"):
            options |= _options(value.get(key, {}), timex)
    for entry in value.get("values", []):
        options |= _options(entry, entry.get("timex", ""))
    return options or None


def _options(entry: dict[str, Any], timex: str) -> set[tuple[str, str]]:
    kind = entry.get("type", "")
    if "duration" in entry or kind == "duration":
        return {("duration", timex)}
    if "set" in entry or kind == "set":
        return {("set", timex)}
    day = entry.get("date") or (entry.get("value") if kind == "date" else None)
    if day:
        after = date.fromisoformat(day) + timedelta(days=1) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
        return {(day, after.isoformat())} if after else set()
    first, last = entry.get("startDate") or entry.get("start"), entry.get("endDate") or entry.get("end")
    if kind in {"", "daterange"} and first and last and len(first) == 10:
        return {(first, last)}
    return set()


def measure_recognizers(folder: Path, show: bool) -> None:  # noqa: FBT001 -- the command's own switch
    """Print the share of phrases with the value expected; a weekday may lie on either side."""
    counts: Counter[str] = Counter()
    for sentence, reference, phrase, wanted in recognizer_cases(folder):
        counts["cases"] += 1
        if any(_agrees(sentence, reference, tense, wanted) for tense in ("none", "past", "future")):
            counts["right"] += 1
        elif show:
            got = [(d.text, d.value) for d in read_dates(sentence, reference)]
            print(f"recognizers: {sentence!r} ({reference}) {phrase!r} wanted {sorted(wanted)} got {got}")
    print(f"recognizers: {counts['cases']} cases; right {counts['right'] / max(1, counts['cases']):.3f}")
    print(LEFT_OUT)


def _agrees(sentence: str, reference: date, tense: Any, wanted: set[tuple[str, str]]) -> bool:  # noqa: ANN401
    """Return whether an expression of the phrase has a wanted value.

    The last day of a stretch may be counted in or out. TIMEX3 gives "two years ago" to the year and "the
    last two weeks" as a duration: the year of the wanted day, and a duration as long as the wanted stretch
    (within a tenth), are right.
    """
    values = [found.value for found in read_dates(sentence, reference, tense) if found.value is not None]
    values += [f"{first}/{last}" for first, last in itertools.pairwise(values)]
    part = (
        re.search(r"\b(?:early|late|earlier|later|mid|beginning|middle|start|end)\b", sentence, re.IGNORECASE)
        is not None
    )
    return any(_same(value, first, last, part=part) for value in values for first, last in wanted)


def _same(value: str, first: str, last: str, *, part: bool) -> bool:
    if first in {"duration", "set"}:
        return last == value or _seconds(last) == _seconds(value) is not None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (seconds := _seconds(value)) is not None:
        days = (end - begin).days
        return days > 1 and abs(seconds / 86400 - days) <= max(1, days / 10)
    mine = span_of(value)
    if mine is None:
        return False
    if part and mine[0] <= begin and end - timedelta(days=1) <= mine[1]:
        return True  # TIMEX3 says "early" in its attribute mod, not in the value
    if end - begin == timedelta(days=1) and mine[1] - mine[0] > timedelta(days=1):
        return mine[0] <= begin <= mine[1]
    return mine[0] == begin and mine[1] in {end, end - timedelta(days=1)}


def _seconds(value: str) -> float | None:
    match = re.fullmatch(r"P(T?)([\d.]+)([SMHDWY])", value)
    if match is None:
        return None
    unit = match[1] + match[3]
    sizes = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800, "M": 2592000, "Y": 31536000}
    return float(match[2]) * sizes.get(unit, float("nan"))


def main() -> int:
    """Run both measurements."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--errors", action="store_true", help="print every error")
    options = arguments.parse_args()
    measure_recognizers(options.data / "recognizers-specs/Specs/DateTime/English", options.errors)
    measure_gum(options.data / "gum", options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
