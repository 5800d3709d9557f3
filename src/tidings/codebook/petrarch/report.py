"""What an import leaves out: every line with the reason, for people who go through it by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.codebook.petrarch.lines import Line

HEAD = "file\tline\treason\tdetail\ttext"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line, or a part of one, without a counterpart. `reason` is one of few, `detail` says what exactly."""

    line: Line
    reason: str
    detail: str = ""


@dataclass(slots=True)
class Report:
    """Collects what is left out, and counts what is taken."""

    left_out: list[LeftOut] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)

    def leave_out(self, line: Line, reason: str, detail: str = "") -> None:
        """Note a line that is left out, or whose rest is."""
        self.left_out.append(LeftOut(line, reason, detail))

    def reasons(self) -> list[tuple[str, int]]:
        """Return the reasons with the number of lines, the most frequent first."""
        counts = Counter(item.reason for item in self.left_out)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    def table(self) -> str:
        """Return all that is left out as a table: tab-separated, with a head, by file and line."""
        rows = [
            "\t".join(
                (
                    item.line.file,
                    str(item.line.number),
                    item.reason,
                    _cell(item.detail),
                    _cell(item.line.text),
                )
            )
            for item in sorted(self.left_out, key=lambda item: (item.line.file, item.line.number))
        ]
        return "\n".join((HEAD, *rows)) + "\n"


def _cell(text: str) -> str:
    """Return a text on one line and without tabs."""
    return " ".join(text.split())
