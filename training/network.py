"""The network in PyTorch, for training only; `tidings.parse.network` runs the same sums in numpy.

Words (table + characters + shape and ending) → BiLSTM layer 1 (its two directions are pre-trained as
language models) → BiLSTM layers 2 and 3 → heads: Penn tag, UPOS, biaffine arcs and labels (Dozat & Manning
2017), names (linear-chain CRF over BIO tags).
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from tidings.parse.features import CHAR_COUNT, SHAPES, SUFFIX_BUCKETS


@dataclass
class Sizes:
    """Widths of the parts."""

    words: int
    word_dim: int = 128
    char_dim: int = 32
    char_filters: int = 96
    suffix_dim: int = 48
    shape_dim: int = 16
    lm_hidden: int = 320
    hidden: int = 256
    layers: int = 2
    arc_dim: int = 320
    rel_dim: int = 96
    style_dim: int = 16
    name_hidden: int = 128
    xpos: int = 0
    upos: int = 0
    rels: int = 0
    tags: int = 0
    styles: int = 0

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


class Words(nn.Module):
    """Embed words: (batch, length) ids → (batch, length, width)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.word = nn.Embedding(sizes.words, sizes.word_dim, padding_idx=0)
        self.char = nn.Embedding(CHAR_COUNT, sizes.char_dim, padding_idx=0)
        self.conv = nn.Conv1d(sizes.char_dim, sizes.char_filters, 3, padding=1)
        self.suffix = nn.EmbeddingBag(SUFFIX_BUCKETS, sizes.suffix_dim, mode="sum")
        self.shape = nn.Embedding(SHAPES, sizes.shape_dim)
        self.width = sizes.word_dim + sizes.char_filters + sizes.suffix_dim + sizes.shape_dim
        nn.init.normal_(self.word.weight, std=0.1)
        nn.init.normal_(self.suffix.weight, std=0.1)
        with torch.no_grad():
            self.word.weight[0] = 0

    def forward(self, batch: dict[str, Tensor], word_drop: float = 0.0) -> Tensor:
        words = batch["words"]
        if word_drop and self.training:
            # A dropped word becomes unknown (id 1): the characters have to speak for it.
            words = torch.where(
                (torch.rand(words.shape) < word_drop) & (words > 1), torch.ones_like(words), words
            )
        types = batch["types"]  # (batch, length) → row of the distinct forms of this batch
        chars = self.char(batch["chars"]).transpose(1, 2)
        chars = torch.relu(self.conv(chars)).masked_fill((batch["chars"] == 0).unsqueeze(1), 0.0).amax(dim=2)
        formed = torch.cat([chars, self.suffix(batch["suffixes"]), self.shape(batch["shapes"])], dim=1)
        return torch.cat([self.word(words), formed[types]], dim=2)


