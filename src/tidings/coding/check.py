"""Runs a codebook's examples through the parser, the mention finder and the coder.

Run it as `python -m tidings.coding.check [TYPE…]`: prints what fails and why; exit status 1 if anything does.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tidings.codebook import Codebook
from tidings.codebook.check import run_checks
from tidings.coding.coder import EventCoder
from tidings.mention import Finder
from tidings.parse import Parser
from tidings.records import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.records import Actor, Event


class ExampleCoder:
    """Codes a short text as one paragraph published on a given day.

    With `learned` off the frames are alone: a codebook's examples hold or fail by the codebook.
    """

    def __init__(self, codebook: Codebook, *, learned: bool = False) -> None:
        self._parser = Parser.load()
        self._finder = Finder.load()
        self._coder = EventCoder.load(codebook) if learned else EventCoder(codebook)

    def __call__(self, text: str, day: str | None) -> tuple[Sequence[Actor], Sequence[Event]]:
        """Return the text's actors and events."""
        return self.code(text, (Block(kind="paragraph", start=0, end=len(text)),), day)

    def code(
        self, text: str, blocks: Sequence[Block], day: str | None
    ) -> tuple[Sequence[Actor], Sequence[Event]]:
        """Return the actors and events of a text of several blocks."""
        document = self._parser(text, blocks, published=day, published_confidence=1.0 if day else 0.0)
        mentions = self._finder(document)
        return mentions.actors, self._coder(document, mentions)


def main(arguments: Sequence[str]) -> int:
    """Print the failures; return 1 if there are any."""
    codebook = Codebook.load()
    results = list(run_checks(codebook, ExampleCoder(codebook), arguments))
    failures = [failure for failure in results if failure is not None]
    for failure in failures:
        sys.stdout.write(f"{failure}\n")
    sys.stdout.write(f"{len(results) - len(failures)} of {len(results)} examples hold\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
