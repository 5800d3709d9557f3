"""`tidings codebook`: show what the types mean, and check that the codebook does what its examples say."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def codebook() -> None:
    """Show and check the codebook: the types of events, and the words and frames that express them.

    \b
    Examples:
      tidings codebook show                 all types, one a line
      tidings codebook show ASSAULT         one type: definition, modes, frames, examples
      tidings codebook show CONSULT.meet    one entry, as `why` names it
      tidings codebook check                run every entry's own examples
    """


_path = click.option("--codebook", "path", metavar="PATH", help="A codebook in place of the one that ships.")


@codebook.command()
@click.argument("name", required=False)
@_path
def show(name: str | None, path: str | None) -> int:
    """Show all types, one type (ASSAULT), or one entry (ASSAULT.shell).

    \b
    What is printed: for all types a line each with quad, score and CAMEO code; for one type its
    definition, modes, frames and examples; for an entry the words that trigger it and what it needs.

    \b
    Examples:
      tidings codebook show
      tidings codebook show PROTEST
      tidings codebook show CONSULT.meet --codebook my-codebook/
    """
    from tidings.cli.entries import entry_text, overview, type_text
    from tidings.codebook import Codebook
    from tidings.errors import UsageError

    book = Codebook.load(None if path is None else Path(path))
    if name is None:
        click.echo(overview(book))
        return 0
    kind, _, frame = name.partition(".")
    if kind.upper() not in book.types:
        raise UsageError(f"no type {kind}; there are {', '.join(book.types)}")
    entry = book.types[kind.upper()]
    click.echo(entry_text(entry, frame) if frame else type_text(entry))
    return 0


@codebook.command()
@click.argument("types", nargs=-1, metavar="[TYPE]...")
@_path
def check(types: tuple[str, ...], path: str | None) -> int:
    """Run every example of the codebook, or of some types, through the whole machine.

    \b
    What is printed: each example that does not yield exactly its events, with each fault and what was
    coded instead; last, how many hold. Exit code 1 if one does not.

    \b
    Examples:
      tidings codebook check
      tidings codebook check ASSAULT PROTEST
      tidings codebook check --codebook my-codebook/
    """
    from tidings.codebook import Codebook
    from tidings.codebook.check import run_checks
    from tidings.coding.check import ExampleCoder
    from tidings.errors import UsageError

    book = Codebook.load(None if path is None else Path(path))
    for name in types:
        if name not in book.types:
            raise UsageError(f"no type {name}; there are {', '.join(book.types)}")
    results = list(run_checks(book, ExampleCoder(book), types))
    failures = [failure for failure in results if failure is not None]
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{len(results) - len(failures)} of {len(results)} examples hold")
    return 1 if failures else 0
