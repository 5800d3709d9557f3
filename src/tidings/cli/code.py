"""`tidings code`: the main job."""

from __future__ import annotations

from typing import Any

import click

from tidings.cli.options import actors_option, chosen, codebook_option, run_options


@click.command()
@run_options
@codebook_option
@actors_option
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X",
    help="Leave out events less sure than X (0-1).  [0]",
)  # fmt: skip
def code(
    date: str | None,
    codebook: str | None,
    actors: tuple[str, ...],
    min_confidence: float,
    **values: Any,  # noqa: ANN401  (the shared options)
) -> int:
    """Read news pages and code their political events.

    SOURCE is a file, a folder, a glob, a URL, or - for standard input, which is also what is read when
    nothing is named and something is piped in. Files: .html .txt .md .jsonl .csv .warc(.gz) .eml. Rows of
    JSONL and CSV carry `text` or `html`, and may carry `id`, `title`, `date`, `url`, `publisher` and
    `language`; other columns pass through.

    \b
    What is printed:
      terminal      a table: every event with its sentence, trigger and parties marked; quotes; notes
      pipe, .jsonl  one article a line, schema tidings/1: title, published, text, blocks, actors,
                    places, dates, quotes, events, made_by
      .csv          one row an event: article, type, mode, aux, score, actor, recipient, date, place,
                    trigger, sentence, speaker, confidence, why, and the input's own columns
      .parquet      one row an article, nested as the JSON; with --output-format events-parquet one
                    row an event

    \b
    Examples:
      tidings code page.html
      tidings code https://example.org/news/story.html
      tidings code news/*.html -o events.csv --errors failed.jsonl
      tidings code rows.csv -o coded.parquet -j 2
      tidings code page.txt --date 2023-09-13 | jq '.events[].type'
      tidings code news/ --db news.db --min-confidence 0.6
      tidings code news/ --actors our-actors.tsv -o events.csv

    An interrupted run with -o goes on where it stopped when it is started again. Exit codes: 0 done,
    1 some items failed, 2 wrong usage, 3 nothing usable, 130 interrupted.
    """
    from tidings.cli.pages import run_pages
    from tidings.config import Settings, checked_date

    _check(actors)
    settings = Settings(
        codebook=codebook, actors=actors, date=date and checked_date(date), min_confidence=min_confidence
    )
    return run_pages(settings, chosen(values))


def _check(actors: tuple[str, ...]) -> None:
    """Refuse a broken table before an output file is touched and before processes are started."""
    if not actors:
        return
    from pathlib import Path

    from tidings.mention.actors.own import read_own

    for path in actors:
        read_own(Path(path))
