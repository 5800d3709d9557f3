"""Coreference on OntoGUM: which mentions of a text the actor finder takes for one party.

usage: coref.py --data FOLDER [--trees FOLDER]

FOLDER holds *.conll: chains over words. --trees holds the documents of the same names as *.conllu; where it
is not given, `syntax/gum/NAME` beside the folder `coref` is looked for. From there come the running text (the
coder is given raw text, its paragraphs and its day) and the type of each chain; without it the words are
joined by rule and there is no view of actors. Words of the gold are found again by their characters.

`all` scores against every chain of the gold, also those of things, events and "you". `actors` leaves of the
gold the chains with at least one mention that GUM calls a person, an organisation or a place. Both are CoNLL
F1 (see coref_metrics.py), twice. `exact`: our mentions are the shortest phrase that names a party, those of
the gold maximal noun phrases, so ours are first widened to the noun phrase below their syntactic head in our
own tree. `head`: a mention is its syntactic head in our own tree; a coordination is not its first part.

Of our mentions those are left out that the gold's guidelines do not mark: adjectives ("Danish"), common nouns
before a noun, predicates ("is a doctor"), and appositions to a mention of the same chain.

`mentions`: of our mentions in chains of two and more, how many the gold has (by head) and the reverse.
`pronouns`: of the names and descriptions of our chain that the gold has in any chain, the one that stands
nearest before a pronoun (else the first after it) must belong to the pronoun's own chain of the gold; the
recall counts pronouns in chains of actors.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coref_metrics import Chain, Conll, Rate

from tidings.mention import Finder
from tidings.mention.actors.references import GENDERS, TABLE
from tidings.parse import Parser
from tidings.records import Block, Document, Mentions
from tidings.records.document import Token

ACTORS = frozenset(["person", "organization", "place"])
THIRD = frozenset(GENDERS)
FIRST = frozenset(TABLE["first_person"]["words"])
BEYOND = ("cop", "aux", "nsubj", "csubj", "conj", "cc", "mark", "parataxis", "advcl", "discourse", "vocative")
"""Relations of what hangs on a noun's token and is no part of its noun phrase."""

_MARK = re.compile(r"\((\d+)(\))?|(\d+)\)")
_ENTITY = re.compile(r"\([^()]+\)?|[^()]+\)")
_TIGHT = re.compile(r"^(?:[.,;:?!)\]}%’”]|'s$|n['’]t$|['’](?:s|re|ve|ll|d|m)$)")

Span = tuple[int, int]
"""First and last word of a mention."""


@dataclass(slots=True)
class Gold:
    """A document of the gold: its text, where its words stand in it, and its chains of word spans."""

    name: str
    text: str
    blocks: list[Block]
    day: str | None
    words: list[Span]
    chains: list[list[Span]]
    types: dict[Span, str] = field(default_factory=dict)

    @property
    def genre(self) -> str:
        """Return news, interview or other."""
        part = self.name.split("_")[1] if "_" in self.name else ""
        return part if part in ("news", "interview") else "other"

    def of_actors(self, chain: Sequence[Span]) -> bool:
        """Whether the chain has a mention of a person, an organisation or a place."""
        return any(self.types.get(span) in ACTORS for span in chain)


def spans_of(marks: Sequence[str]) -> dict[str, list[Span]]:
    """Return the spans of each chain from the last column of a CoNLL file: "(3", "3)", "(3)", "(3(4", ..."""
    chains: defaultdict[str, list[Span]] = defaultdict(list)
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for i, mark in enumerate(marks):
        for begun, single, ended in _MARK.findall(mark):
            if single:
                chains[begun].append((i, i))
            elif begun:
                opened[begun].append(i)
            else:
                chains[ended].append((opened[ended].pop(), i))
    return chains


def types_of(columns: Sequence[str]) -> dict[Span, str]:
    """Return the entity type of each span that the last column of GUM's CoNLL-U files marks."""
    types: dict[Span, str] = {}
    opened: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for i, column in enumerate(columns):
        value = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for part in _ENTITY.findall(value):
            number, _, rest = part.strip("()").partition("-")
            if part.startswith("("):
                opened[number].append((i, rest.partition("-")[0]))
            if part.endswith(")") and opened[number]:
                first, kind = opened[number].pop()
                types[first, i] = kind
    return types


def places_of(words: Sequence[str], text: str) -> list[Span]:
    """Return the characters of each word in a text that has the same characters but for white space."""
    where = [i for i, character in enumerate(text) if not character.isspace()]
    found, at = [], 0
    for word in words:
        size = len("".join(word.split()))
        found.append((where[at], where[at + size - 1] + 1))
        at += size
    return found


