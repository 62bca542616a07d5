"""The pretrained encoder in PyTorch: numbers for each character of a text, in the light of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.pretrained_file import PretrainedFile
from training.pretrained_pieces import cut_into_pieces

_DROPPED = 0.1
_NEVER = -1e4
#: What a character is in its piece: the first, one inside, the last, the only one.
PLACES_IN_PIECE = 4
_FIRST, _INSIDE, _LAST, _ONLY = range(PLACES_IN_PIECE)


class _Layer(nn.Module):
    """Attention and two products, each with what comes in added, normed behind (Vaswani et al. 2017)."""

    def __init__(self, width: int, heads: int, inner: int, least_variance: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, least_variance) for _ in range(2))
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, given: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        texts, places, width = given.shape

        def by_head(of: torch.Tensor) -> torch.Tensor:
            return of.view(texts, places, self.heads, -1).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            by_head(self.q(given)), by_head(self.k(given)), by_head(self.v(given)), attn_mask=mask
        )
        seen = seen.transpose(1, 2).reshape(texts, places, width)
        given = self.aln(given + self.drop(self.ao(seen)))
        normed: torch.Tensor = self.oln(given + self.drop(self.fo(functional.gelu(self.fi(given)))))
        return normed


class Characters(NamedTuple):
    """What the encoder tells of each character of texts, a row each, and what it is in its piece."""

    told: torch.Tensor
    in_piece: torch.Tensor


class Encoder(nn.Module):
    """The pretrained encoder; the vectors of its pieces stay as they are."""

    def __init__(self, file: PretrainedFile) -> None:
        super().__init__()
        self.file = file
        sizes = file.sizes
        self.width = width = sizes.width
        self.pieces = nn.Embedding(sizes.pieces, width)
        self.places = nn.Embedding(sizes.places, width)
        self.norm = nn.LayerNorm(width, sizes.least_variance)
        self.layers = nn.ModuleList(
            _Layer(width, sizes.heads, sizes.inner, sizes.least_variance) for _ in range(sizes.layers)
        )
        with torch.no_grad():
            self._load(file)
        self.pieces.weight.requires_grad_(False)

    def _load(self, file: PretrainedFile) -> None:
        def copy(weight: torch.Tensor, name: str) -> None:
            if name.endswith(".w") and weight.dim() > 1:
                told = file.of_four_bits(name, *weight.shape)
            else:
                told = file.floats(name).reshape(weight.shape)
            weight.copy_(torch.from_numpy(told.copy()))

        self.pieces.weight.copy_(torch.from_numpy(file.of_four_bits("emb.word", *self.pieces.weight.shape)))
        # All texts are of the first kind, whose vector is a constant.
        kind = file.floats("emb.type")[: self.width]
        self.places.weight.copy_(torch.from_numpy(file.floats("emb.pos").reshape(-1, self.width) + kind))
        copy(self.norm.weight, "emb.ln.w")
        copy(self.norm.bias, "emb.ln.b")
        for number, layer in enumerate(self.layers):
            for name, part in layer.named_children():
                if not isinstance(part, nn.Dropout):
                    copy(part.weight, f"l{number}.{name}.w")
                    copy(part.bias, f"l{number}.{name}.b")

    def read(self, texts: Sequence[str]) -> Characters:
        """Return what is told of the characters of texts, filled up to the longest."""
        cut = [cut_into_pieces(text, self.file) for text in texts]
        shape = (len(texts), max(len(one.numbers) for one in cut) + 2)
        numbers = np.full(shape, self.file.padding, np.int64)
        outside = np.full(shape, _NEVER, np.float32)
        of_piece = np.zeros((len(texts), max(map(len, texts))), np.int64)
        in_piece = np.zeros_like(of_piece)
        for row, pieces in enumerate(cut):
            size = len(pieces.numbers) + 2
            numbers[row, :size] = [self.file.first, *pieces.numbers, self.file.last]
            outside[row, :size] = 0
            for number, (start, end) in enumerate(pieces.spans, 1):
                of_piece[row, start:end] = number
                in_piece[row, start:end] = _INSIDE
                in_piece[row, start], in_piece[row, end - 1] = _FIRST, _LAST
                if end - start == 1:
                    in_piece[row, start] = _ONLY
        told = self.pieces(torch.from_numpy(numbers)) + self.places.weight[: shape[1]]
        told = self.norm(told)
        mask = torch.from_numpy(outside)[:, None, None, :]
        for layer in self.layers:
            told = layer(told, mask)
        rows = torch.arange(len(texts))[:, None]
        return Characters(told[rows, torch.from_numpy(of_piece)].float(), torch.from_numpy(in_piece))
