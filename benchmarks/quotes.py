"""Measure WHO SAID SO on PolNeAR: content and speaker of direct, mixed and indirect attributions.

usage: quotes.py --data FOLDER [--errors]

FOLDER holds text/*.txt and attributions/*.ann (brat stand-off); of a document with two annotators the
first file counts. An attribution is direct where its content lies wholly in quotation marks, mixed where a
part does, else indirect. A gold content takes all our quotations of which most words lie in it; the
overlap is F1 over characters of words, pooled over all attributions of the kind (ours that meet no gold
content of any kind lower the precision of their own kind). Exact: the same words but for marks and
punctuation. Speaker right: of the attributions found, our speaker's phrase shares its last word (or
all but the first) with a gold source; where the gold names no source, ours must name none.
A gold source that is a relative pronoun ("who") also counts for the phrase right before it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.mention.actors import ActorFinder
from tidings.mention.quotes import find_quotes
from tidings.parse import Parser
from tidings.records import Block, Quote

_MARKS = re.compile(r"[“”\"]|''|``")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One gold attribution: character positions of its content and source words, and its kind."""

    content: frozenset[int]
    source: frozenset[int]
    cue: str
    kind: str


def word_positions(text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Return the positions of all characters of words in the spans."""
    return frozenset(
        i for start, end in spans for word in _WORD.finditer(text, start, end) for i in range(*word.span())
    )


def read_document(text: str, lines: list[str]) -> list[Attribution]:
    """Return the attributions of one stand-off file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in lines:
        name, _, rest = line.partition("\t")
        if line.startswith("T"):
            where = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = [(int(a), int(b)) for a, b in (part.split() for part in where.split(";"))]
    for line in lines:
        if line.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for part in line.split("\t")[1].split():
                role, _, target = part.partition(":")
                roles[role.rstrip("0123456789")] += spans[target]
            content = roles["Content"]
            if content:
                cue = " ".join(text[a:b] for a, b in roles["Cue"])
                found.append(
                    Attribution(
                        word_positions(text, content),
                        word_positions(text, roles["Source"]),
                        cue,
                        kind_of(text, content),
                    )
                )
    return found


def kind_of(text: str, spans: list[tuple[int, int]]) -> str:
    """Return direct, mixed or indirect."""
    words = " ".join(text[a:b] for a, b in sorted(spans)).strip(" .,;:")
    if not _MARKS.search(words):
        return "indirect"
    outside, depth, last = [], 0, 0
    for mark in _MARKS.finditer(words):
        if depth == 0:
            outside.append(words[last : mark.start()])
        depth, last = 1 - depth, mark.end()
    if depth == 0:
        outside.append(words[last:])
    return "mixed" if _WORD.search(" ".join(outside)) else "direct"


def documents(folder: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """Yield name, text and attributions of every document."""
    files = sorted((folder / "attributions").glob("*.ann"))
    for path in sorted((folder / "text").glob("*.txt")):
        annotation = next((f for f in files if f.stem.startswith(path.stem)), None)
        if annotation is not None:
            text = path.read_bytes().decode("utf-8")
            yield path.stem, text, read_document(text, annotation.read_text("utf-8").splitlines())


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return one block for every paragraph; the first line is the title."""
    blocks, start = list[Block](), 0
    for gap in re.finditer(r"\n+", text):
        blocks.append(Block(kind="paragraph" if blocks else "title", start=start, end=gap.end()))
        start = gap.end()
    if start < len(text):
        blocks.append(Block(kind="paragraph", start=start, end=len(text)))
    return tuple(blocks)


def pieces(quote: Quote) -> list[tuple[int, int]]:
    """Return the offsets of what is quoted: without a cue that is set into it."""
    return [(part.start, part.end) for part in quote.parts] or [(quote.start, quote.end)]


def score(
    text: str, gold: list[Attribution], quotes: list[Quote], counts: Counter[str], name: str | None
) -> None:
    """Count one document; print its errors where a name is given."""
    ours = [(quote, word_positions(text, pieces(quote))) for quote in quotes]
    used: set[str] = set()
    for one in gold:
        taken = [(q, w) for q, w in ours if w and len(w & one.content) > len(w) / 2]
        best = max((len(w & one.content) for _, w in taken), default=0)
        if best == 0:  # ours may be wider than the gold
            taken = [(q, w) for q, w in ours if len(w & one.content) > len(one.content) / 2][:1]
        if one.kind == "indirect" and len(taken) > 1:
            taken = [max(taken, key=lambda pair: len(pair[1] & one.content))]
        used.update(quote.id for quote, _ in taken)
        words = frozenset().union(*(w for _, w in taken)) if taken else frozenset[int]()
        kind = "indirect" if one.kind == "indirect" else "direct+mixed"
        counts[f"{kind} gold"] += 1
        counts[f"{kind} gold words"] += len(one.content)
        counts[f"{kind} our words"] += len(words)
        counts[f"{kind} shared words"] += len(words & one.content)
        _speaker(text, one, taken, words, counts, kind, name)
    for quote, words in ours:
        if quote.id not in used:
            kind = "indirect" if quote.kind == "indirect" else "direct+mixed"
            counts[f"{kind} our words"] += len(words)
            counts[f"{kind} extra"] += 1
            if name:
                cue = quote.cue.text if quote.cue else None
                print(f"{name}: extra {kind} [{cue}] {quote.text[:110]!r}")


def _speaker(  # noqa: PLR0913, PLR0917 -- one line of the tally
    text: str,
    one: Attribution,
    taken: list[tuple[Quote, frozenset[int]]],
    words: frozenset[int],
    counts: Counter[str],
    kind: str,
    name: str | None,
) -> None:
    said = text[min(one.content) : max(one.content) + 1][:110] if one.content else ""
    if not taken:
        if name:
            print(f"{name}: missed {kind} [{one.cue}] {said!r}")
        return
    counts[f"{kind} found"] += 1
    counts[f"{kind} exact"] += words == one.content
    speaker = taken[0][0].speaker_span
    ours = word_positions(text, [(speaker.start, speaker.end)]) if speaker else frozenset[int]()
    right = bool(ours & one.source) or (not ours and not one.source)
    if (
        speaker
        and one.source
        and text[min(one.source) : max(one.source) + 1].lower() in {"who", "which", "that"}
    ):
        right = right or -1 <= min(one.source) - speaker.end <= 3
    counts[f"{kind} speaker"] += right
    if name and words != one.content:
        print(f"{name}: inexact {kind} [{one.cue}] {said!r} ours {[q.text[:110] for q, _ in taken]}")
    if name and not right:
        source = text[min(one.source) : max(one.source) + 1] if one.source else None
        print(
            f"{name}: speaker {kind} [{one.cue}] want {source!r}"
            f" got {speaker and speaker.text!r} for {said!r}"
        )


def report(counts: Counter[str]) -> None:
    """Print the figures by kind, in words and then as one JSON object."""
    figures: dict[str, dict[str, float]] = {}
    for kind in ("direct+mixed", "indirect"):
        shared = counts[f"{kind} shared words"]
        precision = shared / max(1, counts[f"{kind} our words"])
        recall = shared / max(1, counts[f"{kind} gold words"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found, gold = counts[f"{kind} found"], counts[f"{kind} gold"]
        exact, speaker = counts[f"{kind} exact"] / max(1, gold), counts[f"{kind} speaker"] / max(1, found)
        figures[kind] = {"f1": round(f1, 4), "exact": round(exact, 4), "speaker": round(speaker, 4)}
        print(
            f"{kind}: {gold} gold, {found} found, {counts[f'{kind} extra']} extra;"
            f" overlap P {precision:.3f} R {recall:.3f} F1 {f1:.3f};"
            f" exact {exact:.3f} of all; speaker right {speaker:.3f} of found"
        )
    print(json.dumps(figures))


def main() -> int:
    """Measure all documents of the folder."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--errors", action="store_true", help="print every error")
    options = arguments.parse_args()
    parser, actors, counts = Parser.load(), ActorFinder.load(), Counter[str]()
    for name, text, gold in documents(options.data):
        document = parser(text, paragraphs(text))
        quotes = list(find_quotes(document, *actors(document)))
        score(text, gold, quotes, counts, name if options.errors else None)
    report(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
