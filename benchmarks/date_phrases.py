"""Phrases with a reference day (Recognizers-Text): the measurement that `dates.py` prints beside its peers.

The cases with one result and a value that a news text could hold; the files of other tasks
(clock times alone, time zones, calendars, extractors) are not read. Right is the stretch of days expected,
by the conventions of TIMEX3 where they differ: the last year or month of a range is part of it, "two years
ago" is a year, "the last two weeks" a duration as long. The peers of `date_peers.py` that are
installed answer the same cases in the same run: they are handed the bare phrase, and of all that they answer,
for past and future, the best counts. Left out, by the kinds of `LEFT_OUT` (the report counts them):

digits without a year            "4/22", "5.12", "10/1-11/7": papers print the month as a word
digits glued or spaced           "20161016", "2016 / 11", "08/12,2015", "Oct2": input of forms
abbreviations of chat and files  "tmrw", "3h", "cy18", "w/c", file names and addresses
a number alone                   "15", "the 27" for a day of the month: any number in a text is one
bare units                       "the week", "my day", "the year": what they mean stands elsewhere in the
                                 text; gold reads "partner of the year" as a date
units named by a clause          "the same week that it happened": gold gives the week of writing
amounts not said                 "a few days ago": gold makes them three; TIMEX3 says that it is not said (X)
days that there are not          "Feb 30": gold has a date that stands for none
words of calendars               business days, week numbers, "sometime"
numbers spelt for the ear        "fifteen august", "Year two hundred and sixty seven": dictation
"""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from date_peers import installed
from date_values import same

from tidings.mention.dates import read_dates
from tidings.mention.dates.anchor import Tense

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
    "words of calendars": (r"business|work(?:ing|day|week)|weekday|\bweek \d|sometime|remaining of",),
    "numbers spelt for the ear": (
        r"two hundred|one thousand|the fifteen$|(?:fifteen|twenty five) (?:august|january)|twenty and",
        r"(?:may|jan|january) twenty|thousand and tens|between 2-7",
    ),
}
_TENSES: tuple[Tense, ...] = ("none", "past", "future")
_PART = re.compile(r"\b(?:early|late|earlier|later|mid|beginning|middle|start|end)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:ago|from now|in (?:\d+|\w+) (?:day|week|fortnight|month|year|decade)s?)\b", re.IGNORECASE
)
# Sentences that hold a name of a file, an address or a ticker: no text.
_NO_TEXT = re.compile(r"www\.|\.xlsx|^-\d|\$(?:DEC| 12 Dec)")


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
    """Print the share of phrases with the value expected, beside the peers; a day may lie on either side."""
    cases, left_out = recognizer_cases(folder)
    peers = installed()
    counts: Counter[tuple[str, bool]] = Counter()
    for sentence, reference, phrase, wanted in cases:
        mine = [value for tense in _TENSES for value in _ours(sentence, reference, tense)]
        right = _agrees(mine, sentence, wanted)
        said = {
            name: right if name == "tidings" else _agrees(peers[name](phrase, reference), phrase, wanted)
            for name in ("tidings", *peers)
        }
        for name, agreed in {"cases": True, **said}.items():
            counts.update({(name, False): agreed, (name, True): agreed and _is_single_day(wanted)})
        if show and not right:
            print(f"recognizers: {sentence!r} ({reference}) {phrase!r} wanted {sorted(wanted)} got {mine}")
    for title, single in (("recognizers", False), ("recognizers, single days", True)):
        asked = counts["cases", single]
        shares = [f"{name} {counts[name, single] / max(1, asked):.3f}" for name in peers]
        own = counts["tidings", single] / max(1, asked)
        print(f"{title}: {asked} cases; right {own:.3f}; {', '.join(shares)}")
    print(f"left out: {sum(left_out.values())}: " + ", ".join(f"{n} {kind}" for kind, n in left_out.items()))


def _is_single_day(wanted: set[tuple[str, str]]) -> bool:
    return all(
        first not in {"duration", "set"}
        and date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)
        for first, last in wanted
    )


def _ours(sentence: str, reference: date, tense: Tense) -> list[str]:
    """Return the values found in a sentence, and the stretches from each to the next."""
    values = [found.value for found in read_dates(sentence, reference, tense) if found.value is not None]
    return values + [f"{first}/{last}" for first, last in itertools.pairwise(values)]


def _agrees(values: Iterable[str], words: str, wanted: set[tuple[str, str]]) -> bool:
    """Return whether one of the values is a wanted one.

    The last day of a stretch may be counted in or out. TIMEX3 gives "two years ago" to the year and "the
    last two weeks" as a duration: the year of the wanted day, and a duration as long as the wanted stretch
    (within a tenth), are right. "Early" and "late" stand in TIMEX3's mod: the whole period is right.
    """
    part, counted = _PART.search(words) is not None, _COUNTED.search(words) is not None
    return any(
        same(value, first, last, part=part, counted=counted) for value in values for first, last in wanted
    )
