"""What the rest of a document prints in like places: its habits (和 or 与, with or without 的)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.particles.features import CLASSES

Codes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]
Usage = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

# How many characters on either side of what stands in the gap are looked for elsewhere in the document;
# last, how common the class is in it.
_ALIKE: tuple[tuple[int, int], ...] = (
    (1, 1), (2, 1), (1, 2), (2, 2), (3, 3), (1, 0), (0, 1), (2, 0), (0, 2), (3, 0), (0, 3), (4, 0), (0, 4),
)  # fmt: skip
USAGE: tuple[str, ...] = (*(f"{before} before, {after} after" for before, after in _ALIKE), "share")
_MARGIN = 4
_BREAK = ord("\n")
_NUMBER_OF: Integers = np.zeros(0x10000, dtype=np.int64)
_NUMBER_OF[[ord(particle) for particle in CLASSES if particle]] = range(1, len(CLASSES))
# Added to shares per 1,000 characters, so that a class that never occurs has a logarithm.
_FLOOR = 0.02


def read_usage(codes: Codes, spans: Sequence[tuple[int, int]]) -> Usage:
    """Return what the text prints elsewhere in places like each gap (gaps, classes, `USAGE`).

    All are logarithms: of one and how often a class stands between the same neighbours elsewhere, and of its
    share in the text per 1,000 characters. A gap is the span of `codes` that is not known; what stands there
    is not counted.
    """
    margin = np.full(_MARGIN, _BREAK, dtype=np.uint64)
    padded = np.concatenate([margin, codes, margin])
    occurrences = np.bincount(_NUMBER_OF[codes.astype(np.int64)], minlength=len(CLASSES))
    habits = np.zeros((len(spans), len(CLASSES), len(USAGE)), dtype=np.float32)
    # Gaps in the same surroundings are told the same.
    row_of: dict[bytes, int] = {}
    for row, (start, end) in enumerate(spans):
        like = row_of.setdefault(padded[start : end + 2 * _MARGIN].tobytes(), row)
        if like < row:
            habits[row] = habits[like]
            continue
        counts = _alike(padded, start + _MARGIN, end + _MARGIN)
        habits[row, :, :-1] = np.log1p(counts)
        rest = occurrences.copy()
        if end - start == 1:
            rest[_NUMBER_OF[int(codes[start])]] -= 1
        habits[row, 1:, -1] = np.log((rest[1:] + 1) * 1000 / max(1, len(codes)) + _FLOOR)
    return habits


def _alike(codes: Codes, start: int, end: int) -> Integers:
    """Count each class in each of the contexts `_ALIKE` of the gap `start`:`end`, the gap itself apart."""
    counts = np.zeros((len(CLASSES), len(_ALIKE)), dtype=np.int64)
    first, second = codes[start - 1], codes[end]
    lefts = _others(codes, first, start - 1)
    rights = _others(codes, second, end)
    left_numbers = _NUMBER_OF[codes[lefts + 1].astype(np.int64)]
    right_numbers = _NUMBER_OF[codes[rights - 1].astype(np.int64)]
    joined = codes[lefts + 1] == second
    for kind, (before, after) in enumerate(_ALIKE):
        if before:
            here = _same(codes, lefts, start - 1, -1, before)
            there = _same(codes, lefts + 2, end, 1, after)
            counts[:, kind] = np.bincount(left_numbers[here & there], minlength=len(CLASSES))
            nothing = joined & here & _same(codes, lefts + 1, end, 1, after)
            counts[0, kind] = np.count_nonzero(nothing) if after else 0
        else:
            there = _same(codes, rights, end, 1, after)
            counts[:, kind] = np.bincount(right_numbers[there], minlength=len(CLASSES))
            counts[0, kind] = 0
    return counts


def _others(codes: Codes, code: np.uint64, own: int) -> Integers:
    """Return where else a code stands; nowhere for a line break, which is no neighbour."""
    if code == _BREAK:
        return np.zeros(0, dtype=np.int64)
    places = np.flatnonzero(codes[: len(codes) - _MARGIN] == code)
    others: Integers = places[places != own]
    return others


def _same(codes: Codes, places: Integers, own: int, step: int, length: int) -> Mask:
    """Tell at which places the same `length` codes stand as at `own`, read in the direction of `step`."""
    same = np.ones(len(places), dtype=np.bool_)
    for distance in range(length):
        same &= codes[places + step * distance] == codes[own + step * distance]
    return same
