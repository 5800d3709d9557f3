"""Country and sector of actors named without an article, against a JSONL of cases.

    python benchmarks/actors.py --data PATH [--errors]

A case is {"text", "context", "date", "country", "sector"}; a key that is absent is not scored, and an empty
one must be answered with nothing. Codes that PLOVER writes otherwise than the data set are mapped first.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from tidings.mention.actors import resolve
from tidings.mention.dates import resolve as read_date
from tidings.records import Actor

# Codes of the case files that PLOVER does not have, and PLOVER's own.
COUNTRIES = {"XKX": "KOS"}
SECTORS = {"HLH": "MED", "UNK": "", "NGO": "NGO", "JNK": "", "BUD": "REL"}


def main() -> None:
    """Print the shares of right countries and sectors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="list the cases that are wrong")
    options = parser.parse_args()
    cases = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    resolve("Norway")  # reads the tables
    start = time.perf_counter()
    answers = [resolve(case["text"], case.get("context") or None, day(case)) for case in cases]
    seconds = time.perf_counter() - start
    shares: dict[str, float] = {}
    for field, right in (("country", country_right), ("sector", sector_right)):
        scored = [(c, a) for c, a in zip(cases, answers, strict=True) if field in c]
        wrong = [(c, a) for c, a in scored if not right(c, a)]
        shares[field] = round(1 - len(wrong) / len(scored), 4)
        print(f"{field}: {len(scored) - len(wrong)} of {len(scored)} = {shares[field]:.3f}")
        for case, answer in wrong if options.errors else ():
            named = f"{case['text']!r} ({case['context']}, {case['date']})"
            print(f"  {named} gold {case[field]!r}: {shown(answer)}")
    print(f"{1000 * seconds / len(cases):.2f} ms a case")
    print(json.dumps(shares))


def day(case: dict[str, Any]) -> str | None:
    """Return the day of a case in ISO 8601, from words where it is in words ("1 January 2018"), or None."""
    date = case.get("date") or ""
    if not date or (date[:4].isdigit() and "-" in date):
        return date or None
    told = read_date(date)
    return told.value if told else None


def country_right(case: dict[str, Any], answer: Actor | None) -> bool:
    """Whether the country is the case's."""
    gold = case["country"] or None
    return (answer.country if answer else None) == COUNTRIES.get(gold or "", gold)


def sector_right(case: dict[str, Any], answer: Actor | None) -> bool:
    """Whether the primary sector is the case's; NGO, which is a country code in PLOVER, counts there."""
    gold = SECTORS.get(case["sector"] or "", case["sector"] or "")
    if gold == "NGO":
        return answer is not None and answer.country == "NGO"
    given = (answer.sector or "") if answer else ""
    return SECTORS.get(given, given) == gold


def shown(answer: Actor | None) -> str:
    """Return the answer in one line."""
    return "nobody" if answer is None else f"{answer.name} / {answer.country} / {answer.sectors}"


if __name__ == "__main__":
    main()
