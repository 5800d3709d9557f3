"""`tidings`: finds the command, runs it, and turns what went wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Final

import click

from tidings.config import one_thread_each
from tidings.errors import TidingsError

# Command → module and function: a command's module is imported only when it is called for.
COMMANDS: Final = {
    "code": "tidings.cli.code:code",
    "read": "tidings.cli.read:read",
    "relate": "tidings.cli.relate:relate",
    "resolve": "tidings.cli.resolve:resolve",
    "codebook": "tidings.cli.codebook:codebook",
}
USAGE: Final = 2
INTERRUPTED: Final = 130
# What a shell shows for a process that a closed pipe ended.
PIPE_CLOSED: Final = 141


class PipeClosedError(Exception):
    """Whoever read our output has gone. Not an OSError, for which click has an exit code of its own."""


class LazyGroup(click.Group):
    """A group whose commands are named in a table and imported when they are wanted."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosedError from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


def _show_versions(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted and not ctx.resilient_parsing:
        from tidings.versions import report

        click.echo(report())
        ctx.exit()


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_versions,
    help="Show the versions of Tidings, Python, model and codebook.",
)
def tidings() -> None:
    """From news pages to political event data: who did what to whom, when, where, and who said so.

    \b
    Examples:
      tidings code page.html                   read and code one page
      tidings code news/ -o events.csv -j 2    a folder, on two cores
      tidings code < rows.jsonl > coded.jsonl  rows with a `text` each
      tidings codebook show ASSAULT            what a type means and what expresses it

    Exit codes: 0 done, 1 done but some items failed, 2 wrong usage or configuration, 3 nothing usable in
    the input, 130 interrupted.
    """


def main() -> None:
    """Run the command line and exit."""
    one_thread_each()
    try:
        code = tidings.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = USAGE
    except click.ClickException as error:
        error.show()
        code = USAGE
    except TidingsError as error:
        click.echo(f"tidings: {error}", err=True)
        code = USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("tidings: interrupted", err=True)
        code = INTERRUPTED
    except (PipeClosedError, BrokenPipeError):
        # What Python still holds of the output must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = PIPE_CLOSED
    except OSError as error:
        # Errors of items never come here: this is our own output that cannot be written.
        click.echo(
            f"tidings: {error.filename or 'output'}: {(error.strerror or str(error)).lower()}", err=True
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = USAGE
    sys.exit(code or 0)
