"""How fast Tidings is, and how much memory it takes: articles and words a second, with the parse included.

    python benchmarks/speed.py --data rows.csv [--jobs 2] [--limit 500]

`--data` is anything that `tidings code` reads. Prints one JSON object:

    articles, words, failed   what was coded; words are tokens between blanks of the coded text
    seconds                   from the first article to the last, after start-up
    articles_per_second, words_per_second
    peak_mb                   largest resident size of any one process, in MiB
    cold_seconds              `tidings code` of one short page, the process's start included
    version_seconds           `tidings --version`
    jobs, cpus, python
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.config import one_thread_each

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = "The foreign minister of Norway met his colleague from Iceland in Bergen on Tuesday.\n"
_TIMES = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", required=True, help="file or folder that `tidings code` reads")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="only so many items")
    options = parser.parse_args(arguments)
    one_thread_each()
    cold, version = cold_start(), shortest(["--version"])
    figures = stream(options.data, options.jobs, options.limit)
    figures |= {"cold_seconds": cold, "version_seconds": version, "jobs": options.jobs}
    figures |= {"cpus": os.cpu_count(), "python": platform.python_version()}
    print(json.dumps(figures))


def stream(data: str, jobs: int, limit: int | None) -> dict[str, object]:
    """Code the data as the command does; the clock starts with the first article that comes out."""
    from functools import partial  # noqa: PLC0415  (the threads are held to one before numpy is loaded)
    from itertools import islice  # noqa: PLC0415

    from tidings.acquire import pages  # noqa: PLC0415
    from tidings.config import Settings  # noqa: PLC0415
    from tidings.pipeline import Pipeline  # noqa: PLC0415
    from tidings.run import outcomes  # noqa: PLC0415

    results = outcomes(partial(Pipeline.of, Settings()), islice(pages([data]), limit), jobs=jobs)
    next(results)
    began = time.perf_counter()
    articles = words = failed = 0
    for outcome in results:
        if outcome.error is not None:
            failed += 1
            continue
        articles += 1
        words += len(outcome.article.text.split())
    seconds = time.perf_counter() - began
    return {
        "articles": articles,
        "words": words,
        "failed": failed,
        "seconds": round(seconds, 2),
        "articles_per_second": round(articles / seconds, 2),
        "words_per_second": round(words / seconds),
        "peak_mb": peak_mb(),
    }


def peak_mb() -> int:
    """Return the largest resident size of this process or of a child that has ended, in MiB."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    scale = 1 if sys.platform == "darwin" else 1024
    return max(resource.getrusage(who).ru_maxrss for who in whose) * scale // 2**20


def cold_start() -> float:
    """Return the seconds of `tidings code` on one short page, the best of a few."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(SHORT, encoding="utf-8")
        return shortest(["code", str(page)])


def shortest(arguments: list[str]) -> float:
    """Return the seconds of a command, the best of a few."""
    times = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tidings", *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return round(min(times), 2)


if __name__ == "__main__":
    main()
