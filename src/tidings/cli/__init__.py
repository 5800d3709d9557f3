"""The command line: one thin file a command. `main` is the `tidings` script."""

from tidings.cli.main import main

__all__ = ["main"]
