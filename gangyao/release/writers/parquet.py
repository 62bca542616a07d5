"""Parquet: the declared Arrow schema inside, descriptions and all; equal tables give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema

# All that the bytes depend on is said here, not left to the library's defaults. What the library writes of
# itself (`created_by`) follows from its version, which the lock file pins.
# Rows of a group are held in memory until it is whole, and no column of a group may hold 2 GB of text. From
# this many on, a group ends before the next document whose id says so, every fourth: where one document
# changes, the groups after it then soon begin where they began before, and can be copied (see `splice`).
ROW_GROUP = 16_384
LEAST_ROWS = 8_192
_ONE_IN = 4
COMPRESSION = "zstd"
LEVEL = 3
VERSION = "2.6"
# Bytes of a page before it is packed, and of a dictionary before a column goes on without one. With an index
# of the pages a reader over HTTP fetches those of one document, not a row group's whole column. Ten times
# the reference texts are 2.4 % larger for it, and written in 0.7 of the time: long texts get no dictionary.
PAGE = 128 * 1024


def open_writer(table: Table, place: Path | pa.NativeFile) -> pq.ParquetWriter:
    """Return what writes groups of rows of a table as its file has them."""
    return pq.ParquetWriter(
        place,
        arrow_schema(table),
        version=VERSION,
        compression=COMPRESSION,
        compression_level=LEVEL,
        data_page_version="1.0",
        use_dictionary=_columns_with_dictionary(table),
        dictionary_pagesize_limit=PAGE,
        data_page_size=PAGE,
        write_page_index=True,
        write_statistics=True,
        store_schema=True,
    )


def _columns_with_dictionary(table: Table) -> list[str]:
    """Return the columns whose values stand again and again: ids of other rows, words out of a list.

    A dictionary of what is different in each row is begun, given up, and written for nothing: without them
    the reference texts are 1 % smaller, and written and read back in 0.94 of the time.
    """
    return [
        column.name
        for column in table.columns
        if (column.values or column.pattern) and table.primary_key != (column.name,)
    ]


def write_parquet(table: Table, rows: Iterable[pa.Table], path: Path) -> None:
    """Write a table given in pieces; neither they nor the number of threads shows in the bytes."""
    write_groups(table, row_groups(rows, arrow_schema(table)), path)


def write_groups(table: Table, groups: Iterable[pa.Table], path: Path) -> None:
    """Write the groups of rows that `row_groups` makes of a table."""
    with open_writer(table, path) as writer:
        for group in groups:
            writer.write_table(group, row_group_size=ROW_GROUP)


def row_groups(rows: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield the rows in groups, each in one chunk, since pages follow the chunks.

    A table without rows has one group without rows.
    """
    waiting: list[pa.Table] = [schema.empty_table()]
    size = 0
    is_first = True
    last: str | None = None
    for piece in rows:
        start = 0
        for document_id, at, end in document_runs(piece):
            cuts = [at] if document_id != last and begins_group(document_id, size + at - start) else []
            last = document_id
            # What is longer than a group is cut where it is full.
            full = (at if cuts else start - size) + ROW_GROUP
            cuts += range(full, end + 1, ROW_GROUP)
            for cut in cuts:
                waiting.append(piece.slice(start, cut - start))
                yield pa.concat_tables(waiting).combine_chunks()
                waiting, size, start, is_first = [schema.empty_table()], 0, cut, False
        if start < piece.num_rows:
            waiting.append(piece.slice(start))
            size += piece.num_rows - start
    if size or is_first:
        yield pa.concat_tables(waiting).combine_chunks()


def begins_group(document_id: str | None, size: int) -> bool:
    """Tell whether a document begins a group, where the one before it has `size` rows."""
    return size >= LEAST_ROWS and document_id is not None and crc32(document_id.encode()) % _ONE_IN == 0


def document_runs(rows: pa.Table) -> Iterator[tuple[str | None, int, int]]:
    """Yield each run of rows of one document: its id, where it begins, and where it ends.

    Where rows belong to no document, all are one run.
    """
    if "document_id" not in rows.column_names:
        yield None, 0, rows.num_rows
        return
    at = 0
    for chunk in rows["document_id"].chunks:
        runs = pc.run_end_encode(chunk)
        start = 0
        for document_id, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            yield document_id, at + start, at + end
            start = end
        at += len(chunk)


def read_parquet(path: Path) -> pa.Table:
    """Read a table with the schema that its file carries."""
    # Not `read_table`, which loads Arrow's datasets first.
    with pq.ParquetFile(path) as file:
        return file.read()
