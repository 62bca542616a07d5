"""Texts as arrays of code points."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

CodePoints = npt.NDArray[np.uint32]


def code_points(text: str) -> CodePoints:
    """Return the code points of `text`, lone surrogates too; the array cannot be written to."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
