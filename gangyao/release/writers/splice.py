"""A Parquet file out of the one before it: groups of rows that did not change are copied as they are.

Arrow can only write a group anew, which takes most of the time of a small change to a large release. The
bytes of a group do not depend on where it lies (see `parquet_groups`): the file is, byte for byte, the one
that Arrow would write of all rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from gangyao.cache.checked_file import mapped
from gangyao.release.table_source import Change
from gangyao.release.writers.parquet import ROW_GROUP, begins_group, document_runs, open_writer
from gangyao.release.writers.parquet_groups import UnknownForm, WrittenGroups, assemble
from schemas.declaration import Table

# Bytes.
_COMPARED_AT_ONCE = 1 << 20
# A copy is worth it where most is copied.
MOST_ANEW = 0.5


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of a document that lie in one group: `start` counts from the document's first row."""

    document_id: str
    start: int
    rows: int


Segments = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """How a file comes of the one before it: which rows each group of either holds.

    `copied`: for each group of the new file, which of the file before it is copied, None where it is written.
    """

    table: Table
    change: Change
    before: tuple[Segments, ...]
    after: tuple[Segments, ...]
    copied: tuple[int | None, ...]

    def anew(self) -> Iterator[pa.Table]:
        """Yield the rows of the groups that are written, in their order."""
        with pq.ParquetFile(self.change.before, memory_map=True) as old:
            runs = groupby(zip(self.copied, self.after, strict=True), lambda one: one[0] is not None)
            for is_copied, run in runs:
                if not is_copied:
                    yield from _anew(old, self, [segments for _, segments in run])


def cut(runs: Iterable[tuple[str, int]]) -> Iterator[Segments]:
    """Cut documents with these numbers of rows into groups, as `row_groups` does."""
    group: list[Segment] = []
    size = 0
    for document_id, rows in runs:
        if begins_group(document_id, size):
            yield tuple(group)
            group, size = [], 0
        start = 0
        while size + rows - start >= ROW_GROUP:
            group.append(Segment(document_id, start, ROW_GROUP - size))
            start += ROW_GROUP - size
            yield tuple(group)
            group, size = [], 0
        if start < rows:
            group.append(Segment(document_id, start, rows - start))
            size += rows - start
    if group:
        yield tuple(group)


def plan_splice(table: Table, change: Change) -> Splice | None:
    """Plan the file of a table after a change; None where too little of the file before would be copied."""
    with pq.ParquetFile(change.before, memory_map=True) as old:
        before = tuple(_segments(old))
    after = tuple(cut(_merged(before, change)))
    place = {segments: at for at, segments in enumerate(before) if not _holds(segments, change.gone)}
    copied = tuple(place.get(segments) for segments in after)
    if not after or copied.count(None) > MOST_ANEW * len(after):
        return None
    return Splice(table, change, before, after, copied)


def write_splice(splice: Splice, path: Path) -> bool:
    """Write the file; tell whether it was: not where the file before is not as Arrow writes it."""
    sink = pa.BufferOutputStream()
    with open_writer(splice.table, sink) as writer:
        for rows in splice.anew():
            writer.write_table(rows, row_group_size=ROW_GROUP)
    try:
        one, other = (
            WrittenGroups.of(mapped(splice.change.before)),
            WrittenGroups.of(memoryview(sink.getvalue())),
        )
    except (UnknownForm, IndexError, ValueError):
        return False
    assemble(one, other, splice.copied, path)
    return True


def splice_holds(splice: Splice, path: Path) -> bool:
    """Tell whether a file holds the rows that it was meant to hold.

    Groups that were written are read back, value by value. Those that were copied are, byte for byte, groups
    of the file before, in the places where Arrow finds them: they hold what they held there.
    """
    anew = splice.anew()
    with (
        pq.ParquetFile(splice.change.before) as old,
        pq.ParquetFile(path, memory_map=True) as new,
        splice.change.before.open("rb") as old_bytes,
        path.open("rb") as new_bytes,
    ):
        if new.metadata.num_row_groups != len(splice.copied):
            return False
        for number, origin in enumerate(splice.copied):
            if origin is None:
                found = new.read_row_group(number, use_threads=False)
                if not found.cast(splice.change.new.schema).equals(next(anew)):
                    return False
            else:
                one = _placed(old.metadata.row_group(origin))
                other = _placed(new.metadata.row_group(number))
                if one.columns != other.columns or not _same_bytes(old_bytes, one, new_bytes, other):
                    return False
    return True


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where Arrow finds a group, how long it is, and what it reads of each column, counted from there."""

    start: int
    size: int
    columns: list[tuple[object, ...]]


def _placed(group: pq.RowGroupMetaData) -> _Placed:
    columns = [group.column(number) for number in range(group.num_columns)]
    first = columns[0]
    start = first.dictionary_page_offset or first.data_page_offset
    told: list[tuple[object, ...]] = [(group.num_rows,)]
    told += [
        (
            column.data_page_offset - start,
            None if column.dictionary_page_offset is None else column.dictionary_page_offset - start,
            column.total_compressed_size,
            column.total_uncompressed_size,
            column.num_values,
            column.compression,
            column.path_in_schema,
        )
        for column in columns
    ]
    return _Placed(start, sum(column.total_compressed_size for column in columns), told)


def _same_bytes(old: BinaryIO, one: _Placed, new: BinaryIO, other: _Placed) -> bool:
    """Compare the bytes of two groups, read and not mapped: maps of two large files take their room."""
    old.seek(one.start)
    new.seek(other.start)
    left = one.size
    while left:
        length = min(left, _COMPARED_AT_ONCE)
        piece = old.read(length)
        if len(piece) != length or piece != new.read(length):
            return False
        left -= length
    return one.size == other.size


def _segments(file: pq.ParquetFile) -> list[Segments]:
    """Return which rows each group of a file holds."""
    found = []
    last: Segment | None = None
    for number in range(file.metadata.num_row_groups):
        group: list[Segment] = []
        for document_id, at, end in document_runs(file.read_row_group(number, ["document_id"])):
            before = 0 if last is None or last.document_id != document_id else last.start + last.rows
            last = Segment(str(document_id), before, end - at)
            if group and group[-1].document_id == document_id:
                last = Segment(last.document_id, group[-1].start, group[-1].rows + last.rows)
                group.pop()
            group.append(last)
        found.append(tuple(group))
    return found


def _holds(segments: Segments, document_ids: Collection[str]) -> bool:
    return any(segment.document_id in document_ids for segment in segments)


def _merged(before: Sequence[Segments], change: Change) -> list[tuple[str, int]]:
    """Return the documents in their order, each with the number of its rows."""
    rows: dict[str, int] = {}
    for segments in before:
        for segment in segments:
            if segment.document_id not in change.gone:
                rows[segment.document_id] = rows.get(segment.document_id, 0) + segment.rows
    for document_id, at, end in document_runs(change.new):
        rows[str(document_id)] = rows.get(str(document_id), 0) + end - at
    return sorted(rows.items())


def _anew(old: pq.ParquetFile, splice: Splice, wanted: Sequence[Segments]) -> Iterator[pa.Table]:
    """Yield the rows of groups that follow each other, out of the file before and the new rows."""
    new, gone = splice.change.new, splice.change.gone
    asked = {one.document_id for segments in wanted for one in segments}
    from_old = asked - gone
    places = [number for number, segments in enumerate(splice.before) if _holds(segments, from_old)]
    pieces = [_of(new, asked)]
    if places:
        pieces.append(_of(old.read_row_groups(places, use_threads=False).cast(new.schema), from_old))
    joined = pa.concat_tables(pieces)
    # The sort is stable: the rows of a document keep their order.
    rows = joined.take(pc.sort_indices(joined["document_id"])).combine_chunks()
    at = wanted[0][0].start
    for segments in wanted:
        count = sum(segment.rows for segment in segments)
        yield rows.slice(at, count).combine_chunks()
        at += count


def _of(rows: pa.Table, document_ids: Collection[str]) -> pa.Table:
    return rows.filter(pc.is_in(rows["document_id"], value_set=pa.array(sorted(document_ids), pa.string())))
