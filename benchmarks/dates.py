"""Measure WHEN: running text with TEI dates (GUM), and phrases with a reference day (Recognizers-Text).

usage: dates.py --data FOLDER [--errors]

FOLDER holds `gum/*.xml` and `recognizers-specs/Specs/DateTime/English/*.json`.
GUM: an expression is found where its span overlaps a gold one; durations, sets, clock times and vague
references are left out of what was found, since TEI's <date> does not mark them. A value is right where
it is the same stretch of days; gold without a year (--10) only has to agree in month (and day), and an open
gold value (notBefore, notAfter) has to be respected.
Recognizers: the cases with one result and a value that a news text could hold; the files of other tasks
(clock times alone, time zones, calendars, extractors) are not read. Right is the stretch of days expected,
by the conventions of TIMEX3 where they differ: the last year or month of a range is part of it, "two years
ago" is a year, "the last two weeks" a duration as long. `dateparser` answers the same cases in the same run:
it is handed the bare phrase, and its period (day, week, month, year) counts; of its answers for past and
future the better one. Left out, by the kinds of `LEFT_OUT` (the report counts them):

digits without a year            "4/22", "5.12", "10/1-11/7": papers print the month as a word
digits glued or spaced           "20161016", "2016 / 11", "08/12,2015", "Oct2": input of forms
abbreviations of chat and files  "tmrw", "3h", "cy18", "w/c", file names and addresses
a number alone                   "15", "the 27" for a day of the month: any number in a text is one
bare units                       "the week", "my day", "the year": what they mean stands elsewhere in the
                                 text; gold reads "partner of the year" as a date
units named by a clause          "the same week that it happened": gold gives the week of writing
amounts not said                 "a few days ago": gold makes them three; TIMEX3 says that it is not said (X)
days that there are not          "Feb 30": gold has a date that stands for none
words of calendars               business days, week numbers, "sometime", festivals of the lunar calendar
numbers spelt for the ear        "fifteen august", "Year two hundred and sixty seven": dictation
"""

from __future__ import annotations

import argparse
import calendar
import itertools
import json
import re
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateparser.date import DateDataParser  # type: ignore[import-untyped]

from tidings.mention.dates import find_dates, read_dates
from tidings.mention.dates.calendar import period
from tidings.parse import Parser
from tidings.records import Block, Date, Document

_FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "DateTimeModel", "HolidayParser")

# What of recognizers-specs is not asked, by kind: how the phrase looks. The docstring gives the reasons.
LEFT_OUT = {
    "digits without a year": (
        r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])",
        r"^(?:(?:this|on|friday) )*\d{1,2}[.-]\d{1,2}$",
    ),
    "digits glued or spaced": (
        r"^\d{5,}$|^\d{4}-\d$|^\d{4}\.\d|[/.]\d\d?,\d|\d-\d{4}-\d|\w{3}-\d{4}-\d|\d-\d{4}-\w{3}",
        r"^\d{4}(?: [/-] ?|[/-] )\d\d?$|^\d\d?(?: [/-] ?|[/-] )\d{4}$|[a-z]{3}(?:/|\.?)\d",
    ),
    "abbreviations of chat and files": (
        r"\d(?:h|[DYW]|day|wk|years?)$|^\d h$|\btmrw?\b|asap|\botd\b|\bytd\b|\bmtd\b|eo[ym]\b|w/c|cy\d|w\d\d",
        r"\d0 s$",
    ),
    "a number alone": (r"^(?:the |on )?(?:\d{1,2}|thirty|second|twenty second)$",),
    "bare units": (
        r"^(?:(?:the|my) )?(?:day|week|month|year|hour|fortnight|weekend)$|\bmy (?:day|week)\b|rest the week",
    ),
    "units named by a clause": (r"^same (?:week|month|year)$",),
    "amounts not said": (r"\bfew\b|\bseveral\b|\bsome days",),
    "words of calendars": (
        r"business|work(?:ing|day|week)|weekday|\bweek \d|sometime|yuandan|lunar|chinese|remaining of",
    ),
    "numbers spelt for the ear": (
        r"two hundred|one thousand|the fifteen$|(?:fifteen|twenty five) (?:august|january)|twenty and",
        r"(?:may|jan|january) twenty|thousand and tens|between 2-7",
    ),
}
# Sentences that hold a name of a file, an address or a ticker: no text.
_COUNTED = re.compile(
    r"\b(?:ago|from now|in (?:\d+|\w+) (?:day|week|fortnight|month|year|decade)s?)\b", re.IGNORECASE
)
_NO_TEXT = re.compile(r"www\.|\.xlsx|^-\d|\$(?:DEC| 12 Dec)")


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


def recognizer_cases(folder: Path) -> tuple[list[tuple[str, date, str, Any]], Counter[str]]:
    """Return (input, reference day, phrase, expected values) of the cases asked; the others are counted."""
    cases, left_out = [], Counter[str]()
    for name in _FILES:
        for entry in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            results, reference = entry.get("Results", []), entry.get("Context", {}).get("ReferenceDateTime")
            wanted = _wanted(results[0]) if len(results) == 1 and reference else None
            if wanted is None:
                continue
            kind = _kind_left_out(results[0]["Text"], entry["Input"], wanted)
            if kind is None:
                cases.append((entry["Input"], date.fromisoformat(reference[:10]), results[0]["Text"], wanted))
            else:
                left_out[kind] += 1
    return cases, left_out


