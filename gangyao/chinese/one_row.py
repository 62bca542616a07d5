"""Arrays of several shapes behind each other in one row, for what is done to each number by itself.

A call of NumPy takes a microsecond however few the numbers are: one call for all arrays is faster.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Shape = tuple[int, ...]
Value = TypeVar("Value", bound=np.generic)


def in_one_row(arrays: Sequence[npt.NDArray[Value]], shapes: Sequence[Shape]) -> npt.NDArray[Value]:
    """Return the values of arrays, each broadcast to its shape, one array behind the other."""
    row = np.empty(sum(map(math.prod, shapes)), dtype=arrays[0].dtype)
    for part, array in zip(by_shape(row, shapes), arrays, strict=True):
        # Not `np.broadcast_to`, which takes ten times as long.
        part[...] = array
    return row


def by_shape(row: npt.NDArray[Value], shapes: Sequence[Shape]) -> list[npt.NDArray[Value]]:
    """Return the arrays that stand behind each other in a row."""
    ends = [0, *accumulate(map(math.prod, shapes))]
    return [row[start:end].reshape(shape) for (start, end), shape in zip(pairwise(ends), shapes, strict=True)]
