"""Writes the parts of the documentation that are taken from the code: run it after changing a command.

python docs/reference.py            write docs/cli.md, the columns in docs/records.md, output in other pages
python docs/reference.py --check    exit 1 if one of them is out of date
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click

from tidings.cli.main import tidings
from tidings.export import COLUMNS

DOCS = Path(__file__).parent
ROOT = DOCS.parent
WIDTH = 100

INTRODUCTION = """# Command line

Data goes to standard output, messages to standard error. On a terminal the output is a table; piped, it is
JSON lines; `-o FILE` takes the format from the suffix.

| exit code | means |
|---|---|
| 0 | done |
| 1 | done, but some items failed: each is a line on standard error and in the file of `--errors` |
| 2 | wrong usage or configuration |
| 3 | nothing usable in the input |
| 130 | interrupted; with `-o` the same command goes on where it stopped |

The rest of this page is what each command says of itself.
"""
BEGIN, END = "<!-- columns: written by docs/reference.py -->", "<!-- end of columns -->"


def cli_page() -> str:
    """Return the whole of docs/cli.md."""
    return INTRODUCTION + "".join(_command(name, command) for name, command in _commands())


def columns_table() -> str:
    """Return the table of the event table's columns."""
    rows = [f"| `{column.name}` | {column.kind} | {column.about} |" for column in COLUMNS]
    return "\n".join([BEGIN, "| column | kind | what |", "|---|---|---|", *rows, END])


def with_columns(page: str) -> str:
    """Return a page with the table of columns put in its place."""
    before, rest = page.split(BEGIN)
    return before + columns_table() + rest.split(END)[1]


def with_output(page: str) -> str:
    """Return a page with the output of the commands in its `console` blocks put beneath them."""
    return re.sub(r"```console\n\$ (tidings .*)\n[^`]*```", _shown, page)


def _shown(block: re.Match[str]) -> str:
    command = [sys.executable, "-m", *shlex.split(block[1])]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    return f"```console\n$ {block[1]}\n{done.stdout}```"


def outdated() -> list[Path]:
    """Return the pages that are not what the code would write."""
    return [path for path, text in _pages().items() if path.read_text(encoding="utf-8") != text]


def _pages() -> dict[Path, str]:
    records = DOCS / "records.md"
    shown = (ROOT / "README.md", DOCS / "codebook-new.md")
    return {
        DOCS / "cli.md": cli_page(),
        records: with_columns(records.read_text(encoding="utf-8")),
        **{page: with_output(page.read_text(encoding="utf-8")) for page in shown},
    }


def _commands() -> list[tuple[str, click.Command]]:
    context = click.Context(tidings)
    found: list[tuple[str, click.Command]] = [("tidings", tidings)]
    for name in tidings.list_commands(context):
        command = tidings.get_command(context, name)
        if command is not None:
            found.append((f"tidings {name}", command))
            if isinstance(command, click.Group):
                found += [(f"tidings {name} {sub}", part) for sub, part in command.commands.items()]
    return found


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    context.help_option_names = ["-h", "--help"]
    return f"\n## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        stale = outdated()
        for path in stale:
            print(f"{path} is out of date: run python docs/reference.py")
        sys.exit(1 if stale else 0)
    for path, text in _pages().items():
        path.write_text(text, encoding="utf-8")
