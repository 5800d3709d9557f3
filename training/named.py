"""The sets annotated with names, read into items with BIO tags in our labels."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from items import Item
from raw import sentences_of

LABELS = ["PERSON", "ORG", "LOC", "NORP", "MISC"]
TAGS = ["O", *(f"{position}-{label}" for label in LABELS for position in "BI")]

_PLAIN = {"per": "PERSON", "org": "ORG", "loc": "LOC", "misc": "MISC"}
_POLITICS = {
    "person": "PERSON",
    "politician": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
    "event": "MISC",
    "election": "MISC",
    "misc": "MISC",
}
_SOCIAL = {
    "person": "PERSON",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "product": "MISC",
    "creative-work": "MISC",
}
_RE3D = {"Organisation": "ORG", "Person": "PERSON", "Location": "LOC", "Nationality": "NORP"}


def uner(data: Path, part: str, style: str) -> Iterator[Item]:
    """Yield UNER's English names; its own label OTH is outside of what we name."""
    labels = {key: _PLAIN[key] for key in ("per", "org", "loc")}
    yield from columns(data / f"entities/uner-ewt/en_ewt-ud-{part}.iob2", style, 1, 2, labels)


def name_sets(data: Path, own: Path | None) -> list[Item]:
    """Return the sentences that have names only."""
    items: list[Item] = []
    for path in sorted((data / "entities/wikigold/CONLL-format/data").iterdir()):
        items += columns(path, "wikigold", 0, 1, _PLAIN, " ")
    for part in ("train", "dev", "test"):
        path = data / f"entities/crossner-politics/ner_data/politics/{part}.txt"
        items += columns(path, "crossner", 0, 1, _POLITICS)
    items += columns(
        data / "entities/wnut17/CONLL-format/data/train/wnut17train.conll", "wnut", 0, 1, _SOCIAL
    )
    items += re3d(data / "entities/re3d")
    if own and own.exists():
        items += list(own_names(data, own)) * 2  # our own rules, and news: twice the weight
    return items


def columns(
    path: Path, style: str, form: int, tag: int, labels: dict[str, str], separator: str = "\t"
) -> Iterator[Item]:
    """Yield sentences of a column file with BIO tags; `labels` maps the set's labels to ours."""
    forms: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# ") and "\t" not in line:
            continue
        cells = line.split(separator) if line.strip() else []
        if len(cells) > max(form, tag):
            forms.append(cells[form])
            tags.append(cells[tag].strip())
        elif forms:
            yield Item(forms, names=bio(tags, labels), style=style)
            forms, tags = [], []


def bio(tags: list[str], labels: dict[str, str]) -> list[str]:
    """Map labels and repair the scheme: a name begins with B-, also where the set writes I- first."""
    out: list[str] = []
    last = ""
    for tag in tags:
        kind = tag.partition("-")[2]
        label = labels.get(kind.casefold(), "")
        begins = tag[0] != "I" or last != kind
        out.append(f"{'B' if begins else 'I'}-{label}" if label else "O")
        last = kind if label else ""
    return out


def own_names(data: Path, path: Path) -> Iterator[Item]:
    """Yield sentences of the Wikinews articles with our own stand-off annotation."""
    csv.field_size_limit(10**8)
    with (data / "corpora/wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        row = rows[record["row"]]
        text = row["title"] + "\n\n" + row["text"]
        if sha256(text.encode()).hexdigest() != record["sha256"]:
            raise SystemExit(f"{path.name}: row {record['row']} has another text than the one annotated")
        for sentence in sentences_of(text):
            tags = stand_off(sentence, record["names"])
            yield Item([text[a:b] for a, b in sentence], names=tags, style="tidings")


def stand_off(sentence: list[tuple[int, int]], names: list[tuple[int, int, str]]) -> list[str]:
    """Return BIO tags of the tokens that lie inside annotated spans."""
    tags = ["O"] * len(sentence)
    for start, end, label in names:
        inside = [k for k, (a, b) in enumerate(sentence) if a >= start and b <= end]
        for k in inside:
            tags[k] = f"{'B' if k == inside[0] else 'I'}-{label}"
    return tags


def re3d(folder: Path) -> Iterator[Item]:
    """Yield sentences of re3d documents with their entities."""
    for part in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities: dict[str, list[dict[str, object]]] = {}
        for line in (part / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            entities.setdefault(entity["documentId"], []).append(entity)
        for line in (part / "documents.json").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            yield from _re3d_document(document["text"], entities.get(document["_id"], []))


def _re3d_document(text: str, entities: list[dict[str, object]]) -> Iterator[Item]:
    marks = [(int(str(e["begin"])), int(str(e["end"])), _RE3D.get(str(e["type"]), "")) for e in entities]
    for sentence in sentences_of(text):
        names = []
        for begin, end, label in marks:
            inside = [(a, b) for a, b in sentence if a >= begin and b <= end]
            # re3d marks noun phrases with their article and titles; a name begins with a capital.
            while inside and (not text[inside[0][0]].isupper() or text[slice(*inside[0])] in ("The", "A")):
                inside.pop(0)
            if label and inside:
                names.append((inside[0][0], inside[-1][1], label))
        yield Item([text[a:b] for a, b in sentence], names=stand_off(sentence, names), style="re3d")
