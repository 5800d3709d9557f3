"""The reading of a sentence with one word that tells an event marked; see `tidings.coding.learned.roles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from layers import Mlp
from torch import Tensor, nn

from tidings.coding.learned.roles import DISTANCES

if TYPE_CHECKING:
    from asked import Asked

DOWN, AWAY, SEEN, HIDDEN = 96, 16, 64, 80
WIDTH = 2 * HIDDEN


class Marked(nn.Module):
    """One BiLSTM layer over the tokens, with the trigger, its type and the candidates marked."""

    def __init__(self, top: int, kind: int, seen: int, drop: float) -> None:
        super().__init__()
        self.drop = nn.Dropout(drop)
        self.down = Mlp(top, DOWN, drop)
        self.away = nn.Embedding(2 * (DISTANCES + 1) + 1, AWAY)
        self.seen = Mlp(seen, SEEN, 0)
        self.lstm = nn.LSTM(DOWN + kind + AWAY + SEEN, HIDDEN, 1, batch_first=True, bidirectional=True)

    def forward(self, asked: Asked, kinds: Tensor, seen: Tensor) -> Tensor:
        """Return (pairs, `WIDTH`): what is read at each candidate.

        `kinds` (events, width) are the embedded types; `seen` (pairs, width) is what is known of each
        candidate beside words.
        """
        n, length = asked.away.shape
        down = self.down(asked.top)[asked.case]
        here = down.new_zeros(n, length, SEEN).index_put(
            (asked.event, asked.head), self.seen(self.drop(seen)), accumulate=True
        )
        kind = kinds.unsqueeze(1).expand(n, length, -1)
        x = torch.cat([down, kind, self.away(asked.away), here], dim=2)
        packed = nn.utils.rnn.pack_padded_sequence(x, asked.lengths, batch_first=True, enforce_sorted=False)
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=length)
        read: Tensor = self.drop(out)[asked.event, asked.head]
        return read
