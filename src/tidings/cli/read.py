"""`tidings read`: what `code` does, without coding."""

from __future__ import annotations

from typing import Any

import click

from tidings.cli.options import chosen, run_options


@click.command()
@run_options
def read(date: str | None, **values: Any) -> int:  # noqa: ANN401  (a value of any kind)
    """Read news pages: title, byline, date of publication, language, and the text in blocks.

    SOURCE is what `tidings code` takes. Nothing of a page is dropped: furniture and teasers are blocks
    that say so.

    \b
    What is printed:
      terminal      title, date and language, then every block with its kind
      pipe, .jsonl  one article a line, schema tidings/1, with neither mentions nor events
      .parquet      one row an article

    \b
    Examples:
      tidings read page.html
      tidings read saved/ -o read.jsonl --errors failed.jsonl
      curl -s https://example.org/story.html | tidings read | jq .published
    """
    from tidings.cli.pages import run_pages
    from tidings.config import Settings, checked_date

    return run_pages(Settings(date=date and checked_date(date), code=False), chosen(values))
