"""What can go wrong, as exceptions that name the item, the stage and what to do.

TidingsError
├── UsageError      a wrong option or configuration: exit code 2
├── CodebookError   a codebook file that cannot be used: exit code 2
└── ItemError       one item of the input cannot be read: the run goes on, exit code 1
"""

from __future__ import annotations

from typing import Self


class TidingsError(Exception):
    """Base of all errors that Tidings raises on purpose; its text is one line for the user."""


class UsageError(TidingsError):
    """An option, a setting or a file named on the command line that cannot be used."""


class CodebookError(TidingsError):
    """A codebook file that is broken: the text names file, entry and fault."""


class ItemError(TidingsError):
    """One item of the input that cannot be used.

    `item` names it as the user knows it ("news.jsonl:17"), `stage` is the stage folder that refused it,
    `code` is a short stable word ("empty", "binary", "not-json", …), the text says what is wrong and what
    to do.
    """

    def __init__(self, item: str, *, stage: str, code: str, message: str, uri: str | None = None) -> None:
        super().__init__(f"{item}: {message}")
        self.item = item
        self.stage = stage
        self.code = code
        self.message = message
        self.uri = uri

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by their positional arguments; this one crosses process borders with its fields.
        return _rebuild, (self.item, self.stage, self.code, self.message, self.uri)

    @classmethod
    def internal(cls, item: str, stage: str, error: BaseException, uri: str | None = None) -> Self:
        """Turn an exception that nobody foresaw into the error of one item, in one line."""
        text = " ".join(str(error).split())[:300]
        message = f"internal error in {stage}: {type(error).__name__}" + (f": {text}" if text else "")
        return cls(item, stage=stage, code="internal", message=message, uri=uri)

    def as_row(self) -> dict[str, str | None]:
        """Return the error as one row of the `--errors` file."""
        return {
            "item": self.item,
            "uri": self.uri,
            "stage": self.stage,
            "code": self.code,
            "message": self.message,
        }


def _rebuild(item: str, stage: str, code: str, message: str, uri: str | None) -> ItemError:
    return ItemError(item, stage=stage, code=code, message=message, uri=uri)
