"""A checksum of rows that does not depend on the pieces in which they come.

Two tables with the same checksum hold the same values in the same order. So rows that were given to a writer
can be held against what a reader finds, without either being kept or read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# Rows. To take in fewer takes longer for the calls than for the values.
AT_ONCE = 4_096
_NONE = np.empty(0, np.int32)


class ColumnDigest:
    """The checksums of a column: which values are there, how long they are, and what they hold."""

    def __init__(self) -> None:
        self._valid, self._lengths, self._content = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()
        self._elements: ColumnDigest | None = None
        self._size = 0

    def of_texts(self) -> ColumnDigest:
        """Return that of the same texts, with an empty one in the place of each null."""
        other = ColumnDigest()
        other._valid.update(b"\1" * self._size)
        other._lengths, other._content = self._lengths.copy(), self._content.copy()
        other._size = self._size
        return other

    def add(self, values: pa.Array, filled: pa.StringArray | None = None) -> None:
        """Take in the values that come next; `filled`: texts with an empty one for each null, if at hand."""
        self._size += len(values)
        if values.null_count:
            self._valid.update(pc.is_valid(values).cast(pa.uint8()).to_numpy().data)
        else:
            self._valid.update(b"\1" * len(values))
        if pa.types.is_list(values.type):
            self._lengths.update(pc.fill_null(pc.list_value_length(values), 0).to_numpy().data)
            self._elements = self._elements or ColumnDigest()
            # What stands beneath a null is not flattened.
            self._elements.add(values.flatten())
        elif pa.types.is_string(values.type) or pa.types.is_binary(values.type):
            if filled is None:
                filled = pc.fill_null(values, "") if values.null_count else values
            _, lengths, content = texts(filled)
            self._lengths.update(lengths.data)
            self._content.update(content)
        else:
            self._content.update(_plain(values).data)

    def digest(self) -> bytes:
        """Return one checksum of the column."""
        elements = b"" if self._elements is None else self._elements.digest()
        return self._valid.digest() + self._lengths.digest() + self._content.digest() + elements


def texts(values: pa.StringArray | pa.BinaryArray) -> tuple[np.ndarray, np.ndarray, pa.Buffer]:
    """Return where texts begin in the bytes of all of them, how long each is, and these bytes."""
    _, offsets, content = values.buffers()
    if content is None or not len(values):
        return _NONE, _NONE, pa.py_buffer(b"")
    ends = np.frombuffer(offsets, np.int32)[values.offset : values.offset + len(values) + 1]
    first, last = int(ends[0]), int(ends[-1])
    # Not `np.diff`, which takes ten times as long for few values.
    return ends[:-1] - first, ends[1:] - ends[:-1], content.slice(first, last - first)


def _plain(values: pa.Array) -> np.ndarray:
    """Return the values of a column of fixed width; a null as 0."""
    if pa.types.is_boolean(values.type):
        values = values.cast(pa.uint8())
    elif pa.types.is_date32(values.type):
        values = values.cast(pa.int32())
    plain: np.ndarray = (pc.fill_null(values, 0) if values.null_count else values).to_numpy()
    return plain


class RowDigest:
    """The checksum of rows that come piece by piece, each with the columns named, in this order."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = {column: ColumnDigest() for column in columns}
        self._waiting: list[pa.Table] = []
        self._size = 0

    def add(self, rows: pa.Table) -> None:
        """Take in the rows that come next."""
        if not rows.num_rows:
            return
        self._waiting.append(rows)
        self._size += rows.num_rows
        if self._size >= AT_ONCE:
            self._take_in()

    def _take_in(self) -> None:
        if self._waiting:
            rows = pa.concat_tables(self._waiting)
            for name, column in self._columns.items():
                column.add(one_chunk(rows[name]))
            self._waiting, self._size = [], 0

    def passing(self, pieces: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """Yield the pieces, and take in each of them."""
        for piece in pieces:
            self.add(piece)
            yield piece

    def value(self) -> str:
        """Return the checksum, in hexadecimal."""
        self._take_in()
        return rows_checksum(self._columns)


def rows_checksum(columns: Mapping[str, ColumnDigest]) -> str:
    """Return one checksum of the columns by name, in hexadecimal."""
    told = hashlib.sha256()
    for name, column in columns.items():
        told.update(f"{name}\0".encode())
        told.update(column.digest())
    return told.hexdigest()


def one_chunk(values: pa.ChunkedArray | pa.Array) -> pa.Array:
    """Return a column as one array."""
    if isinstance(values, pa.Array):
        return values
    if values.num_chunks == 1:
        return values.chunk(0)
    joined = values.combine_chunks()
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined


def digest_of(columns: Sequence[str], pieces: Iterable[pa.Table]) -> str:
    """Return the checksum of rows that come in these pieces."""
    digest = RowDigest(columns)
    for piece in pieces:
        digest.add(piece)
    return digest.value()
