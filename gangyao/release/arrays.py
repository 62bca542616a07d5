"""Columns as Arrow holds them: as one array, and texts by where they stand in its bytes."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

_NONE = np.empty(0, np.int32)


def texts(values: pa.StringArray | pa.BinaryArray) -> tuple[np.ndarray, np.ndarray, pa.Buffer]:
    """Return where texts begin in the bytes of all of them, how long each is, and these bytes."""
    _, offsets, content = values.buffers()
    if content is None or not len(values):
        return _NONE, _NONE, pa.py_buffer(b"")
    ends = np.frombuffer(offsets, np.int32)[values.offset : values.offset + len(values) + 1]
    first, last = int(ends[0]), int(ends[-1])
    # Not `np.diff`, which takes ten times as long for few values.
    return ends[:-1] - first, ends[1:] - ends[:-1], content.slice(first, last - first)


def one_chunk(values: pa.ChunkedArray | pa.Array) -> pa.Array:
    """Return a column as one array."""
    if isinstance(values, pa.Array):
        return values
    if values.num_chunks == 1:
        return values.chunk(0)
    joined = values.combine_chunks()
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined
