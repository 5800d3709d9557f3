"""Pre-train the first layer: a forward and a backward language model over raw text."""

from __future__ import annotations

import argparse
import random
import time

import torch
from data import Batcher, Vocabulary, one_length
from network import Encoder, Sizes, run_lstm
from raw import raw_sentences
from torch import Tensor, nn

_TOKENS = 3000
_RATE = 2e-3
_CHUNK = 60_000
"""Sentences that are sorted by length at a time."""


class LanguageModel(nn.Module):
    """The encoder with a prediction of the next word and one of the previous word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.heads = nn.ModuleList([nn.Linear(sizes.lm_hidden, 128) for _ in range(2)])
        self.out = nn.Embedding(sizes.words, 128)
        self.bias = nn.Embedding(sizes.words, 1)
        nn.init.normal_(self.out.weight, std=0.05)
        nn.init.zeros_(self.bias.weight)

    def loss(self, batch: dict[str, Tensor]) -> Tensor:
        """Cross entropy against the words of the batch and 1,500 frequent ones, mean of both directions."""
        hidden = run_lstm(
            self.encoder.lm, nn.functional.dropout(self.encoder.words(batch), 0.1), batch["lengths"]
        )
        half = hidden.shape[2] // 2
        words = batch["words"]
        others = torch.randint(2, min(20_000, self.out.num_embeddings), (1500,))
        candidates, index = torch.unique(torch.cat([words.flatten(), others]), return_inverse=True)
        index = index[: words.numel()].view_as(words)
        table, offset = self.out(candidates).T, self.bias(candidates).squeeze(1)
        views = (
            (hidden[:, :-1, :half], index[:, 1:], words[:, 1:]),
            (hidden[:, 1:, half:], index[:, :-1], words[:, :-1]),
        )
        total = torch.zeros(())
        for head, (states, target, at) in zip(self.heads, views, strict=True):
            known = at > 1
            total = total + nn.functional.cross_entropy(head(states[known]) @ table + offset, target[known])
        return total / 2


def pretrain(args: argparse.Namespace, vocabulary: Vocabulary, sizes: Sizes) -> None:
    """Learn words and layer 1, and write them to `encoder.pt` in the work folder."""
    torch.manual_seed(7)
    rng = random.Random(7)
    model = LanguageModel(sizes)
    optimiser = torch.optim.Adam(model.parameters(), lr=_RATE, betas=(0.9, 0.98), fused=True)
    batcher = Batcher(vocabulary)
    sentences = list(raw_sentences(args.data, args.releases, args.passes))
    rng.shuffle(sentences)
    print("raw sentences", len(sentences), flush=True)
    started, seen, smooth, steps = time.time(), 0, 9.0, 0
    for start in range(0, len(sentences), _CHUNK):
        chunk = sentences[start : start + _CHUNK]
        for group in one_length(chunk, _TOKENS, rng):
            for options in optimiser.param_groups:
                options["lr"] = _RATE * max(0.05, 1 - seen / args.pretrain_tokens)
            batch = batcher.words([chunk[i] for i in group])
            loss = model.loss(batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            seen += int(batch["lengths"].sum())
            smooth = 0.99 * smooth + 0.01 * loss.item()
            steps += 1
            if steps % 200 == 0:
                rate = seen / (time.time() - started)
                print(f"pretrain {seen / 1e6:.2f}M loss {smooth:.3f} {rate:.0f} tokens/s", flush=True)
            if seen >= args.pretrain_tokens:
                break
        if seen >= args.pretrain_tokens:
            break
    torch.save(model.encoder.state_dict(), args.work / "encoder.pt")
