"""Versions of all that decides a record, read without loading any of it."""

from __future__ import annotations

import json
import platform
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from tidings import __version__
from tidings.records import MadeBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.codebook import Codebook
    from tidings.config import Settings

# What stands for a part that had no say in a record.
NONE = "none"


def made_by_reading() -> MadeBy:
    """Return the versions in the record of a page that was only read."""
    return MadeBy(tidings=__version__, model=NONE, codebook=NONE, tables=NONE)


def made_by_coding(codebook: Codebook, actors: Sequence[str] = ()) -> MadeBy:
    """Return the versions in the record of a coded page; `actors` are paths of the user's own tables."""
    from tidings.mention import tables_in_use  # noqa: PLC0415  (imported only when wanted)

    tables = tables_in_use([Path(path) for path in actors])
    return MadeBy(
        tidings=__version__,
        model=model_version(),
        codebook=codebook.version,
        tables=tables,
        learned=learned_version(codebook),
    )


def made_by(settings: Settings) -> MadeBy:
    """Return the versions that a run with these settings would write."""
    if not settings.code:
        return made_by_reading()
    from tidings.codebook import Codebook  # noqa: PLC0415  (imported only when wanted)

    path = None if settings.codebook is None else Path(settings.codebook)
    return made_by_coding(Codebook.load(path), settings.actors)


def model_version() -> str:
    """Return the version of the language model, from its own file."""
    file = resources.files("tidings") / "parse" / "en_tidings" / "model.json"
    if not file.is_file():
        return NONE
    return str(json.loads(file.read_text(encoding="utf-8"))["version"])


def learned_version(codebook: Codebook) -> str:
    """Return the version of the learned part of coding; it has a say where it knows the codebook's types."""
    file = resources.files("tidings") / "coding" / "learned" / "plover" / "labels.json"
    if not file.is_file():
        return NONE
    labels = json.loads(file.read_text(encoding="utf-8"))
    return str(labels["version"]) if set(labels["types"]) == set(codebook.types) else NONE


def report() -> str:
    """Return what `tidings --version` prints."""
    from tidings.codebook import Codebook  # noqa: PLC0415  (imported only when wanted)

    codebook = Codebook.load()
    return "\n".join(
        (
            f"tidings {__version__}",
            f"Python {platform.python_version()}",
            f"model en_tidings {model_version()}",
            f"codebook PLOVER {codebook.version}",
            f"learned part {learned_version(codebook)}",
        )
    )