def _kind_left_out(phrase: str, sentence: str, wanted: set[tuple[str, str]]) -> str | None:
    """Return the kind of `LEFT_OUT` that a case belongs to, or None where it is asked."""
    if any(first.startswith("0001-01-01") for first, _ in wanted):
        return "days that there are not"
    if _NO_TEXT.search(sentence):
        return "abbreviations of chat and files"
    looks = (
        kind for kind, forms in LEFT_OUT.items() if any(re.search(f, phrase, re.IGNORECASE) for f in forms)
    )
    return next(looks, None)


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
    """Print the share of phrases with the value expected, beside dateparser; a day may lie on either side."""
    counts: Counter[str] = Counter()
    cases, left_out = recognizer_cases(folder)
    for sentence, reference, phrase, wanted in cases:
        right = any(_agrees(sentence, reference, tense, wanted) for tense in ("none", "past", "future"))
        other = _dateparser_agrees(phrase, reference, wanted)
        counts.update(cases=1, right=right, dateparser=other)
        if _is_single_day(wanted):
            counts.update({"days": 1, "right days": right, "dateparser days": other})
        if show and not right:
            got = [(d.text, d.value) for d in read_dates(sentence, reference)]
            print(f"recognizers: {sentence!r} ({reference}) {phrase!r} wanted {sorted(wanted)} got {got}")
    asked = max(1, counts["cases"])
    print(
        f"recognizers: {counts['cases']} cases; right {counts['right'] / asked:.3f};"
        f" dateparser {counts['dateparser'] / asked:.3f}"
    )
    single = max(1, counts["days"])
    print(
        f"recognizers, single days: {counts['days']} cases; right {counts['right days'] / single:.3f};"
        f" dateparser {counts['dateparser days'] / single:.3f}"
    )
    print(f"left out: {sum(left_out.values())}: " + ", ".join(f"{n} {kind}" for kind, n in left_out.items()))


def _is_single_day(wanted: set[tuple[str, str]]) -> bool:
    return all(
        first not in {"duration", "set"}
        and date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)
        for first, last in wanted
    )


def _dateparser_agrees(phrase: str, reference: date, wanted: set[tuple[str, str]]) -> bool:
    """Return whether dateparser gives the phrase a wanted value, looking back or ahead."""
    base = datetime.combine(reference, datetime.min.time())
    for prefer in ("past", "future", "current_period"):
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer, "RETURN_TIME_AS_PERIOD": False}
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
        if data.date_obj is None:
            continue
        day = data.date_obj.date()
        unit = {"month": "O", "year": "Y", "week": "W"}.get(data.period, "D")
        values = {day.isoformat(), period(day, unit)}
        if any(_same(value, first, last) for value in values for first, last in wanted):
            return True
    return False


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
    counted = _COUNTED.search(sentence) is not None
    return any(
        _same(value, first, last, part=part, counted=counted) for value in values for first, last in wanted
    )


def _same(value: str, first: str, last: str, *, part: bool = False, counted: bool = False) -> bool:
    if first == "set":
        return _plain_set(last) == _plain_set(value) or _seconds(last) == _seconds(value) is not None
    if first == "duration":
        return last == value or _seconds(last) == _seconds(value) is not None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (seconds := _seconds(value)) is not None:
        days = (end - begin).days
        return days > 1 and abs(seconds / 86400 - days) <= max(1, days / 10)
    mine = span_of(value)
    if mine is None:
        return False
    return _same_days(value, mine, (begin, end - timedelta(days=1)), within=part, counted=counted)


def _same_days(
    value: str, mine: tuple[date, date], wanted: tuple[date, date], *, within: bool, counted: bool
) -> bool:
    """Return whether a value is the stretch wanted (both with their last day)."""
    if within and mine[0] <= wanted[0] and wanted[1] <= mine[1]:
        return True  # TIMEX3 says "early" in its attribute mod, not in the value
    after = wanted[1] + timedelta(days=1)
    if counted and wanted[0] == wanted[1] and mine[1] - mine[0] > timedelta(days=1):
        return mine[0] <= wanted[0] <= mine[1]
    return mine[0] == wanted[0] and (mine[1] in {after, wanted[1]} or _last_begins(value, after))


def _last_begins(value: str, end: date) -> bool:
    """Return whether the last unit of an interval ("2018" in 2014/2018) begins on the day of its end."""
    last = span_of(value.rsplit("/", 1)[-1]) if "/" in value else None
    return last is not None and last[0] == end


def _plain_set(value: str) -> str:
    """Return a set as both write it: TIMEX3's XXXX-XX-XXT15:00 is T15 there, its XXXX-WXX-WE also P1WE."""
    plain = value.removeprefix("XXXX-XX-XX").removesuffix(":00") if "T" in value else value
    return "XXXX-WXX-WE" if plain == "P1WE" else plain


def _seconds(value: str) -> float | None:
    """Return the length of an ISO 8601 duration (P1Y2M3DT4H), or None where it is none or not said (PXD)."""
    match = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?", value)
    if match is None or value == "P":
        return None
    days = {"Y": 31536000, "M": 2628000, "W": 604800, "D": 86400}
    clock = {"H": 3600, "M": 60, "S": 1}
    return sum(
        float(number) * sizes[unit]
        for part, sizes in ((match[1], days), (match[2] or "", clock))
        for number, unit in re.findall(r"([\d.]+)([A-Z])", part)
    )


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
