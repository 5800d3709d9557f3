"""The files of a codebook's folder; what it lacks is taken from the codebook that ships with Tidings."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from tidings.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

SUPPORT_FILES = ("lists", "rules", "modality", "light_verbs", "contexts", "domains")

# Files whose keys are taken over one by one: all but the contexts, which belong to an ontology as a whole.
BY_KEY = frozenset({"lists", "rules", "modality", "light_verbs", "domains"})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Folder:
    """The TOML files of a codebook by name without suffix; `shipped` is empty for the shipped codebook."""

    own: Mapping[str, Traversable]
    shipped: Mapping[str, Traversable]

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open a folder, or the shipped codebook.

        Raises:
            CodebookError: there is no such folder, or it has no file of a type.
        """
        shipped = _toml_files(resources.files("tidings.codebook") / "plover")
        if path is None:
            return cls(shipped, {})
        if not path.is_dir():
            raise CodebookError(f"{path}: no such folder of codebook files")
        folder = cls(_toml_files(path), {name: shipped[name] for name in SUPPORT_FILES})
        if not folder.type_names:
            raise CodebookError(f"{path}: the codebook has no type file")
        return folder

    @property
    def type_names(self) -> list[str]:
        """The names of the type files, in alphabetical order."""
        return sorted(name for name in self.own if name not in SUPPORT_FILES)

    def type_file(self, name: str, kind: type[T]) -> T:
        """Return a type file as a struct."""
        return _convert(name, _read(self.own[name]), kind)

    def support(self, name: str, kind: type[T]) -> T:
        """Return a support file as a struct, with the keys or the file that this folder lacks."""
        if name not in self.own:
            return _convert(name, _read(self.shipped[name]), kind)
        own = _read(self.own[name])
        if name in BY_KEY and self.shipped:
            own = {**_read(self.shipped[name]), **own}
        return _convert(name, own, kind)

    def own_keys(self, name: str) -> frozenset[str]:
        """Return the keys that a support file of this very folder gives."""
        return frozenset(_read(self.own[name])) if name in self.own else frozenset()

    def version(self) -> str:
        """Return twelve hexadecimal digits that change with every byte that is read."""
        digest = hashlib.sha256()
        for files in (self.own, self.shipped):
            for name in sorted(files):
                digest.update(files[name].read_bytes())
        return digest.hexdigest()[:12]


def _toml_files(folder: Traversable) -> dict[str, Traversable]:
    return {f.name.removesuffix(".toml"): f for f in folder.iterdir() if f.name.endswith(".toml")}


def _read(file: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{file.name}: {error}") from None


def _convert(name: str, raw: dict[str, object], kind: type[T]) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{name}.toml: {error}") from None