def join(words: Sequence[str]) -> str:
    """Return the words as running text: no space before marks and clitics nor after opening brackets."""
    text = ""
    for word in words:
        tight = not text or _TIGHT.match(word) or text.endswith(("(", "[", "“"))
        text += word if tight else f" {word}"
    return text


def read_trees(path: Path) -> tuple[list[str], str, list[Block], str | None, dict[Span, str]]:
    """Return words, text, blocks, day and entity types of a CoNLL-U file."""
    words: list[str] = []
    columns: list[str] = []
    texts: list[list[str]] = []
    heads: list[bool] = []
    day = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "=" not in line:
            texts.append([])
            heads.append(False)
        elif line.startswith("# newpar_block") and texts:
            heads[-1] = line.startswith("# newpar_block = head")
        elif line.startswith("# text = "):
            texts[-1:] = [[*(texts[-1] if texts else []), line[9:]]]
            heads[-1:] = heads[-1:] or [False]
        elif line.startswith("# meta::dateCreated = ") and re.fullmatch(r"\d{4}-\d\d-\d\d", line[22:]):
            day = line[22:]
        elif re.match(r"\d+\t", line):
            row = line.split("\t")
            words.append(row[1])
            columns.append(row[9])
    text = ""
    blocks: list[Block] = []
    for sentences, head in zip(texts, heads, strict=True):
        if sentences:
            start = len(text)
            text += " ".join(sentences) + "\n\n"
            kind = "paragraph" if not head else "subhead" if blocks else "title"
            blocks.append(Block(kind=kind, start=start, end=len(text)))  # type: ignore[arg-type]
    return words, text, blocks, day, types_of(columns)


