"""`Outcome`: what became of one page: a record, or the error that kept it from being one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidings.errors import ItemError, TidingsError
from tidings.records import Article, Page
from tidings.records.json import decode, encode

# What a process does with one page.
Process = Callable[[Page], Article]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`line` is the article as one line of JSON, empty where `error` says why there is none."""

    item: str
    line: bytes = b""
    error: ItemError | None = None

    @property
    def article(self) -> Article:
        """The article, read from its line."""
        return decode(self.line)


def attempt(process: Process, page: Page) -> Outcome:
    """Process one page. Whatever goes wrong with it becomes its error: one page never stops a run."""
    try:
        return Outcome(page.name, line=encode(process(page)))
    except ItemError as error:
        return Outcome(page.name, error=error)
    except TidingsError:
        raise  # a wrong option or codebook is no fault of the page
    except Exception as error:  # noqa: BLE001  (the safety net of the run: all is reported)
        return Outcome(page.name, error=ItemError.internal(page.name, "run", error, page.uri))
