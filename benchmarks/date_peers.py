"""Other readers of dates, each asked for the value of one phrase: what `dates.py` prints beside Tidings.

Every peer is optional. It is handed the bare phrase and the reference day, may look back and ahead, and
answers with TIMEX3 values: whatever it says of the stretch (a month, a week, both ends) counts for it.

dateparser           points of time, with a period (day, week, month, year)
parsedatetime        points of time with their accuracy, and ranges
timefhuman           points of time, ranges, durations
ctparse              points of time known in part, ranges, durations
recognizers-text     the library whose own test cases these are: its Python port, needs `emoji<2`

pip install dateparser parsedatetime timefhuman ctparse recognizers-text-suite "emoji<2"
"""

from __future__ import annotations

import importlib
import logging
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tidings.mention.dates.calendar import duration, period

Answer = Callable[[str, date], Iterator[str]]


def installed() -> dict[str, Answer]:
    """Return the peers that can be imported, by name."""
    makers = {
        "dateparser": _dateparser,
        "parsedatetime": _parsedatetime,
        "timefhuman": _timefhuman,
        "ctparse": _ctparse,
        "recognizers-text": _recognizers,
    }
    found: dict[str, Answer] = {}
    for name, make in makers.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = make()
        except ImportError:
            continue
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def _dateparser() -> Answer:
    parser = importlib.import_module("dateparser.date").DateDataParser

    def answer(phrase: str, reference: date) -> Iterator[str]:
        for prefer in ("past", "future", "current_period"):
            settings = {"RELATIVE_BASE": _midnight(reference), "PREFER_DATES_FROM": prefer}
            data = parser(languages=["en"], settings=settings).get_date_data(phrase)
            if data.date_obj is not None:
                yield data.date_obj.date().isoformat()
                yield period(
                    data.date_obj.date(), {"month": "O", "year": "Y", "week": "W"}.get(data.period, "D")
                )

    return answer


def _parsedatetime() -> Answer:
    library = importlib.import_module("parsedatetime")
    reader = library.Calendar(version=library.VERSION_CONTEXT_STYLE)
    accuracy = {"D": "ACU_DAY", "W": "ACU_WEEK", "O": "ACU_MONTH", "Y": "ACU_YEAR"}
    units = [(getattr(library.pdtContext, name), letter) for letter, name in accuracy.items()]

    def answer(phrase: str, reference: date) -> Iterator[str]:
        base = _midnight(reference)
        point, context = reader.parseDT(phrase, sourceTime=base)
        if context.accuracy:
            unit = next((letter for flag, letter in units if context.accuracy & flag), "D")
            yield point.date().isoformat()
            yield period(point.date(), unit)
        first, last, found = reader.evalRanges(phrase, sourceTime=base)
        if found:
            yield f"{date(*first[:3]).isoformat()}/{date(*last[:3]).isoformat()}"

    return answer


def _timefhuman() -> Answer:
    library = importlib.import_module("timefhuman")

    def answer(phrase: str, reference: date) -> Iterator[str]:
        for direction in library.Direction:
            config = library.tfhConfig(now=_midnight(reference), direction=direction)
            try:
                results = library.timefhuman(phrase, config)
            except Exception:  # noqa: BLE001, S112 -- it raises of all kinds; a phrase it cannot read is no answer
                continue
            yield from _said(results)

    return answer


def _said(result: Any) -> Iterator[str]:  # noqa: ANN401 -- whatever the library returns
    if isinstance(result, list):
        for one in result:
            yield from _said(one)
    elif isinstance(result, tuple) and all(isinstance(end, date) for end in result):
        yield f"{result[0]:%Y-%m-%d}/{result[1]:%Y-%m-%d}"
    elif isinstance(result, date):
        yield f"{result:%Y-%m-%d}"
    elif isinstance(result, timedelta):
        yield duration(result.total_seconds() / 86400, "D")


def _ctparse() -> Answer:
    library = importlib.import_module("ctparse")
    logging.getLogger("ctparse").setLevel(logging.CRITICAL)

    def answer(phrase: str, reference: date) -> Iterator[str]:
        try:
            found = library.ctparse(phrase, ts=_midnight(reference), timeout=2)
        except Exception:  # noqa: BLE001 -- it raises of all kinds; a phrase it cannot read is no answer
            return
        value: Any = None if found is None else found.resolution
        if hasattr(value, "t_from"):
            first, last = _known(value.t_from), _known(value.t_to)
            if first and last:
                yield f"{first}/{last}"
        elif hasattr(value, "unit"):
            yield duration(value.value, {"months": "O"}.get(value.unit.value, value.unit.value[0].upper()))
        elif known := _known(value):
            yield known

    return answer


def _known(time: Any) -> str | None:  # noqa: ANN401 -- the library's own class
    """Return year, month and day of a time as far as ctparse knows them."""
    if time is None or time.year is None:
        return None
    parts = [f"{time.year:04}"]
    for part in (time.month, time.day):
        if part is None:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def _recognizers() -> Answer:
    library = importlib.import_module("recognizers_date_time")

    def answer(phrase: str, reference: date) -> Iterator[str]:
        try:
            found = library.recognize_datetime(
                phrase, library.Culture.English, reference=_midnight(reference)
            )
        except Exception:  # noqa: BLE001 -- it raises of all kinds; a phrase it cannot read is no answer
            return
        for value in (one for result in found for one in (result.resolution or {}).get("values", ())):
            if value["type"] in {"duration", "set"}:
                yield value["timex"]
            elif "start" in value and "end" in value:
                yield f"{value['start'][:10]}/{value['end'][:10]}"
            elif value["type"] == "date":
                yield value["value"]

    return answer