def documents(folder: Path, trees: Path | None) -> Iterator[Gold]:
    """Yield the documents of a folder."""
    for path in sorted(folder.glob("*.conll")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
        words = [row[1] for row in rows]
        tree = trees / f"{path.stem}.conllu" if trees else None
        if tree is not None and tree.is_file():
            words, text, blocks, day, types = read_trees(tree)
        else:
            text = join(words)
            blocks, day, types = [Block(kind="paragraph", start=0, end=len(text))], None, {}
        if len(words) != len(rows):
            raise SystemExit(f"coref: {path} has {len(rows)} words, {tree} has {len(words)}")
        chains = [chain for chain in spans_of([row[2] for row in rows]).values() if len(chain) > 1]
        yield Gold(path.stem, text, blocks, day, places_of(words, text), chains, types)


def noun_phrase(head: Token) -> Span:
    """Return first and last token of the noun phrase below a head, with "'s" but without a preposition."""
    inside = [head]
    for token in head.children:
        before = token.deprel == "case" and token.i < head.i
        if not (before or token.deprel.startswith(BEYOND) or token.upos == "PUNCT"):
            inside += token.subtree()
    return min(t.i for t in inside), max(t.i for t in inside)


def head_of(tokens: Sequence[Token]) -> tuple[int, bool]:
    """Return the head of a span and whether the span is a coordination."""
    inside = {token.i for token in tokens}
    outer = [t for t in tokens if t.head is None or t.head.i not in inside]
    head = next((t for t in outer if t.upos not in ("PUNCT", "ADP", "CCONJ")), outer[0])
    return head.i, any(t.deprel == "conj" and t.i in inside for t in head.children)


def is_marked(head: Token, form: str, chain: dict[int, str]) -> bool:
    """Whether the guidelines of the gold mark such a mention as one of the chain."""
    if head.deprel.startswith("appos") and head.head is not None and head.head.i in chain:
        return False
    if head.xpos.startswith("JJ") or head.deprel.startswith("amod"):
        return False
    predicate = any(child.deprel == "cop" for child in head.children)
    return form != "role" or not (predicate or head.deprel.startswith("compound"))


class Pair:
    """A document of the gold beside ours, both as characters and as heads."""

    def __init__(self, gold: Gold, document: Document, mentions: Mentions) -> None:
        self.gold = gold
        self.document = document
        at = {i: token for token in document.tokens for i in range(token.start, token.end)}
        spans = [[self._parts(span, at) for span in chain] for chain in gold.chains]
        self.exact: list[Chain] = [
            frozenset((ts[0].start, ts[-1].end) for ts in chain if ts) for chain in spans
        ]
        self.heads: list[frozenset[tuple[int, bool]]] = [
            frozenset(head_of(ts) for ts in chain if ts) for chain in spans
        ]
        self.actors = [gold.of_actors(chain) for chain in gold.chains]
        ours: defaultdict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
        for mention in mentions.actor_mentions:
            if is_marked(document.tokens[mention.head], mention.form, ours[mention.actors]):
                ours[mention.actors][mention.head] = mention.form
        self.ours = [chain for chain in ours.values() if chain]

    def _parts(self, span: Span, at: dict[int, Token]) -> list[Token]:
        """Return our tokens under a span of gold words."""
        start, end = self.gold.words[span[0]][0], self.gold.words[span[1]][1]
        found = {at[i].i: at[i] for i in range(start, end) if i in at}
        return list(found.values())

    def our_spans(self) -> list[Chain]:
        """Return our chains as characters of widened phrases."""
        tokens = self.document.tokens
        phrases = [[noun_phrase(tokens[head]) for head in chain] for chain in self.ours]
        return [frozenset((tokens[a].start, tokens[b].end) for a, b in chain) for chain in phrases]

    def our_heads(self) -> list[Chain]:
        """Return our chains as heads."""
        return [frozenset((head, False) for head in chain) for chain in self.ours]

    def pronouns(self, forms: frozenset[str]) -> tuple[int, int, int, int]:
        """Return right and all pronouns that we tie to something, and right and all of the gold's actors."""
        of = {head[0]: n for n, chain in enumerate(self.heads) for head in chain if not head[1]}
        right = tied = 0
        for chain in self.ours:
            named = sorted(head for head, form in chain.items() if form != "pronoun" and head in of)
            for head in chain:
                if self.document.tokens[head].lower in forms and chain[head] == "pronoun":
                    tied += 1
                    nearest = max((n for n in named if n < head), default=min(named, default=-1))
                    right += head in of and of.get(nearest) == of[head]
        tokens = self.document.tokens
        wanted = [n for i, n in of.items() if tokens[i].lower in forms]
        return right, tied, right, sum(self.actors[n] or not self.gold.types for n in wanted)


class Score:
    """All figures over some documents."""

    def __init__(self) -> None:
        self.documents = 0
        self.views = {(view, key): Conll() for view in ("all", "actors") for key in ("exact", "head")}
        self.mentions = {"all": Rate(), "actors": Rate()}
        self.pronouns = {"third": Rate(), "first": Rate()}

    def add(self, pair: Pair) -> None:
        """Count a document."""
        self.documents += 1
        chains: dict[str, tuple[Sequence[Chain], Sequence[Chain]]] = {
            "exact": (pair.exact, pair.our_spans()),
            "head": ([*pair.heads], pair.our_heads()),
        }
        for view in ("all", "actors"):
            for key, (gold, ours) in chains.items():
                kept = [c for c, actor in zip(gold, pair.actors, strict=True) if actor or view == "all"]
                self.views[view, key].add(kept, ours)
                if key == "head":
                    wanted = frozenset[object]().union(*kept)
                    given = frozenset[object]().union(*(c for c in ours if len(c) > 1))
                    both = len(wanted & given)
                    self.mentions[view].add(both, len(given), both, len(wanted))
        self.pronouns["third"].add(*pair.pronouns(THIRD))
        self.pronouns["first"].add(*pair.pronouns(FIRST))

    def report(self) -> dict[str, object]:
        """Return the figures for print."""
        return {
            "documents": self.documents,
            **{
                view: {key: self.views[view, key].report() for key in ("exact", "head")}
                for view in ("all", "actors")
            },
            "mentions": {view: rate.report() for view, rate in self.mentions.items()},
            "pronouns": {person: rate.report() for person, rate in self.pronouns.items()},
        }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--trees", type=Path)
    options = parser.parse_args()
    data: Path = options.data.resolve()
    beside = data.parents[2] / "syntax" / "gum" / data.name if len(data.parents) > 2 else data
    trees = options.trees or (beside if beside.is_dir() else None)
    parse, find = Parser.load(), Finder.load()
    scores: defaultdict[str, Score] = defaultdict(Score)
    spent: defaultdict[str, float] = defaultdict(float)
    for gold in documents(data, trees):
        started = time.perf_counter()
        sure = 1.0 if gold.day else 0.0
        document = parse(gold.text, gold.blocks, published=gold.day, published_confidence=sure)
        parsed = time.perf_counter()
        mentions = find(document)
        spent["find"] += time.perf_counter() - parsed
        spent["parse"] += parsed - started
        pair = Pair(gold, document, mentions)
        for name in ("total", gold.genre):
            scores[name].add(pair)
    if not scores:
        raise SystemExit(f"coref: no *.conll in {data}")
    report = {**scores.pop("total").report(), "genres": {n: s.report() for n, s in sorted(scores.items())}}
    print(json.dumps({**report, "seconds": {k: round(v, 1) for k, v in spent.items()}}, indent=1))


if __name__ == "__main__":
    main()
