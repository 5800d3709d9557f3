"""Vocabularies and batches: from sentences to the tensors that the network reads."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from gum import gum_names
from items import STYLES, Item, conllu
from named import TAGS, uner
from torch import Tensor

from tidings.parse.features import char_ids, normalise, shape, suffix_ids

LONGEST = 120
"""Longer sentences are left out of training: lists, most of them."""

_Form = tuple[int, list[int], tuple[int, int, int], int]


class Vocabulary:
    """Ids of words, tags and relations."""

    def __init__(
        self, words: Sequence[str], xpos: Sequence[str], upos: Sequence[str], rels: Sequence[str]
    ) -> None:
        self.words, self.xpos, self.upos, self.rels = list(words), list(xpos), list(upos), list(rels)
        self.word_ids = {word: i + 2 for i, word in enumerate(self.words)}  # 0 pads, 1 is unknown
        self.xpos_ids = {tag: i for i, tag in enumerate(self.xpos)}
        self.upos_ids = {tag: i for i, tag in enumerate(self.upos)}
        self.rel_ids = {rel: i for i, rel in enumerate(self.rels)}
        self.tag_ids = {tag: i for i, tag in enumerate(TAGS)}


def load_trees(data: Path) -> tuple[list[Item], list[Item]]:
    """Return (train, development). GUM dev is left alone: it is only for the final score."""
    names = {tuple(item.forms): item.names for item in uner(data, "train.first-version-0c7ce0d", "uner")}
    train = [item for item, _ in conllu(data / "syntax/ewt/train.conllu")]
    for item in train:
        item.names, item.style = names.get(tuple(item.forms)), "uner"
    chosen = [item for item, _ in conllu(data / "syntax/ewt/dev.conllu")]
    paths = sorted((data / "syntax/gum/train").glob("*.conllu"))
    held = held_out(paths)
    for path in paths:
        for item, misc in conllu(path):
            item.names, item.style = gum_names(item, misc), "gum"
            (chosen if path in held else train).append(item)
    return [item for item in train if len(item.forms) <= LONGEST], chosen


def held_out(paths: list[Path]) -> set[Path]:
    """Return ten GUM documents that help to choose the model: three of news, seven of other genres."""
    news = [p for p in paths if "_news_" in p.name]
    other = [p for p in paths if "_news_" not in p.name]
    return {*news[:3], *other[:: len(paths) // 7][:7]}


def tag_vocabulary(items: Sequence[Item]) -> tuple[list[str], list[str], list[str]]:
    """Return Penn tags, universal tags, and relations seen at least twice."""
    xpos = sorted({t for i in items for t in i.xpos or []})
    upos = sorted({t for i in items for t in i.upos or []})
    counts = Counter(r for i in items for r in i.rels or [])
    return xpos, upos, sorted(r for r, n in counts.items() if n >= 2)


def augment(item: Item, rng: random.Random) -> list[str]:
    """Return the forms, now and then in another case or with curly quotes, as pages print them."""
    forms, dice = item.forms, rng.random()
    if dice < 0.02:
        return [form.upper() for form in forms]
    if dice < 0.05:
        return [form.lower() for form in forms]
    if dice < 0.09:
        return [form[:1].upper() + form[1:] for form in forms]
    return curly(forms) if dice < 0.30 else forms


def curly(forms: list[str]) -> list[str]:
    """Return the forms with typographic quotes and apostrophes."""
    out = []
    opened = False
    for form in forms:
        if form == '"':
            out.append("”" if opened else "“")
            opened = not opened
        else:
            out.append(form.replace("'", "’"))
    return out


class Batcher:
    """Makes batches of sentences of one length; caches what a word form looks like."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.cache: dict[str, _Form] = {}

    def form(self, form: str) -> _Form:
        """Return word id, character ids, suffix buckets and shape of a form."""
        hit = self.cache.get(form)
        if hit is None:
            word = self.vocabulary.word_ids.get(normalise(form), 1)
            hit = self.cache[form] = (word, char_ids(form), suffix_ids(form), shape(form))
        return hit

    def words(self, sentences: Sequence[Sequence[str]]) -> dict[str, Tensor]:
        """Return what the network reads: (batch, length) ids, and the distinct forms of the batch."""
        longest = max(len(s) for s in sentences)
        types: dict[str, int] = {}
        words = torch.zeros(len(sentences), longest, dtype=torch.long)
        rows = torch.zeros(len(sentences), longest, dtype=torch.long)
        for i, sentence in enumerate(sentences):
            words[i, : len(sentence)] = torch.tensor([self.form(f)[0] for f in sentence])
            rows[i, : len(sentence)] = torch.tensor([types.setdefault(f, len(types)) for f in sentence])
        forms = [self.form(f) for f in types]
        return {
            "words": words,
            "types": rows,
            "lengths": torch.tensor([len(s) for s in sentences]),
            "chars": torch.tensor([f[1] for f in forms]),
            "suffixes": torch.tensor([f[2] for f in forms]),
            "shapes": torch.tensor([f[3] for f in forms]),
        }

    def batch(self, items: Sequence[Item], forms: Sequence[Sequence[str]]) -> dict[str, Tensor]:
        """Return words and gold ids; -1 where nothing is annotated."""
        v, out = self.vocabulary, self.words(forms)
        for key in ("xpos", "upos", "heads", "rels", "tags"):
            out[key] = torch.full(out["words"].shape, -1, dtype=torch.long)
        for i, item in enumerate(items):
            k = len(item.forms)
            if item.heads and item.xpos and item.upos and item.rels:
                out["xpos"][i, :k] = torch.tensor([v.xpos_ids.get(t, -1) for t in item.xpos])
                out["upos"][i, :k] = torch.tensor([v.upos_ids.get(t, -1) for t in item.upos])
                out["heads"][i, :k] = torch.tensor(item.heads)
                out["rels"][i, :k] = torch.tensor([v.rel_ids.get(r, -1) for r in item.rels])
            if item.names:
                out["tags"][i, :k] = torch.tensor([v.tag_ids[t] for t in item.names])
        out["style"] = torch.tensor([STYLES.index(item.style) for item in items])
        return out

    def batches(
        self, items: Sequence[Item], tokens: int, rng: random.Random | None
    ) -> Iterator[dict[str, Tensor]]:
        """Yield batches of about so many tokens; shuffled and augmented where `rng` is given."""
        groups = one_length([item.forms for item in items], tokens, rng)
        for group in groups:
            chosen = [items[i] for i in group]
            yield self.batch(chosen, [augment(c, rng) if rng else c.forms for c in chosen])


def one_length(sentences: Sequence[Sequence[str]], tokens: int, rng: random.Random | None) -> list[list[int]]:
    """Group sentences of one length (from 60 words on: almost one): no recurrence runs over padding."""
    order = list(range(len(sentences)))
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda i: len(sentences[i]))
    groups: list[list[int]] = [[]]
    for i in order:
        longest = len(sentences[i])
        slack = 0 if longest < 60 else 5
        other = groups[-1] and longest > len(sentences[groups[-1][0]]) + slack
        if groups[-1] and (other or (len(groups[-1]) + 1) * longest > tokens):
            groups.append([])
        groups[-1].append(i)
    if rng:
        rng.shuffle(groups)
    return groups
