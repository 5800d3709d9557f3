"""`tidings codebook`: show what the types mean, check examples, start another one, import dictionaries."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def codebook() -> None:
    """Show and check the codebook: the types of events, and the words and frames that express them.

    A codebook is a folder of TOML files. `new` and `import` make others than the one that ships.

    \b
    Examples:
      tidings codebook show                 all types, one a line
      tidings codebook show ASSAULT         one type: definition, modes, frames, examples
      tidings codebook show CONSULT.meet    one entry, as `why` names it
      tidings codebook check                run every entry's own examples
      tidings codebook new disputes/        start another ontology
      tidings codebook import old/ --verbs verbs.txt
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
@click.argument("names", nargs=-1, metavar="[FOLDER] [TYPE]...")
@_path
def check(names: tuple[str, ...], path: str | None) -> int:
    """Run every example of the codebook, or of some types, through the whole machine.

    FOLDER is another codebook than the one that ships, as with --codebook.

    \b
    What is printed: each example that does not yield exactly its events, with each fault and what was
    coded instead; last, how many hold. Exit code 1 if one does not.

    \b
    Examples:
      tidings codebook check
      tidings codebook check ASSAULT PROTEST
      tidings codebook check my-codebook/
    """
    from tidings.codebook import Codebook
    from tidings.codebook.check import run_checks
    from tidings.coding.check import ExampleCoder
    from tidings.errors import UsageError

    if path is None and names and _is_codebook(names[0]):
        path, *rest = names
        names = tuple(rest)
    book = Codebook.load(None if path is None else Path(path))
    for name in names:
        if name not in book.types:
            raise UsageError(f"no type and no folder of a codebook {name}; there are {', '.join(book.types)}")
    results = list(run_checks(book, ExampleCoder(book), names))
    failures = [failure for failure in results if failure is not None]
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{len(results) - len(failures)} of {len(results)} examples hold")
    return 1 if failures else 0


def _is_codebook(name: str) -> bool:
    """Whether a folder of that name holds files of a codebook: a type may have a folder's name."""
    return any(Path(name).glob("*.toml"))


@codebook.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Start another ontology: write a small codebook with comments, which works, into a new FOLDER.

    It has one type with its examples. What it does not say itself, such as the words of negation and the
    verbs that lend their subject to a noun, it takes from the codebook that ships.

    \b
    What is printed: the files that were written, one a line.

    \b
    Examples:
      tidings codebook new disputes/
      tidings codebook check disputes/
      tidings code page.txt --codebook disputes/
    """
    from tidings.codebook.skeleton import write_skeleton

    for path in write_skeleton(folder):
        click.echo(path)
    return 0


_dictionary = click.Path(path_type=Path)


@codebook.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--verbs", multiple=True, type=_dictionary, metavar="FILE",
    help="A dictionary of verbs and patterns with CAMEO codes; may be given again.",
)  # fmt: skip
@click.option(
    "--actors", multiple=True, type=_dictionary, metavar="FILE",
    help="A dictionary of actors; may be given again.",
)  # fmt: skip
@click.option(
    "--agents", multiple=True, type=_dictionary, metavar="FILE",
    help="A dictionary of agents (role nouns), to be compared with those of Tidings; may be given again.",
)  # fmt: skip
def import_(folder: Path, verbs: tuple[Path, ...], actors: tuple[Path, ...], agents: tuple[Path, ...]) -> int:
    """Turn dictionaries of PETRARCH into a codebook and tables of actors, in a new FOLDER.

    Verbs and patterns become frames of PLOVER's types and modes; names become organisations.tsv and
    people.tsv, for `tidings code --actors`. Not everything has a counterpart: left-out.tsv lists every
    line that is left out, or a part of it, with the reason.

    \b
    What is printed: the files, how much was taken, and how much was left out for which reason.

    Exit codes: 0 done, 2 wrong usage, 3 nothing usable in the dictionaries.

    \b
    Examples:
      tidings codebook import old/ --verbs verbs.txt --agents agents.txt
      tidings codebook import old/ --verbs verbs.txt --actors countries.txt --actors parties.txt
      tidings code page.txt --codebook old/ --actors old/people.tsv
    """
    from tidings.cli.imports import import_dictionaries
    from tidings.codebook.petrarch import Dictionaries

    return import_dictionaries(folder, Dictionaries(verbs, actors, agents))
