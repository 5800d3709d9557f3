"""Tidings: from a news page to political event data.

    import tidings

    coder = tidings.load()
    article = coder("The president met the prime minister of Japan in Tokyo on Monday.")
    for article in coder.pipe(pages, jobs=2): ...

Importing the package is cheap; models and tables are read by `load`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidings.pipeline import load

__all__ = ["__version__", "load"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "load":
        from tidings.pipeline import load  # noqa: PLC0415  (imported only when wanted)

        return load
    raise AttributeError(f"module 'tidings' has no attribute '{name}'")