class Encoder(nn.Module):
    """Words and the first BiLSTM layer, which is what pre-training learns."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.words = Words(sizes)
        self.lm = nn.LSTM(self.words.width, sizes.lm_hidden, 1, batch_first=True, bidirectional=True)


def run_lstm(lstm: nn.LSTM, x: Tensor, lengths: Tensor) -> Tensor:
    """Run a layer over a batch; sentences of one length take the fast path, which knows no padding."""
    if int(lengths.min()) == x.shape[1]:
        return lstm(x)[0]
    packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    out, _ = lstm(packed)
    return nn.utils.rnn.pad_packed_sequence(out, batch_first=True, total_length=x.shape[1])[0]


class Mlp(nn.Module):
    def __init__(self, size: int, out: int, drop: float) -> None:
        super().__init__()
        self.linear = nn.Linear(size, out)
        self.drop = drop

    def forward(self, x: Tensor) -> Tensor:
        return shared_dropout(
            nn.functional.leaky_relu(self.linear(x), 0.1), self.drop, training=self.training
        )


def shared_dropout(x: Tensor, p: float, *, training: bool) -> Tensor:
    """Drop the same units at every word of a sentence (Gal & Ghahramani 2016)."""
    if not training or p == 0:
        return x
    mask = torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - p)) / (1 - p)
    return x * mask


class Model(nn.Module):
    def __init__(self, sizes: Sizes, drop: float = 0.33) -> None:
        super().__init__()
        self.sizes, self.drop = sizes, drop
        self.encoder = Encoder(sizes)
        self.lstms = nn.ModuleList(
            nn.LSTM(
                2 * (sizes.lm_hidden if i == 0 else sizes.hidden),
                sizes.hidden,
                1,
                batch_first=True,
                bidirectional=True,
            )
            for i in range(sizes.layers)
        )
        top = 2 * sizes.hidden
        self.xpos = nn.Linear(top, sizes.xpos)
        self.upos = nn.Linear(top, sizes.upos)
        self.arc_head, self.arc_dep = Mlp(top, sizes.arc_dim, drop), Mlp(top, sizes.arc_dim, drop)
        self.rel_head, self.rel_dep = Mlp(top, sizes.rel_dim, drop), Mlp(top, sizes.rel_dim, drop)
        self.root = nn.Parameter(torch.randn(top) * 0.1)
        self.arc = nn.Parameter(torch.zeros(sizes.arc_dim + 1, sizes.arc_dim))
        self.rel = nn.Parameter(torch.zeros(sizes.rels, sizes.rel_dim + 1, sizes.rel_dim + 1))
        nn.init.xavier_normal_(self.arc)
        nn.init.xavier_normal_(self.rel)
        self.style = nn.Embedding(sizes.styles, sizes.style_dim)
        self.name_mlp = Mlp(top + sizes.style_dim, sizes.name_hidden, drop)
        self.name = nn.Linear(sizes.name_hidden, sizes.tags)
        self.transitions = nn.Parameter(torch.zeros(sizes.tags + 1, sizes.tags))  # last row: from the start

    def encode(self, batch: dict[str, Tensor], word_drop: float) -> tuple[Tensor, Tensor]:
        """Return the outputs of the second and of the last layer, (batch, length, 2 * hidden) each."""
        lengths = batch["lengths"]
        x = shared_dropout(self.encoder.words(batch, word_drop), self.drop / 2, training=self.training)
        x = shared_dropout(run_lstm(self.encoder.lm, x, lengths), self.drop, training=self.training)
        outs = []
        for lstm in self.lstms:
            x = shared_dropout(run_lstm(lstm, x, lengths), self.drop, training=self.training)
            outs.append(x)
        return outs[0], outs[-1]

    def arcs(self, top: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (batch, dependent, head with root first) and what labels are scored from."""
        rooted = torch.cat([self.root.expand(top.shape[0], 1, -1), top], dim=1)
        dep, head = self.arc_dep(top), self.arc_head(rooted)
        one = torch.ones_like(dep[..., :1])
        scores = torch.cat([dep, one], dim=2) @ self.arc @ head.transpose(1, 2)
        return scores, self.rel_dep(top), self.rel_head(rooted)

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Score labels of given arcs: (n, rel_dim) each → (n, rels)."""
        dep = torch.cat([dep, torch.ones_like(dep[:, :1])], dim=1)
        head = torch.cat([head, torch.ones_like(head[:, :1])], dim=1)
        return torch.einsum("ni,rij,nj->nr", dep, self.rel, head)

    def tags(self, top: Tensor, style: Tensor) -> Tensor:
        styled = torch.cat([top, self.style(style).unsqueeze(1).expand(-1, top.shape[1], -1)], dim=2)
        return self.name(self.name_mlp(styled))

    def crf_loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of the gold tags, summed. `scores`: (batch, length, tags)."""
        start, between = self.transitions[-1], self.transitions[:-1]
        alpha = start + scores[:, 0]
        path = alpha.gather(1, gold[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + between, dim=1) + scores[:, t]
            live = mask[:, t]
            alpha = torch.where(live.unsqueeze(1), step, alpha)
            gain = between[gold[:, t - 1], gold[:, t]] + scores[:, t].gather(1, gold[:, t : t + 1]).squeeze(1)
            path = path + gain * live
        return (torch.logsumexp(alpha, dim=1) - path).sum()
