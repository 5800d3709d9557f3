"""Codebook entries as text for `tidings codebook show`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tidings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tidings.codebook import Codebook
    from tidings.codebook.schema import Example, FrameEntry, TypeEntry

_WIDTH = 96


def overview(book: Codebook) -> str:
    """Return one line for every type, under a heading."""
    head = f"{'type':<10} quad score  CAMEO frames examples  modes"
    lines = [
        f"{kind.type:<10} {kind.quad:>4} {kind.score:>5}  {kind.cameo:<5} {len(kind.frames):>6} "
        f"{len(kind.examples):>8}  {', '.join(kind.modes)}".rstrip()
        for kind in book.types.values()
    ]
    return "\n".join([head, *lines, f"version {book.version}"])


def type_text(kind: TypeEntry) -> str:
    """Return definition, modes, frames and examples of a type."""
    return "\n".join(_type_lines(kind))


def entry_text(kind: TypeEntry, frame_id: str) -> str:
    """Return one frame of a type in full.

    Raises:
        UsageError: The type has no such frame.
    """
    for frame in kind.frames:
        if frame.id == frame_id:
            return "\n".join(_frame_lines(kind.type, frame))
    raise UsageError(f"{kind.type} has no entry {frame_id}; it has {', '.join(f.id for f in kind.frames)}")


def _type_lines(kind: TypeEntry) -> Iterator[str]:
    yield f"{kind.type}  quad {kind.quad}, score {kind.score}, CAMEO {kind.cameo}, recipient {kind.recipient}"
    yield ""
    yield _wrapped(kind.definition, "  ")
    if kind.modes:
        yield ""
        yield "Modes"
    for name, mode in kind.modes.items():
        score = "" if mode.score is None else f" ({mode.score})"
        yield _wrapped(f"{name}{score}: {mode.definition}", "  ", hang=4)
    yield ""
    yield "Frames"
    for frame in kind.frames:
        words = ", ".join((*frame.verbs, *frame.nouns, *frame.adjectives))
        yield _wrapped(f"{kind.type}.{frame.id}: {words}", "  ", hang=4)
    yield ""
    yield "Examples"
    for example in kind.examples:
        yield from _example_lines(example)


def _frame_lines(kind: str, frame: FrameEntry) -> Iterator[str]:
    yield f"{kind}.{frame.id}"
    for label, words in (("verbs", frame.verbs), ("nouns", frame.nouns), ("adjectives", frame.adjectives)):
        if words:
            yield _wrapped(f"{label}: {', '.join(words)}", "  ", hang=4)
    facts = {
        "actor": frame.actor and ", ".join(frame.actor),
        "recipient": ", ".join(frame.recipient),
        "reciprocal": "yes" if frame.reciprocal else "",
        "mode": frame.mode,
        "needs": _conditions(frame.needs),
        "without": _conditions(frame.without),
        "clause": frame.clause and _joined(frame.clause.types),
        "actor sectors": ", ".join(frame.actor_sectors),
        "aux": ", ".join(frame.aux),
        "confidence": str(frame.confidence),
        "note": frame.note,
    }
    for label, fact in facts.items():
        if fact:
            yield _wrapped(f"{label}: {fact}", "  ", hang=4)


def _example_lines(example: Example) -> Iterator[str]:
    yield _wrapped(example.text, "  ", hang=2)
    for event in example.events:
        mode = f" {event.mode}" if event.mode else ""
        aux = f" [{', '.join(event.aux)}]" if event.aux else ""
        actor = ", ".join(event.actor or ()) or "–"
        recipient = f" → {', '.join(event.recipient)}" if event.recipient else ""
        yield f"    {event.type}{mode}{aux}: {actor}{recipient}"
    if not example.events:
        yield "    no event"


def _conditions(conditions: dict[str, str | tuple[str, ...]]) -> str:
    return "; ".join(f"{slot} = {_joined(words)}" for slot, words in conditions.items())


def _joined(words: str | tuple[str, ...]) -> str:
    return words if isinstance(words, str) else ", ".join(words)


def _wrapped(text: str, indent: str, hang: int = 0) -> str:
    flat = " ".join(text.split())
    return textwrap.fill(flat, _WIDTH, initial_indent=indent, subsequent_indent=indent + " " * hang)
