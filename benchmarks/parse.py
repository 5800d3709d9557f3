"""Score the language model on gold tokens: tags, lemmas, trees by relation, names; and its speed.

usage: python benchmarks/parse.py --data PATH

PATH is a folder that holds `syntax/ewt/test.conllu`, `syntax/gum/dev/*.conllu`,
`entities/uner-ewt/en_ewt-ud-test.iob2` and `corpora/wikinews/wikinews_2019.csv` (our held-out names), or
a single .conllu or .iob2 file. LAS and UAS count all tokens, with relation subtypes (nsubj and nsubj:pass are
two). Names are exact spans.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import os
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tidings.parse import Parser
from tidings.records import Block, Document, Sentence, Token

HELD_OUT = Path(__file__).parent.parent / "training/annotation/names-heldout.jsonl"

Row = list[str]
Names = set[tuple[int, int, str]]


def conllu(path: Path) -> Iterator[list[Row]]:
    """Yield the sentences of a CoNLL-U file as rows of its ten columns."""
    rows: list[Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        columns = line.split("\t")
        if columns[0].isdigit():
            rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []


def given(sentences: list[list[str]]) -> Document:
    """Return a document whose tokens are the gold ones."""
    text = "\n".join(" ".join(forms) for forms in sentences)
    document = Document(text, (), [], [], [])
    position = 0
    for forms in sentences:
        length = len(" ".join(forms))
        sentence = Sentence(len(document.sentences), position, position + length, 0, "paragraph")
        for form in forms:
            end = position + len(form)
            i = len(document.tokens)
            token = Token(
                i, position, end, form, form.lower(), form, "X", "FW", "dep", None, [], sentence, None
            )
            sentence.tokens.append(token)
            document.tokens.append(token)
            position = end + 1
        document.sentences.append(sentence)
    return document


def annotate(parser: Parser, sentences: list[list[str]]) -> Document:
    """Parse gold tokens, some 60 sentences at a time, as articles have."""
    document = given(sentences)
    for start in range(0, len(sentences), 60):
        parser.annotate(document, document.sentences[start : start + 60])
    return document


def syntax(parser: Parser, paths: list[Path]) -> dict[str, object]:
    """Return tag, lemma and attachment scores, and F of each relation seen at least 50 times."""
    gold = [rows for path in paths for rows in conllu(path)]
    document = annotate(parser, [[row[1] for row in rows] for rows in gold])
    counts: Counter[str] = Counter()
    relations: dict[str, Counter[str]] = {"gold": Counter(), "found": Counter(), "right": Counter()}
    for rows, sentence in zip(gold, document.sentences, strict=True):
        first = sentence.tokens[0].i
        for row, token in zip(rows, sentence.tokens, strict=True):
            head = token.head.i - first + 1 if token.head else 0
            attached = head == int(row[6])
            labelled = attached and token.deprel == row[7]
            counts.update(
                tokens=1,
                upos=token.upos == row[3],
                xpos=token.xpos == row[4],
                uas=attached,
                las=labelled,
                las_basic=attached and token.deprel.split(":")[0] == row[7].split(":")[0],
                lemma=token.lemma.lower() == row[2].lower(),
            )
            relations["gold"][row[7]] += 1
            relations["found"][token.deprel] += 1
            relations["right"][row[7]] += labelled
    total = counts.pop("tokens")
    scores: dict[str, object] = {"tokens": total, **{k: round(100 * v / total, 2) for k, v in counts.items()}}
    scores["relations"] = {
        rel: round(200 * relations["right"][rel] / (n + relations["found"][rel]), 1)
        for rel, n in relations["gold"].most_common()
        if n >= 50
    }
    return scores


def names(parser: Parser, path: Path) -> dict[str, object]:
    """Return precision, recall and F of PERSON, ORG and LOC, exact spans."""
    labels = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if columns[0].isdigit():
            sentences[-1].append((columns[1], columns[2]))
        elif not line and sentences[-1]:
            sentences.append([])
    sentences = [s for s in sentences if s]
    document = annotate(parser, [[form for form, _ in s] for s in sentences])
    found: set[tuple[int, int, str]] = {
        (e.tokens[0].i, e.tokens[-1].i, e.label) for e in document.entities if e.label in labels.values()
    }
    gold: set[tuple[int, int, str]] = set()
    i = 0
    for sentence in sentences:
        for _, tag in sentence:
            label = labels.get(tag[2:], "")
            if tag.startswith("B-") and label:
                gold.add((i, i, label))
            elif tag.startswith("I-") and label:
                last = max((span for span in gold if span[1] == i - 1), default=None)
                if last:
                    gold.remove(last)
                    gold.add((last[0], i, label))
            i += 1
    return {
        "all": _f(found, gold),
        **{
            label: _f({s for s in found if s[2] == label}, {s for s in gold if s[2] == label})
            for label in labels.values()
        },
    }


def held_out_names(parser: Parser, corpus: Path) -> dict[str, dict[str, float]]:
    """Return scores of all five labels on the Wikinews articles that training never reads, text given raw."""
    csv.field_size_limit(10**8)
    with corpus.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    found: Names = set()
    gold: Names = set()
    shift = 0
    for line in HELD_OUT.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = rows[record["row"]]["title"] + "\n\n" + rows[record["row"]]["text"]
        gold |= {(shift + start, shift + end, label) for start, end, label in record["names"]}
        bounds = [0, *(m.end() for m in re.finditer(r"\n", text)), len(text)]
        blocks = [Block(kind="paragraph", start=a, end=b) for a, b in itertools.pairwise(bounds) if a < b]
        found |= {(shift + e.start, shift + e.end, e.label) for e in parser(text, blocks).entities}
        shift += len(text)
    labels = sorted({s[2] for s in gold})
    return {"all": _f(found, gold)} | {
        label: _f({s for s in found if s[2] == label}, {s for s in gold if s[2] == label}) for label in labels
    }


def _f(found: set[tuple[int, int, str]], gold: set[tuple[int, int, str]]) -> dict[str, float]:
    right = len(found & gold)
    return {
        "p": round(100 * right / max(1, len(found)), 1),
        "r": round(100 * right / max(1, len(gold)), 1),
        "f": round(200 * right / max(1, len(found) + len(gold)), 1),
    }


def speed(parser: Parser, paths: list[Path]) -> dict[str, float]:
    """Return tokens a second on one core over running text, tokenising and names included."""
    texts = []
    for path in paths:
        lines = [
            line[9:] for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("# text = ")
        ]
        texts += [" ".join(lines[i : i + 25]) for i in range(0, len(lines), 25)]
    parser.parse_text(texts[0])
    started, tokens = time.perf_counter(), 0
    for text in texts:
        tokens += len(parser.parse_text(text).tokens)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"tokens_per_second": round(tokens / seconds), "peak_memory_mb": round(peak)}


def main() -> None:
    """Print the scores as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    path: Path = arguments.parse_args().data
    parser = Parser.load()
    result: dict[str, object] = {}
    if path.suffix == ".conllu":
        result = {"syntax": syntax(parser, [path]), "speed": speed(parser, [path])}
    elif path.suffix == ".iob2":
        result = {"names": names(parser, path)}
    else:
        gum = sorted((path / "syntax/gum/dev").glob("*.conllu"))
        result["ewt_test"] = syntax(parser, [path / "syntax/ewt/test.conllu"])
        result["gum_dev"] = syntax(parser, gum)
        result["gum_dev_news"] = syntax(parser, [p for p in gum if "_news_" in p.name])
        result["uner_ewt_test"] = names(parser, path / "entities/uner-ewt/en_ewt-ud-test.iob2")
        result["wikinews_held_out"] = held_out_names(parser, path / "corpora/wikinews/wikinews_2019.csv")
        result["speed"] = speed(parser, gum)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
